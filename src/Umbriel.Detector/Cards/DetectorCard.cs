using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards.Keys;

namespace Umbriel.Detector.Cards;

/// <summary>
/// Everything that is particular to one detector. Axes: x along the drift, y up, z along the beam; cm. Read by
/// <see cref="DetectorCardReader"/>; keys in docs/detector-cards.md. Immutable.
/// </summary>
public sealed record DetectorCard
{
    /// <summary>Name, for figures and reports; not part of <see cref="ToCanonicalText"/>.</summary>
    public required string Title { get; init; }

    /// <summary>The liquid whose charge reaches the wires, cm. Its y and z sides are the wire planes' frame.</summary>
    public required Box ActiveVolume { get; init; }

    /// <summary>All liquid in which particles are followed, cm; contains <see cref="ActiveVolume"/>.</summary>
    public required Box Cryostat { get; init; }

    /// <summary>Density of the liquid, g/cm³.</summary>
    public double Density { get; init; } = LiquidArgon.Density;

    /// <summary>Field, drift, attachment and diffusion.</summary>
    public required DriftSettings Drift { get; init; }

    /// <summary>The three wire planes in the order in which electrons meet them.</summary>
    public required IReadOnlyList<PlaneSettings> Planes { get; init; }

    /// <summary>Sampling and regions of interest.</summary>
    public required ReadoutSettings Readout { get; init; }

    /// <summary>Amplifier and shaper.</summary>
    public ElectronicsSettings Electronics { get; init; } = new();

    /// <summary>Share of charge that escapes recombination.</summary>
    public RecombinationSettings Recombination { get; init; } = new();

    /// <summary>Scintillation.</summary>
    public LightSettings Light { get; init; } = new();

    /// <summary>What lies above the detector.</summary>
    public OverburdenSettings Overburden { get; init; } = new();

    /// <summary>Size of the space-charge displacements; applied times <see cref="DetectorVariations.SpaceCharge"/>.</summary>
    public SpaceChargeSettings SpaceCharge { get; init; } = new();

    /// <summary>The nine knobs of the systematic variations.</summary>
    public DetectorVariations Variations { get; init; } = new();

    /// <summary>Length of the drift, cm.</summary>
    public double DriftLength => ActiveVolume.XHigh - ActiveVolume.XLow;

    /// <summary>Every value in fixed order, numbers in shortest form, without title: what manifests keep and caches hash. Itself a card.</summary>
    public string ToCanonicalText() => DetectorCardKeys.All.Write(this);
}
