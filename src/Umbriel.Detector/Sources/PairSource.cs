using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.HepMc3;
using Umbriel.Generation;

namespace Umbriel.Detector.Sources;

/// <summary>
/// The e+e- pairs of a model as primaries, with their weights. Their vertices are generated in the site's active volume and
/// moved so that its middle is the middle of the detector card's.
/// </summary>
public sealed class PairSource : IPrimarySource
{
    private readonly EventSource source;
    private readonly long runLength;
    private readonly (double X, double Y, double Z) shift;
    private readonly Box volume;

    /// <summary>Binds a source of pairs.</summary>
    /// <param name="source">The pairs.</param>
    /// <param name="runLength">Events in the run: fixes the weights.</param>
    /// <param name="settings">What the pairs are generated with.</param>
    /// <param name="card">The detector.</param>
    /// <param name="path">Path of the detector card, for messages.</param>
    /// <exception cref="UserErrorException">The card's active volume is not the site's.</exception>
    public PairSource(EventSource source, long runLength, GenerationSettings settings, DetectorCard card, string path)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(card);
        volume = card.Cryostat;
        this.source = source;
        this.runLength = runLength;
        shift = SitePlacement.Shift(settings.Site.Title, settings.Detector, card, path);
    }

    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        if (source.IsEmpty)
        {
            return new EventLabel { Category = EventCategory.Signal, Weight = 0.0 };
        }

        TruthEventBatch row = new(1);
        source.Fill(row, 0, eventIndex, runLength);
        if (row.Weight[0] > 0.0)
        {
            simulated.Add(Start(ParticleKind.Electron, row.Electron[0], row), -1, CreationProcess.Primary);
            simulated.Add(Start(ParticleKind.Positron, row.Positron[0], row), -1, CreationProcess.Primary);
            AddBreakup(row, simulated);
        }

        return Label(row);
    }

    /// <summary>
    /// What left the struck nucleus starts where the neutrino scattered, as the neutrino passes. What no transport follows is
    /// booked as lost, what starts outside the cryostat has escaped.
    /// </summary>
    private void AddBreakup(TruthEventBatch row, SimulatedEvent simulated)
    {
        foreach ((int pdg, FourVector momentum) in row.Breakup[0]?.Particles ?? [])
        {
            ParticleKind kind = (ParticleKind)pdg;
            double p = momentum.Momentum;
            double mass = Enum.IsDefined(kind) ? ParticleName.Mass(kind) : Math.Sqrt(Math.Max(0.0, momentum.MassSquared));
            ParticleState state = new()
            {
                Kind = kind,
                Energy = p > 0.0 ? p * p / (Math.Sqrt((p * p) + (mass * mass)) + mass) : 0.0,
                X = row.ScatterX[0] + shift.X,
                Y = row.ScatterY[0] + shift.Y,
                Z = row.ScatterZ[0] + shift.Z,
                DX = p > 0.0 ? momentum.X / p : 0.0,
                DY = p > 0.0 ? momentum.Y / p : 0.0,
                DZ = p > 0.0 ? momentum.Z / p : 1.0,
                Time = 0.0,
            };
            simulated.Add(state, -1, CreationProcess.Primary);
            if (!volume.Contains(state.X, state.Y, state.Z))
            {
                simulated.TryTake(out _);
                simulated.Escaped += state.Energy;
            }
        }
    }

    private static EventLabel Label(TruthEventBatch row) => new()
    {
        Category = EventCategory.Signal,
        Region = row.Origin[0] switch
        {
            EventOrigin.Tpc => EventRegion.Tpc,
            EventOrigin.Cryostat => EventRegion.Cryostat,
            _ => EventRegion.Dirt,
        },
        Neutrino = new EventNeutrino(row.NeutrinoPdg[0], row.NeutrinoEnergy[0], 0),
        Process = ProcessCode.Of(row.Regime[0]),
        Target = ParticleCode.Nucleus(row.Target[0]),
        Weight = row.Weight[0],
    };

    private ParticleState Start(ParticleKind kind, FourVector momentum, TruthEventBatch row)
    {
        double p = Math.Sqrt((momentum.X * momentum.X) + (momentum.Y * momentum.Y) + (momentum.Z * momentum.Z));
        double mass = PhysicalConstants.MassElectron;
        return new ParticleState
        {
            Kind = kind,
            Energy = p * p / (Math.Sqrt((p * p) + (mass * mass)) + mass),
            X = row.VertexX[0] + shift.X,
            Y = row.VertexY[0] + shift.Y,
            Z = row.VertexZ[0] + shift.Z,
            DX = p > 0.0 ? momentum.X / p : 0.0,
            DY = p > 0.0 ? momentum.Y / p : 0.0,
            DZ = p > 0.0 ? momentum.Z / p : 1.0,
            Time = row.TimeNs[0],
        };
    }
}
