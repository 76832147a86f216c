using Umbriel.Core;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation;

/// <summary>Everything besides the model's parameters that fixes the event rate and the events.</summary>
public sealed record GenerationSettings
{
    /// <summary>Exposure, protons on target. The letter's is 6.87e20.</summary>
    public double Pot { get; init; } = 6.87e20;

    /// <summary>Scattering regimes included. The letter's limits use coherent events only.</summary>
    public IReadOnlyList<ScatteringRegime> Regimes { get; init; } = [ScatteringRegime.Coherent];

    /// <summary>PDG codes of the beam neutrinos that upscatter (14, −14).</summary>
    public IReadOnlyList<int> NeutrinoFlavours { get; init; } = [14, -14];

    /// <summary>Polarisation of an on-shell Z': exact spin correlation, or isotropic decay as DarkNews has it.</summary>
    public ZPrimePolarisation ZPolarisation { get; init; } = ZPrimePolarisation.Exact;

    /// <summary>Helicities of the upscattered neutrino that are included. The fits of arXiv:2308.02543 keep the conserving one only.</summary>
    public Helicity Helicity { get; init; } = Helicity.Both;

    /// <summary>The detector. Not a key of cards: verbs choose it.</summary>
    public Experiment Experiment { get; init; } = Experiment.MicroBooNE;

    /// <summary>Detector and soil geometry.</summary>
    public GeometryConvention Geometry { get; init; } = GeometryConvention.Letter;

    /// <summary>Nuclear charge form factor.</summary>
    public FormFactorModel FormFactor { get; init; } = FormFactorModel.FourierBessel;

    /// <summary>Whether elastic scattering off bound nucleons is Pauli-blocked (Fermi gas).</summary>
    public bool PauliBlocking { get; init; }

    /// <summary>Random seed.</summary>
    public ulong Seed { get; init; } = 1;
}
