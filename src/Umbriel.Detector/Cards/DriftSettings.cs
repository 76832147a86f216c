namespace Umbriel.Detector.Cards;

/// <summary>How electrons travel to the wires.</summary>
public sealed record DriftSettings
{
    /// <summary>Whether the wires are at the low-x side (electrons move towards −x).</summary>
    public bool TowardsLowX { get; init; } = true;

    /// <summary>Field, kV/cm, above 0.</summary>
    public required double Field { get; init; }

    /// <summary>Temperature of the liquid, K. MicroBooNE's (its public configuration).</summary>
    public double Temperature { get; init; } = 89.0;

    /// <summary>Drift speed, cm/µs; where the card gives none, <see cref="Readout.DriftSpeed"/> of field and temperature.</summary>
    public required double Speed { get; init; }

    /// <summary>Electron lifetime, ms. Chosen.</summary>
    public double Lifetime { get; init; } = 10.0;

    /// <summary>Longitudinal diffusion D_L, cm²/s. MicroBooNE's simulation (its public configuration); measured: 3.74.</summary>
    public double LongitudinalDiffusion { get; init; } = 6.4;

    /// <summary>Transverse diffusion D_T, cm²/s. MicroBooNE's simulation (its public configuration); measured: 5.85.</summary>
    public double TransverseDiffusion { get; init; } = 9.8;
}
