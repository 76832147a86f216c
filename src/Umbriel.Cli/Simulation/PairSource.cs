using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.HepMc3;
using Umbriel.Generation;
using Umbriel.Generation.Geometry;

namespace Umbriel.Cli.Simulation;

/// <summary>
/// The e+e- pairs of a model card as primaries, with the card's weights. Their vertices are generated in MicroBooNE's
/// active volume and moved so that its middle is the middle of the detector card's.
/// </summary>
internal sealed class PairSource : IPrimarySource
{
    private const double Tolerance = 1.0;

    private readonly EventSource source;
    private readonly long runLength;
    private readonly (double X, double Y, double Z) shift;

    /// <summary>Binds a source of pairs.</summary>
    /// <param name="source">The pairs.</param>
    /// <param name="runLength">Events in the run: fixes the weights.</param>
    /// <param name="generated">Box in which the pairs are born.</param>
    /// <param name="card">The detector.</param>
    /// <param name="path">Path of the detector card, for messages.</param>
    /// <exception cref="UserErrorException">The active volume is not as large as the box.</exception>
    public PairSource(EventSource source, long runLength, Box generated, DetectorCard card, string path)
    {
        TransportVolume active = card.ActiveVolume;
        (double x, double y, double z) = (active.XHigh - active.XLow, active.YHigh - active.YLow, active.ZHigh - active.ZLow);
        (double gx, double gy, double gz) = (generated.XHigh - generated.XLow, generated.YHigh - generated.YLow, generated.ZHigh - generated.ZLow);
        if (Math.Abs(x - gx) > Tolerance || Math.Abs(y - gy) > Tolerance || Math.Abs(z - gz) > Tolerance)
        {
            throw new UserErrorException(path, "activeVolume", $"{x:G6} x {y:G6} x {z:G6} cm", $"MicroBooNE's {gx:G6} x {gy:G6} x {gz:G6} cm, where a model card's pairs are born; use --particle for other detectors");
        }

        this.source = source;
        this.runLength = runLength;
        shift = (
            0.5 * (active.XLow + active.XHigh - generated.XLow - generated.XHigh),
            0.5 * (active.YLow + active.YHigh - generated.YLow - generated.YHigh),
            0.5 * (active.ZLow + active.ZHigh - generated.ZLow - generated.ZHigh));
    }

    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        TruthEventBatch row = new(1);
        source.Fill(row, 0, eventIndex, runLength);
        if (row.Weight[0] > 0.0)
        {
            simulated.Add(Start(ParticleKind.Electron, row.Electron[0], row), -1, CreationProcess.Primary);
            simulated.Add(Start(ParticleKind.Positron, row.Positron[0], row), -1, CreationProcess.Primary);
        }

        return Label(row);
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
