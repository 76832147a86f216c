namespace Umbriel.Inference;

/// <summary>The plane to be scanned and how finely.</summary>
public sealed record ScanSettings
{
    /// <summary>Mass axis, GeV. Its values set the resolution of contours, as does <see cref="MassStep"/>; each also gets a limit.</summary>
    public required ScanAxis Masses { get; init; }

    /// <summary>
    /// Longest step in ln mass of a contour; longer ones of the axis are cut. Within a step a contour is a straight line between
    /// values of Δχ², which is none of the limit between two masses where that is steep.
    /// </summary>
    public double MassStep { get; init; } = double.PositiveInfinity;

    /// <summary>Coupling axis, |U|². Its steps set the resolution of contours; limits per mass are finer.</summary>
    public required ScanAxis Couplings { get; init; }

    /// <summary>Every how many masses the plane is looked at before refining. A closed contour smaller than the coarse cells may be missed.</summary>
    public int MassStride { get; init; } = 4;

    /// <summary>Every how many couplings the plane is looked at before refining.</summary>
    public int CouplingStride { get; init; } = 8;

    /// <summary>Δχ² at which a point counts as excluded.</summary>
    public double Threshold { get; init; } = ConfidenceLevel.LetterThreshold;

    /// <summary>Precision of limits per mass, in log10 of |U|².</summary>
    public double LogPrecision { get; init; } = 1e-4;

    /// <summary>
    /// A coarse cell without crossing is still refined when ln Δχ² at a corner comes this close to the threshold's, in
    /// units of its spread over the corners.
    /// </summary>
    public double Caution { get; init; } = 0.5;

    /// <summary>Worker threads; above one, the signal delegate is called concurrently (never twice at once for one mass). Results do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    internal void Validate()
    {
        Require(MassStep > 0.0, "mass step", MassStep, "a number above zero");
        Require(MassStride >= 1, "mass stride", MassStride, "one or more");
        Require(CouplingStride >= 1, "coupling stride", CouplingStride, "one or more");
        Require(Threshold > 0.0 && double.IsFinite(Threshold), "threshold", Threshold, "a positive Δχ²");
        Require(LogPrecision is > 1e-12 and < 1.0, "precision", LogPrecision, "a number between 1e-12 and 1");
        Require(Caution >= 0.0 && double.IsFinite(Caution), "caution", Caution, "zero or more");
        Require(Threads >= 1, "threads", Threads, "one or more");
    }

    private static void Require(bool good, string key, double found, string expected)
    {
        if (!good)
        {
            throw new ArgumentException($"{key} of a scan is {found}; expected {expected}");
        }
    }
}
