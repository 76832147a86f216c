namespace Umbriel.Beam;

/// <summary>A neutrino beam as the generator needs it.</summary>
/// <param name="Flux">Flux at the detector.</param>
/// <param name="ParentPositions">Where the neutrinos' parents decay.</param>
public sealed record BeamData(NeutrinoFlux Flux, ParentDecayPosition ParentPositions);
