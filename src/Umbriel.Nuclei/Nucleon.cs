using Umbriel.Core;

namespace Umbriel.Nuclei;

/// <summary>The two kinds of nucleons.</summary>
public enum Nucleon : byte
{
    /// <summary>p.</summary>
    Proton = 0,

    /// <summary>n.</summary>
    Neutron = 1,
}

/// <summary>Properties of nucleons.</summary>
public static class Nucleons
{
    /// <summary>Mean of the proton's and the neutron's mass, GeV: the M of formulas that do not tell them apart.</summary>
    public const double MeanMass = 0.5 * (PhysicalConstants.MassProton + PhysicalConstants.MassNeutron);

    /// <summary>Mass, GeV.</summary>
    public static double Mass(this Nucleon nucleon) => nucleon == Nucleon.Proton ? PhysicalConstants.MassProton : PhysicalConstants.MassNeutron;

    /// <summary>PDG code: 2212 or 2112.</summary>
    public static int Pdg(this Nucleon nucleon) => nucleon == Nucleon.Proton ? 2212 : 2112;

    /// <summary>The other kind.</summary>
    public static Nucleon Other(this Nucleon nucleon) => nucleon == Nucleon.Proton ? Nucleon.Neutron : Nucleon.Proton;
}
