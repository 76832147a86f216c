using Umbriel.Beam;
using Umbriel.Core;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>The Booster Neutrino Beam at MiniBooNE in both polarities.</summary>
/// <param name="Fhc">Neutrino mode.</param>
/// <param name="Rhc">Antineutrino mode.</param>
/// <param name="Files">Files read.</param>
public sealed record MiniBooNEBeams(BeamData Fhc, BeamData Rhc, IReadOnlyList<string> Files)
{
    /// <summary>Reads the fluxes of arXiv:0806.1449 and the decay positions of the neutrinos' parents, taken the same in both modes.</summary>
    /// <param name="dataDirectory">Umbriel's data folder.</param>
    /// <exception cref="UserErrorException">A file is missing or damaged.</exception>
    public static MiniBooNEBeams Load(string dataDirectory)
    {
        string fhc = Path.Combine(dataDirectory, "flux", "bnb_miniboone_fhc.csv");
        string rhc = Path.Combine(dataDirectory, "flux", "bnb_miniboone_rhc.csv");
        string positions = Path.Combine(dataDirectory, "flux", "bnb_parent_decay_position.csv");
        ParentDecayPosition parents = ParentDecayPosition.Load(positions);
        return new MiniBooNEBeams(new BeamData(NeutrinoFlux.Load(fhc), parents), new BeamData(NeutrinoFlux.Load(rhc), parents), [fhc, rhc, positions]);
    }

    /// <summary>The beam of one polarity.</summary>
    public BeamData Of(BeamMode mode) => mode switch
    {
        BeamMode.Fhc => Fhc,
        BeamMode.Rhc => Rhc,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
