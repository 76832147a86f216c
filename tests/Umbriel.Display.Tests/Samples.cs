using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Tests;

/// <summary>Small simulated files, made once.</summary>
internal static class Samples
{
    public static DetectorCard Card { get; } = DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", "microboone.yaml"));

    private static readonly string Folder = NewFolder();

    private static readonly Lazy<string> LazyPairs = new(() => Write("pairs.h5", new PairSource(), 3));

    private static readonly Lazy<string> LazyMuons = new(() => Write("muons.h5", new ManyMuons(30), 1));

    private static readonly Lazy<string> LazyFound = new(() =>
    {
        string path = Path.Combine(Folder, "found.h5");
        using SimulationReader reader = SimulationReader.Open(Pairs);
        ReconstructionFile.Write(path, ReconstructionRun.OfFile(reader, new ReconstructionSettings(), ReconstructionModels.Default(), 1, default), new ReconstructionMetadata("test", reader.Metadata));
        return path;
    });

    /// <summary>Three events of an e+ and an e− of 250 and 180 MeV from (150, 10, 400) cm.</summary>
    public static string Pairs => LazyPairs.Value;

    /// <summary>One readout with 30 muons of 5 GeV from above, at times over the whole readout.</summary>
    public static string Muons => LazyMuons.Value;

    /// <summary>What is found in <see cref="Pairs"/>.</summary>
    public static string Found => LazyFound.Value;

    /// <summary>Makes every file now.</summary>
    public static void WriteAll() => _ = (Pairs, Muons, Found);

    public static string NewFolder()
    {
        string folder = Directory.CreateTempSubdirectory("umbriel-display-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        };
        return folder;
    }

    private static string Write(string name, IPrimarySource source, int count)
    {
        string path = Path.Combine(Folder, name);
        SimulationRun.Write(
            path,
            new DetectorSimulation(Card, source, 7),
            new SimulationMetadata { Version = "test", DetectorTitle = Card.Title, DetectorCard = Card.ToCanonicalText(), Source = "particle: sample\n", Seed = 7 },
            new RunOptions { Count = count, Threads = 1 });
        return path;
    }

    private sealed class PairSource : IPrimarySource
    {
        public double Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
        {
            // About 20 degrees apart.
            ParticleState state = new() { Kind = ParticleKind.Electron, Energy = 0.180, X = 150.0, Y = 10.0, Z = 400.0, DX = 0.3, DY = 0.1, DZ = Math.Sqrt(0.9) };
            simulated.Add(state, -1, CreationProcess.Primary);
            simulated.Add(state with { Kind = ParticleKind.Positron, Energy = 0.250, DX = -0.05, DZ = Math.Sqrt(0.9875) }, -1, CreationProcess.Primary);
            return 1.5;
        }
    }

    private sealed class ManyMuons(int count) : IPrimarySource
    {
        public double Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
        {
            for (int i = 0; i < count; i++)
            {
                double dx = 0.6 * (random.NextDouble() - 0.5);
                double dz = 1.2 * (random.NextDouble() - 0.5);
                simulated.Add(
                    new ParticleState
                    {
                        Kind = i % 2 == 0 ? ParticleKind.MuonMinus : ParticleKind.MuonPlus,
                        Energy = 5.0,
                        X = 256.0 * random.NextDouble(),
                        Y = 116.0,
                        Z = 1036.0 * random.NextDouble(),
                        DX = dx,
                        DY = -Math.Sqrt(1.0 - (dx * dx) - (dz * dz)),
                        DZ = dz,
                        Time = 1e6 * ((4.8 * random.NextDouble()) - 1.6),
                    },
                    -1,
                    CreationProcess.Primary);
            }

            return 1.0;
        }
    }
}
