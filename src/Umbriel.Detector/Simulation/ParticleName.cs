using Umbriel.Core;
using Umbriel.Detector.Heavy;
using Umbriel.Formats.Text;

namespace Umbriel.Detector.Simulation;

/// <summary>Names of particles as users write them.</summary>
public static class ParticleName
{
    private static readonly (string Name, ParticleKind Kind)[] Known =
    [
        ("e-", ParticleKind.Electron), ("e+", ParticleKind.Positron), ("gamma", ParticleKind.Photon),
        ("mu-", ParticleKind.MuonMinus), ("mu+", ParticleKind.MuonPlus), ("pi+", ParticleKind.PionPlus),
        ("pi-", ParticleKind.PionMinus), ("pi0", ParticleKind.PionZero), ("K+", ParticleKind.KaonPlus),
        ("K-", ParticleKind.KaonMinus), ("proton", ParticleKind.Proton), ("neutron", ParticleKind.Neutron),
    ];

    /// <summary>Every name, separated by commas.</summary>
    public static string List => string.Join(", ", Known.Select(static known => known.Name));

    /// <summary>The particle of that name.</summary>
    /// <param name="source">Option or file that holds the name, for messages.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="UserErrorException">There is none; the nearest is proposed.</exception>
    public static ParticleKind Parse(string source, string name)
    {
        foreach ((string known, ParticleKind kind) in Known)
        {
            if (known == name)
            {
                return kind;
            }
        }

        throw new UserErrorException(source, null, Show.Quoted(name), Nearest.Expectation(name, [.. Known.Select(static known => known.Name)]));
    }

    /// <summary>The name of a particle; its PDG code if it has none here.</summary>
    public static string Of(ParticleKind kind)
    {
        foreach ((string name, ParticleKind known) in Known)
        {
            if (known == kind)
            {
                return name;
            }
        }

        return $"{(int)kind}";
    }

    /// <summary>Mass, GeV (Particle Data Group, Review of Particle Physics 2024); 0 for photons.</summary>
    public static double Mass(ParticleKind kind) => ParticleProperties.Mass(kind);
}
