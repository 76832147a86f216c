namespace Umbriel.Detector.Cards;

/// <summary>
/// Largest displacements of <see cref="Readout.SpaceChargeMap"/> at knob 1: of the order of MicroBooNE's (JINST 15 (2020) P12037).
/// </summary>
public sealed record SpaceChargeSettings
{
    /// <summary>Inward displacement in y and z at the edge of the cathode, cm.</summary>
    public double Transverse { get; init; } = 15.0;

    /// <summary>Displacement along x towards the anode in mid-drift, cm.</summary>
    public double Longitudinal { get; init; } = 2.0;
}
