namespace Umbriel.Beam;

/// <summary>The Booster Neutrino Beam as the generator needs it.</summary>
/// <param name="Flux">Flux at the detector.</param>
/// <param name="ParentPositions">Where the neutrinos' parents decay.</param>
public sealed record BeamData(NeutrinoFlux Flux, ParentDecayPosition ParentPositions)
{
    /// <summary>The neutrino-mode flux in MicroBooNE's active volume.</summary>
    /// <param name="dataDirectory">Umbriel's data folder.</param>
    public static BeamData LoadMicroBooNE(string dataDirectory) => new(
        NeutrinoFlux.Load(Path.Combine(dataDirectory, "flux", "bnb_microboone_fhc.csv")),
        ParentDecayPosition.Load(Path.Combine(dataDirectory, "flux", "bnb_parent_decay_position.csv")));
}
