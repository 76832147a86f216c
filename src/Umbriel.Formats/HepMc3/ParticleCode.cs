namespace Umbriel.Formats.HepMc3;

/// <summary>Particle codes: PDG's, NuHepMC's for the remnant.</summary>
public static class ParticleCode
{
    /// <summary>Nuclear remnant, NuHepMC convention P.C.2.</summary>
    public const int Remnant = 2009900000;

    /// <summary>Electron.</summary>
    public const int Electron = 11;

    /// <summary>Proton.</summary>
    public const int Proton = 2212;

    /// <summary>Neutron.</summary>
    public const int Neutron = 2112;

    /// <summary>PDG's 10LZZZAAAI for the nucleus 1000 Z + A.</summary>
    public static int Nucleus(int code) => 1_000_000_000 + (code / 1000 * 10_000) + (code % 1000 * 10);

    /// <summary>PDG code of what is left of a nucleus: of the nucleus, or of the one nucleon.</summary>
    public static int Remainder(int protons, int nucleons) => (protons, nucleons) switch
    {
        (1, 1) => Proton,
        (0, 1) => Neutron,
        _ => Nucleus((1000 * protons) + nucleons),
    };
}
