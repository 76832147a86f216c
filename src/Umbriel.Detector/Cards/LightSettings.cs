namespace Umbriel.Detector.Cards;

/// <summary>Where a photomultiplier stands, cm.</summary>
/// <param name="Y">Up.</param>
/// <param name="Z">Along the beam.</param>
public readonly record struct PhotomultiplierPlace(double Y, double Z);

/// <summary>Scintillation, as far as one number per flash.</summary>
public sealed record LightSettings
{
    /// <summary>Photons per MeV if every electron recombined: (1 + α)/W_ion = 1.21/23.6 eV.</summary>
    public double PhotonsPerMeV { get; init; } = 51300.0;

    /// <summary>Excitons per ion pair, α (T. Doke et al., Jpn. J. Appl. Phys. 41 (2002) 1538).</summary>
    public double ExcitonRatio { get; init; } = 0.21;

    /// <summary>
    /// Share of photons that reach a photomultiplier, averaged over the volume. An estimate: MicroBooNE's 32 discs of 20.2 cm
    /// against 113 m² of walls.
    /// </summary>
    public double VisibleFraction { get; init; } = 0.009;

    /// <summary>
    /// Photo-electrons per photon that reached a photomultiplier. MicroBooNE's scintillation pre-scale (its public configuration).
    /// </summary>
    public double Efficiency { get; init; } = 0.0093;

    /// <summary>Share of prompt (singlet) light: that of electrons; it and the two times are rounded, from memory.</summary>
    public double PromptFraction { get; init; } = 0.3;

    /// <summary>Decay time of prompt light, ns.</summary>
    public double PromptTime { get; init; } = 6.0;

    /// <summary>Decay time of slow (triplet) light, ns.</summary>
    public double SlowTime { get; init; } = 1500.0;

    /// <summary>
    /// Nominal Rayleigh scattering length, cm. From memory, of the size measured and calculated at 128 nm (55 to 99 cm).
    /// </summary>
    public double RayleighLength { get; init; } = 60.0;

    /// <summary>Where the photomultipliers stand; a regular grid of eight by four over the active volume if empty.</summary>
    public IReadOnlyList<PhotomultiplierPlace> Photomultipliers { get; init; } = [];

    /// <summary>Their distance behind the first plane of wires, cm. MicroBooNE's, rounded.</summary>
    public double PhotomultiplierDepth { get; init; } = 12.0;

    /// <summary>Deposits less than this apart belong to one flash, ns. Chosen, of the size of <see cref="SlowTime"/>.</summary>
    public double FlashGap { get; init; } = 1000.0;
}
