using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Generation.Sites;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>The beam at MiniBooNE in both polarities.</summary>
/// <param name="Site">MiniBooNE's site.</param>
/// <param name="Fhc">Neutrino mode.</param>
/// <param name="Rhc">Antineutrino mode.</param>
public sealed record MiniBooNEBeams(DetectorSite Site, BeamData Fhc, BeamData Rhc)
{
    /// <summary>Name of the site.</summary>
    public const string SiteName = "miniboone";

    /// <summary>Reads both polarities of a site.</summary>
    /// <exception cref="UserErrorException">A flux is missing, or a file is damaged.</exception>
    public static MiniBooNEBeams Of(DetectorSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new MiniBooNEBeams(site, site.Beam.Data, site.AntineutrinoBeam.Data);
    }

    /// <summary>The beam of one polarity.</summary>
    public BeamData Of(BeamMode mode) => mode switch
    {
        BeamMode.Fhc => Fhc,
        BeamMode.Rhc => Rhc,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
