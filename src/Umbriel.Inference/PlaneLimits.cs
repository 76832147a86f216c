namespace Umbriel.Inference;

/// <summary>A point at which the plane was evaluated.</summary>
/// <param name="Mass">GeV.</param>
/// <param name="U2">|U|².</param>
/// <param name="Observed">Δχ² of the data against the plane's best fit, ≥ 0.</param>
/// <param name="Expected">Δχ² of the Asimov data, ≥ 0.</param>
public sealed record ScanPoint(double Mass, double U2, double Observed, double Expected);

/// <summary>The result of a scan: everything a figure or a table needs.</summary>
public sealed record PlaneLimits
{
    /// <summary>The plane and its resolution.</summary>
    public required ScanSettings Settings { get; init; }

    /// <summary>Best fit to the data.</summary>
    public required BestFit ObservedBestFit { get; init; }

    /// <summary>Borders of the plane on which that lies.</summary>
    public PlaneEdges BestFitEdges => ObservedBestFit.Edges(Settings.Masses, Settings.Couplings);

    /// <summary>Best fit to the Asimov data: the background itself, with χ² = 0.</summary>
    public required BestFit ExpectedBestFit { get; init; }

    /// <summary>χ² of the data without signal.</summary>
    public required double BackgroundOnly { get; init; }

    /// <summary>All grid points that were evaluated, in order of mass and coupling; dense near contours, coarse elsewhere.</summary>
    public required IReadOnlyList<ScanPoint> Points { get; init; }

    /// <summary>Contours of the data's Δχ² at the threshold, in (GeV, |U|²), interpolated linearly in the logarithms; excluded side on the left.</summary>
    public required IReadOnlyList<Contour> ObservedContours { get; init; }

    /// <summary>Contours of the Asimov data's Δχ².</summary>
    public required IReadOnlyList<Contour> ExpectedContours { get; init; }

    /// <summary>Limits at every mass of the axis.</summary>
    public required IReadOnlyList<MassLimit> Limits { get; init; }

    /// <summary>How often the signal was evaluated.</summary>
    public required long ModelEvaluations { get; init; }
}
