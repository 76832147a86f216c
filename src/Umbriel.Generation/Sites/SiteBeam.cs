using Umbriel.Beam;
using Umbriel.Core;

namespace Umbriel.Generation.Sites;

/// <summary>The beam at a site in one polarity of its horn. Immutable; the tables are read when they are first asked for.</summary>
public sealed class SiteBeam
{
    private readonly Lazy<BeamData> data;

    /// <summary>Binds the files of a beam.</summary>
    /// <param name="fluxFile">Full path of the flux at the site.</param>
    /// <param name="parents">Decay positions of the neutrinos' parents.</param>
    /// <param name="pot">Exposure where a card gives none, protons on target.</param>
    /// <param name="source">Whose exposure that is.</param>
    public SiteBeam(string fluxFile, Lazy<ParentDecayPosition> parents, double pot, string source)
    {
        FluxFile = fluxFile;
        Pot = pot;
        Source = source;
        data = new Lazy<BeamData>(() => new BeamData(NeutrinoFlux.Load(fluxFile), parents.Value));
    }

    /// <summary>Full path of the flux at the site.</summary>
    public string FluxFile { get; }

    /// <summary>Exposure where a card gives none, protons on target.</summary>
    public double Pot { get; }

    /// <summary>Whose exposure that is.</summary>
    public string Source { get; }

    /// <summary>Flux and decay positions; the same object every time.</summary>
    /// <exception cref="UserErrorException">A file is missing or damaged.</exception>
    public BeamData Data => data.Value;
}
