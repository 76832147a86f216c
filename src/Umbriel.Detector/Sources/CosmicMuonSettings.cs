namespace Umbriel.Detector.Sources;

/// <summary>What can be varied in <see cref="CosmicMuons"/>.</summary>
public sealed record CosmicMuonSettings
{
    /// <summary>Matter overhead, measured vertically, g/cm²; 0 at the surface.</summary>
    public double Overburden { get; init; }

    /// <summary>Start of the readout window, ns; MicroBooNE's (its public configuration).</summary>
    public double WindowStart { get; init; } = -1.6e6;

    /// <summary>Length of the readout window, ns; MicroBooNE's (its public configuration).</summary>
    public double WindowLength { get; init; } = 4.8e6;

    /// <summary>Number of μ+ per μ− (CMS, Phys. Lett. B 692 (2010) 83: 1.2766 ± 0.0032 below 100 GeV/c; PDG 2024, section 30.3.1).</summary>
    public double ChargeRatio { get; init; } = 1.2766;

    /// <summary>Minimum kinetic energy at the detector, GeV. Chosen; the range is 11 cm.</summary>
    public double MinimumEnergy { get; init; } = 0.05;

    /// <summary>Maximum kinetic energy at the detector, GeV. Chosen.</summary>
    public double MaximumEnergy { get; init; } = 1000.0;

    /// <summary>Factor on the flux; 1.16 brings the vertical intensity above 1 GeV from 60 to the conventional 70 m⁻² s⁻¹ sr⁻¹.</summary>
    public double Scale { get; init; } = 1.0;

    /// <summary>Throws unless every value is in its range.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Overburden, nameof(Overburden));
        ArgumentOutOfRangeException.ThrowIfNegative(WindowLength, nameof(WindowLength));
        ArgumentOutOfRangeException.ThrowIfNegative(ChargeRatio, nameof(ChargeRatio));
        ArgumentOutOfRangeException.ThrowIfNegative(Scale, nameof(Scale));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MinimumEnergy, nameof(MinimumEnergy));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MaximumEnergy, MinimumEnergy, nameof(MaximumEnergy));
    }
}
