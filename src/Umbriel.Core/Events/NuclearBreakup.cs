namespace Umbriel.Core.Events;

/// <summary>
/// What became of a nucleus of which a nucleon was struck: neutrino + nucleus at rest = dark neutrino + particles + remnant,
/// in four-momentum, charge and baryon number.
/// </summary>
/// <param name="Neutrino">The beam neutrino, GeV.</param>
/// <param name="Protons">Z of the nucleus.</param>
/// <param name="Nucleons">A of the nucleus.</param>
/// <param name="Mass">Of the nucleus at rest, GeV.</param>
/// <param name="StruckPdg">2212 or 2112.</param>
/// <param name="Struck">The nucleon before, off its mass shell by the removal energy, GeV.</param>
/// <param name="Leaving">The nucleon after, before the cascade, GeV.</param>
/// <param name="Particles">What left the nucleus after the cascade, without the dark neutrino: hadrons, photons, α particles.</param>
/// <param name="RemnantProtons">Z of what is left.</param>
/// <param name="RemnantNucleons">A of what is left.</param>
/// <param name="Remnant">Four-momentum of what is left, GeV.</param>
public sealed record NuclearBreakup(
    FourVector Neutrino,
    int Protons,
    int Nucleons,
    double Mass,
    int StruckPdg,
    FourVector Struck,
    FourVector Leaving,
    IReadOnlyList<(int Pdg, FourVector Momentum)> Particles,
    int RemnantProtons,
    int RemnantNucleons,
    FourVector Remnant);
