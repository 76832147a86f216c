using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;

namespace Umbriel.Studies.Performance;

/// <summary>Events of one kind that a reconstruction is judged by.</summary>
/// <param name="Name">Name, for files and options.</param>
/// <param name="Title">What its events are.</param>
/// <param name="Source">Their primaries.</param>
/// <param name="Events">Usual number of events.</param>
/// <param name="Place">Place in the list of samples, which tells its seed from those of others.</param>
public sealed record PerformanceSample(string Name, string Title, IPrimarySource Source, int Events, int Place)
{
    /// <summary>Distance of the fiducial volume from the sides of the active volume, cm.</summary>
    public const double Margin = 10.0;

    /// <summary>Least seed of a run; those below are of the training.</summary>
    public const ulong LeastSeed = 100;

    /// <summary>Names of all samples.</summary>
    public static IReadOnlyList<string> Names { get; } = ["electrons", "photons", "muons", "protons", "electron-proton", "photon-proton", "pi0", "pairs"];

    private static double[] Showers { get; } = [0.1, 0.3, 0.5, 0.8];

    /// <summary>All samples, in the order of <see cref="Names"/>.</summary>
    /// <param name="card">The detector.</param>
    public static IReadOnlyList<PerformanceSample> All(DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        Box box = card.ActiveVolume.Shrunk(Margin);
        GunParticle proton = GunParticle.InTurn(ParticleKind.Proton, 0.1);
        (string Title, IPrimarySource Source, int Events)[] all =
        [
            ("single electrons of 100, 300, 500 and 800 MeV", new ParticleGun(box, GunParticle.InTurn(ParticleKind.Electron, Showers)), 2000),
            ("single photons of 100, 300, 500 and 800 MeV", new ParticleGun(box, GunParticle.InTurn(ParticleKind.Photon, Showers)), 2000),
            ("single muons of 50 to 500 MeV, log-uniform", new ParticleGun(box, new GunParticle(ParticleKind.MuonMinus, 0.05, 0.5)), 1000),
            ("single protons of 40 to 400 MeV, log-uniform", new ParticleGun(box, new GunParticle(ParticleKind.Proton, 0.04, 0.4)), 1000),
            ("an electron of 100 to 800 MeV, log-uniform, and a proton of 100 MeV", new ParticleGun(box, new GunParticle(ParticleKind.Electron, 0.1, 0.8), proton), 2000),
            ("a photon of 100 to 800 MeV, log-uniform, and a proton of 100 MeV", new ParticleGun(box, new GunParticle(ParticleKind.Photon, 0.1, 0.8), proton), 2000),
            ("single π0 of 0.1 to 0.8 GeV/c, uniform", new PionGun(box, 0.1, 0.8), 2000),
            ("e+e− pairs of 100 to 800 MeV, opening 0 to 60°, asymmetry 0 to 1, all uniform", new PairGun(box), 4000),
        ];
        return [.. all.Select((s, i) => new PerformanceSample(Names[i], s.Title, s.Source, s.Events, i))];
    }

    /// <summary>Those of some names, separated by commas, in the order of <see cref="Names"/>; all for null.</summary>
    /// <param name="card">The detector.</param>
    /// <param name="option">Where the names come from, for messages.</param>
    /// <param name="names">The names.</param>
    /// <exception cref="UserErrorException">There is none of that name.</exception>
    public static IReadOnlyList<PerformanceSample> Named(DetectorCard card, string option, string? names)
    {
        IReadOnlyList<PerformanceSample> all = All(card);
        if (names is null)
        {
            return all;
        }

        string[] wanted = names.Split(',');
        return Array.Find(wanted, static w => !Names.Contains(w)) is { } unknown
            ? throw new UserErrorException(option, null, $"'{unknown}'", $"some of {string.Join(", ", Names)}, separated by commas")
            : [.. all.Where(s => wanted.Contains(s.Name))];
    }
}
