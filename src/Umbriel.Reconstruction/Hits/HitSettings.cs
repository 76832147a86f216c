namespace Umbriel.Reconstruction.Hits;

/// <summary>What counts as a hit.</summary>
public sealed record HitSettings
{
    /// <summary>A pulse must pass this many times the plane's noise.</summary>
    public double Threshold { get; init; } = 4.5;

    /// <summary>It reaches down to this many times the noise on either side.</summary>
    public double Edge { get; init; } = 1.0;

    /// <summary>Two maxima are two hits if the valley between them is lower than either by this many times the noise …</summary>
    public double Valley { get; init; } = 3.0;

    /// <summary>… and by this share of the lower one.</summary>
    public double ValleyShare { get; init; } = 0.1;

    /// <summary>A pulse with more maxima, or longer than <see cref="LongPulse"/> and not Gaussian, is cut into pieces.</summary>
    public int MostPeaks { get; init; } = 4;

    /// <summary>Length, in widths of a point's charge after the whole drift, from which a pulse is cut into pieces.</summary>
    public double LongPulse { get; init; } = 7.0;

    /// <summary>
    /// Hits are kept where charge of the beam time, time zero, can have made them, between anode and cathode, and this much, cm,
    /// beyond either: what sticks out tells that a track came at another time. Null keeps the whole readout.
    /// </summary>
    public double? BeyondDrift { get; init; } = 10.0;
}
