using Umbriel.Nuclei;

namespace Umbriel.Backgrounds;

/// <summary>
/// Factors on the probability of one and two pions in the deep-inelastic model below the joining mass, where the model
/// stands for the background under the resonances: the R_ijk of GENIE. States of more pions have 1. Defaults: tune
/// G18_10a_02_11a (PRD 104 (2021) 072009), in which antineutrinos on protons have the values of neutrinos on neutrons.
/// </summary>
public sealed record NonResonantFactors
{
    /// <summary>Neutrinos on protons, charged current, one pion.</summary>
    public double NeutrinoProtonChargedOnePion { get; init; } = 0.007713;

    /// <summary>Neutrinos on protons, charged current, two pions.</summary>
    public double NeutrinoProtonChargedTwoPions { get; init; } = 0.787999;

    /// <summary>Neutrinos on neutrons, charged current, one pion.</summary>
    public double NeutrinoNeutronChargedOnePion { get; init; } = 0.127858;

    /// <summary>Neutrinos on neutrons, charged current, two pions.</summary>
    public double NeutrinoNeutronChargedTwoPions { get; init; } = 2.11523;

    /// <summary>Neutrinos on protons, neutral current, one pion.</summary>
    public double NeutrinoProtonNeutralOnePion { get; init; } = 0.1;

    /// <summary>Neutrinos on protons, neutral current, two pions.</summary>
    public double NeutrinoProtonNeutralTwoPions { get; init; } = 1.0;

    /// <summary>Neutrinos on neutrons, neutral current, one pion.</summary>
    public double NeutrinoNeutronNeutralOnePion { get; init; } = 0.3;

    /// <summary>Neutrinos on neutrons, neutral current, two pions.</summary>
    public double NeutrinoNeutronNeutralTwoPions { get; init; } = 1.0;

    /// <summary>Antineutrinos on protons, charged current, one pion.</summary>
    public double AntineutrinoProtonChargedOnePion { get; init; } = 0.127858;

    /// <summary>Antineutrinos on protons, charged current, two pions.</summary>
    public double AntineutrinoProtonChargedTwoPions { get; init; } = 2.11523;

    /// <summary>Antineutrinos on neutrons, charged current, one pion.</summary>
    public double AntineutrinoNeutronChargedOnePion { get; init; } = 0.007713;

    /// <summary>Antineutrinos on neutrons, charged current, two pions.</summary>
    public double AntineutrinoNeutronChargedTwoPions { get; init; } = 0.787999;

    /// <summary>Antineutrinos on protons, neutral current, one pion.</summary>
    public double AntineutrinoProtonNeutralOnePion { get; init; } = 0.3;

    /// <summary>Antineutrinos on protons, neutral current, two pions.</summary>
    public double AntineutrinoProtonNeutralTwoPions { get; init; } = 1.0;

    /// <summary>Antineutrinos on neutrons, neutral current, one pion.</summary>
    public double AntineutrinoNeutronNeutralOnePion { get; init; } = 0.1;

    /// <summary>Antineutrinos on neutrons, neutral current, two pions.</summary>
    public double AntineutrinoNeutronNeutralTwoPions { get; init; } = 1.0;

    /// <summary>The factor of a reaction.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino, negative for antineutrinos.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="hadrons">Hadrons in the final state, at least 2, the baryon counted.</param>
    public double Of(WeakCurrent current, int neutrino, Nucleon nucleon, int hadrons) => hadrons switch
    {
        2 => (neutrino > 0, current, nucleon) switch
        {
            (true, WeakCurrent.Charged, Nucleon.Proton) => NeutrinoProtonChargedOnePion,
            (true, WeakCurrent.Charged, Nucleon.Neutron) => NeutrinoNeutronChargedOnePion,
            (true, WeakCurrent.Neutral, Nucleon.Proton) => NeutrinoProtonNeutralOnePion,
            (true, WeakCurrent.Neutral, Nucleon.Neutron) => NeutrinoNeutronNeutralOnePion,
            (false, WeakCurrent.Charged, Nucleon.Proton) => AntineutrinoProtonChargedOnePion,
            (false, WeakCurrent.Charged, Nucleon.Neutron) => AntineutrinoNeutronChargedOnePion,
            (false, WeakCurrent.Neutral, Nucleon.Proton) => AntineutrinoProtonNeutralOnePion,
            _ => AntineutrinoNeutronNeutralOnePion,
        },
        3 => (neutrino > 0, current, nucleon) switch
        {
            (true, WeakCurrent.Charged, Nucleon.Proton) => NeutrinoProtonChargedTwoPions,
            (true, WeakCurrent.Charged, Nucleon.Neutron) => NeutrinoNeutronChargedTwoPions,
            (true, WeakCurrent.Neutral, Nucleon.Proton) => NeutrinoProtonNeutralTwoPions,
            (true, WeakCurrent.Neutral, Nucleon.Neutron) => NeutrinoNeutronNeutralTwoPions,
            (false, WeakCurrent.Charged, Nucleon.Proton) => AntineutrinoProtonChargedTwoPions,
            (false, WeakCurrent.Charged, Nucleon.Neutron) => AntineutrinoNeutronChargedTwoPions,
            (false, WeakCurrent.Neutral, Nucleon.Proton) => AntineutrinoProtonNeutralTwoPions,
            _ => AntineutrinoNeutronNeutralTwoPions,
        },
        _ => 1.0,
    };
}
