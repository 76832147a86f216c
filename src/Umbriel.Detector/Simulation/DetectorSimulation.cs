using System.Collections.Concurrent;
using System.Diagnostics;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Electromagnetic;
using Umbriel.Detector.Heavy;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Sources;

namespace Umbriel.Detector.Simulation;

/// <summary>
/// From primaries to wires and flashes for one detector card. Particles are followed in the card's cryostat (its active
/// volume where it gives none); beyond, they have escaped. An event is a pure function of (card, source, seed, its
/// number): threads and blocks do not change a bit.
/// </summary>
public sealed class DetectorSimulation
{
    /// <summary>Events that are held at a time.</summary>
    public const int BlockLength = 32;

    private readonly IPrimarySource source;
    private readonly ulong seed;
    private readonly EventSimulator transport;
    private readonly FlashMaker light;
    private readonly CosmicMuons? cosmics;
    private readonly ConcurrentBag<ReadoutSimulator> readouts = [];
    private readonly EventResult[] block = [.. Enumerable.Range(0, BlockLength).Select(static _ => new EventResult())];

    /// <summary>Makes the tables.</summary>
    /// <param name="card">The detector.</param>
    /// <param name="source">The primaries.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="cosmics">Cosmic muons laid over every event, if any.</param>
    public DetectorSimulation(DetectorCard card, IPrimarySource source, ulong seed, CosmicMuons? cosmics = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        this.source = source;
        this.seed = seed;
        this.cosmics = cosmics;
        transport = new EventSimulator(
            [new HeavyParticleTransport(new HeavyTransportSettings { Density = card.Density }), new ElectromagneticTransport(new ElectromagneticCuts(), card.Density)],
            card.Cryostat);
        Response = new DetectorResponse(card);
        light = new FlashMaker(Response);
    }

    /// <summary>The detector.</summary>
    public DetectorResponse Response { get; }

    /// <summary>
    /// Events 0 … <paramref name="count"/> − 1 in order, in blocks. A block is overwritten by the next one. Not to be run
    /// twice at the same time.
    /// </summary>
    /// <param name="count">Number of events.</param>
    /// <param name="threads">Degree of parallelism, at least 1.</param>
    /// <param name="cancellation">Stops between events.</param>
    public IEnumerable<ReadOnlyMemory<EventResult>> Run(long count, int threads, CancellationToken cancellation = default)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        for (long first = 0; first < count; first += BlockLength)
        {
            int length = (int)Math.Min(BlockLength, count - first);
            if (threads == 1)
            {
                for (int i = 0; i < length; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    Simulate(first + i, block[i]);
                }
            }
            else
            {
                long start = first;
                Parallel.For(0, length, options, i => Simulate(start + i, block[i]));
            }

            yield return block.AsMemory(0, length);
        }
    }

    /// <summary>
    /// Simulates event <paramref name="index"/>. Cosmic muons have random numbers of their own, so that the beam event is the same
    /// with and without them. May be called by many threads, each with its own <paramref name="result"/>.
    /// </summary>
    public void Simulate(long index, EventResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        RandomStream random = new(seed, RandomStage.Transport, (ulong)index);
        result.Begin(index);
        result.Started(source.Add(ref random, index, result.Simulated));
        Debug.Assert(result.Label.NamedWeights.Count == source.WeightNames.Count, "Every event has the weights that its source names.");
        transport.Simulate(ref random, result.Simulated);
        result.BeamTransported();
        if (cosmics is not null)
        {
            RandomStream sky = new(seed, RandomStage.Cosmics, (ulong)index);
            result.CosmicsStarted(cosmics.AddTo(ref sky, result.Simulated));
            transport.Simulate(ref sky, result.Simulated);
        }

        result.Transported(Response.Card.ActiveVolume);
        if (!readouts.TryTake(out ReadoutSimulator? readout))
        {
            readout = new ReadoutSimulator(Response);
        }

        readout.Simulate(result.Simulated, seed, (ulong)index, result.Signals);
        readouts.Add(readout);
        light.Make(result.Simulated, seed, (ulong)index, result.FlashList);
    }
}
