using System.Diagnostics;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>What a cascade leaves of the nucleus.</summary>
/// <param name="Protons">Protons left.</param>
/// <param name="Neutrons">Neutrons left.</param>
/// <param name="Excitation">
/// Energy over the ground state, GeV: of holes below the Fermi level and of nucleons above it that stay.
/// </param>
internal readonly record struct ResidualNucleus(int Protons, int Neutrons, double Excitation)
{
    /// <summary>⁴⁰Ar in its ground state.</summary>
    public static ResidualNucleus Argon => new(ArgonNucleus.Protons, ArgonNucleus.Neutrons, 0.0);

    /// <summary>After a nucleon was taken from below the Fermi level.</summary>
    /// <param name="charge">Its charge.</param>
    /// <param name="depth">How far below, GeV.</param>
    public ResidualNucleus Less(int charge, double depth)
    {
        Debug.Assert(depth >= 0.0 && Protons >= charge && Neutrons >= 1 - charge);
        return new ResidualNucleus(Protons - charge, Neutrons - 1 + charge, Excitation + depth);
    }

    /// <summary>With a nucleon that stays.</summary>
    /// <param name="charge">Its charge.</param>
    /// <param name="height">Its energy above the Fermi level, GeV.</param>
    public ResidualNucleus With(int charge, double height)
    {
        Debug.Assert(height >= 0.0);
        return new ResidualNucleus(Protons + charge, Neutrons + 1 - charge, Excitation + height);
    }
}
