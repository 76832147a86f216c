using Umbriel.Core;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;
using Umbriel.Generation.Sites;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Generation;

/// <summary>Everything besides the model's parameters that fixes the event rate and the events.</summary>
public sealed record GenerationSettings
{
    /// <summary>The defaults of a site: its exposure in neutrino mode, and the letter's conventions.</summary>
    /// <exception cref="UserErrorException">The site has no flux.</exception>
    public GenerationSettings(DetectorSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        Site = site;
        Pot = site.Beam.Pot;
    }

    /// <summary>Where pairs are looked for.</summary>
    public DetectorSite Site { get; init; }

    /// <summary>Exposure, protons on target.</summary>
    public double Pot { get; init; }

    /// <summary>Scattering regimes included. The letter's limits use coherent events only.</summary>
    public IReadOnlyList<ScatteringRegime> Regimes { get; init; } = [ScatteringRegime.Coherent];

    /// <summary>PDG codes of the beam neutrinos that upscatter (14, −14).</summary>
    public IReadOnlyList<int> NeutrinoFlavours { get; init; } = [14, -14];

    /// <summary>Polarisation of an on-shell Z': exact spin correlation, or isotropic decay as DarkNews has it.</summary>
    public ZPrimePolarisation ZPolarisation { get; init; } = ZPrimePolarisation.Exact;

    /// <summary>Helicities of the upscattered neutrino that are included. The fits of arXiv:2308.02543 keep the conserving one only.</summary>
    public Helicity Helicity { get; init; } = Helicity.Both;

    /// <summary>Which of the site's geometries is used.</summary>
    public GeometryConvention Geometry { get; init; } = GeometryConvention.Letter;

    /// <summary>Detector and soil: the site's <see cref="Geometry"/>.</summary>
    public DetectorGeometry Detector => Site.Geometry(Geometry);

    /// <summary>Nuclear charge form factor.</summary>
    public FormFactorModel FormFactor { get; init; } = FormFactorModel.FourierBessel;

    /// <summary>Whether elastic scattering off bound nucleons is Pauli-blocked (Fermi gas).</summary>
    public bool PauliBlocking { get; init; }

    /// <summary>What elastic scattering knows of the nucleus that its nucleon is in.</summary>
    public NuclearResponse NuclearResponse { get; init; } = NuclearResponse.Free;

    /// <summary>The files that these settings read: the site's, and those of the nuclear response.</summary>
    public IReadOnlyList<string> Files => NuclearResponse == NuclearResponse.FermiGas
        ? [.. Site.Files, .. NuclearTable.Files, .. NuclearCascade.Files]
        : Site.Files;

    /// <summary>Random seed.</summary>
    public ulong Seed { get; init; } = 1;
}
