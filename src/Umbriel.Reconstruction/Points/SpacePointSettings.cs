namespace Umbriel.Reconstruction.Points;

/// <summary>When hits of different planes belong together.</summary>
public sealed record SpacePointSettings
{
    /// <summary>Largest difference of their times, in mean widths of the two …</summary>
    public double TimeTolerance { get; init; } = 1.2;

    /// <summary>… of which none counts as more than this, samples: long pieces do not match everything …</summary>
    public double WidestHit { get; init; } = 4.0;

    /// <summary>… and at least this, samples.</summary>
    public double LeastTolerance { get; init; } = 3.0;

    /// <summary>Largest distance of the crossing of two wires from the third, pitches.</summary>
    public double WireTolerance { get; init; } = 1.0;

    /// <summary>Gaussian width of the preference for equal times, samples.</summary>
    public double TimeWidth { get; init; } = 1.5;

    /// <summary>Gaussian width of the preference for wires that cross in one place, cm.</summary>
    public double WireWidth { get; init; } = 0.12;

    /// <summary>How many times charge is balanced, neighbourhoods are favoured and what holds no charge is dropped.</summary>
    public int Stages { get; init; } = 4;

    /// <summary>Rounds of balancing in each stage.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>A point with less than this share of the charge of each of its hits is dropped.</summary>
    public double LeastShare { get; init; } = 0.05;

    /// <summary>Combinations of hits that an event may have, about 100 bytes each. MicroBooNE's readout of 20 cosmic muons has some 10⁵ …</summary>
    public int MostCandidates { get; init; } = 2_000_000;

    /// <summary>… and if there are more, those that one hit may have with two others: a hit with more is left out. A quarter, and so on, until they fit.</summary>
    public int MostOfHit { get; init; } = 256;
}
