using Umbriel.Beam;
using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Electromagnetic;
using Umbriel.Detector.Readout;
using Umbriel.Generation;

namespace Umbriel.Detector.Tests.Dedx;

/// <summary>Electrons, photons and close pairs of 100 to 800 MeV, and the first 4 cm of what they ionise in MicroBooNE's liquid.</summary>
internal static class ShowerStarts
{
    public const double Length = 4.0;
    private const double LargestOpening = 10.0;
    private const double Lowest = 0.1;
    private const double Highest = 0.8;

    // A photon's soft Compton electrons are blips before the shower.
    private const double LeastStart = 5e-3;

    private static readonly Box Large = new(-1000.0, 1000.0, -1000.0, 1000.0, -1000.0, 2000.0);
    private static readonly EventSimulator Transport = new([new ElectromagneticTransport(new ElectromagneticCuts())], Large);
    private static readonly Recombination Quenching = new(Readout.Cards.MicroBooNE);

    /// <summary>Single particles of uniform energy.</summary>
    public static List<ShowerStart> Single(ParticleKind kind, int events)
    {
        List<ShowerStart> starts = new(events);
        SimulatedEvent simulated = new();
        for (int i = 0; i < events; i++)
        {
            RandomStream random = new(61, RandomStage.Transport, (ulong)i);
            simulated.Clear();
            double energy = Lowest + ((Highest - Lowest) * random.NextDouble());
            simulated.Add(new ParticleState { Kind = kind, Energy = energy, DZ = 1.0 }, -1, CreationProcess.Primary);
            Transport.Simulate(ref random, simulated);
            Add(starts, simulated, 0.0, 0.0, 1.0, 1.0, kind == ParticleKind.Photon);
        }

        return starts;
    }

    /// <summary>Pairs of the example model card with an opening angle below 10° and 100 to 800 MeV between them, with their weights.</summary>
    public static List<ShowerStart> Pairs(int trials)
    {
        Card card = CardReader.Read(Path.Combine(Repository.Root, "cards", "key-point.yaml"));
        EventSource source = new(card.Model, card.Generation, card.Generation.Site.Beam.Data, EventOrigin.Tpc);
        TruthEventBatch row = new(1);
        SimulatedEvent simulated = new();
        List<ShowerStart> starts = [];
        for (int i = 0; i < trials; i++)
        {
            source.Fill(row, 0, i, trials);
            FourVector electron = row.Electron[0];
            FourVector positron = row.Positron[0];
            FourVector sum = electron + positron;
            double cosine = ((electron.X * positron.X) + (electron.Y * positron.Y) + (electron.Z * positron.Z)) / (electron.Momentum * positron.Momentum);
            if (!(row.Weight[0] > 0.0 && sum.E > Lowest && sum.E < Highest && cosine > Math.Cos(LargestOpening * Math.PI / 180.0)))
            {
                continue;
            }

            simulated.Clear();
            simulated.Add(Primary(ParticleKind.Electron, electron), -1, CreationProcess.Primary);
            simulated.Add(Primary(ParticleKind.Positron, positron), -1, CreationProcess.Primary);
            RandomStream random = new(62, RandomStage.Transport, (ulong)i);
            Transport.Simulate(ref random, simulated);
            Add(starts, simulated, sum.X / sum.Momentum, sum.Y / sum.Momentum, sum.Z / sum.Momentum, row.Weight[0], photon: false);
        }

        return starts;
    }

    private static ParticleState Primary(ParticleKind kind, FourVector p) => new()
    {
        Kind = kind,
        Energy = p.E - PhysicalConstants.MassElectron,
        DX = p.X / p.Momentum,
        DY = p.Y / p.Momentum,
        DZ = p.Z / p.Momentum,
    };

    private static void Add(List<ShowerStart> starts, SimulatedEvent simulated, double dx, double dy, double dz, double weight, bool photon)
    {
        ParticleState begin = default;
        if (photon)
        {
            SimulatedParticle first = simulated.Particles.FirstOrDefault(static p => p is { Parent: 0, Start.Energy: > LeastStart });
            if (first.Start.Kind is not (ParticleKind.Electron or ParticleKind.Positron))
            {
                return;
            }

            begin = first.Start;
        }

        double energy = 0.0;
        double charge = 0.0;
        foreach (Deposit d in simulated.Deposits)
        {
            double depth = (((0.5 * (d.X + d.EndX)) - begin.X) * dx) + (((0.5 * (d.Y + d.EndY)) - begin.Y) * dy) + (((0.5 * (d.Z + d.EndZ)) - begin.Z) * dz);
            if (depth is >= 0.0 and < Length)
            {
                energy += 1e3 * d.Energy;
                charge += Quenching.Of(d, ParticleKind.Electron).Electrons * Recombination.PairEnergyMeV;
            }
        }

        starts.Add(new ShowerStart(energy / Length, charge / Quenching.Survival(2.1) / Length, weight));
    }
}
