using System.Collections.Concurrent;
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
/// number): neither threads nor the order of events change a bit. May be shared between threads.
/// </summary>
public sealed class DetectorSimulation
{
    private readonly IPrimarySource source;
    private readonly ulong seed;
    private readonly EventSimulator transport;
    private readonly FlashMaker light;
    private readonly CosmicMuons? cosmics;
    private readonly ConcurrentBag<ReadoutSimulator> readouts = [];

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
    /// Simulates event <paramref name="index"/>. Cosmic muons have random numbers of their own, so that the beam event is the same
    /// with and without them. May be called by many threads, each with its own <paramref name="result"/>.
    /// </summary>
    public void Simulate(long index, EventResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        RandomStream random = new(seed, RandomStage.Transport, (ulong)index);
        result.Begin(index);
        result.Started(source.Add(ref random, index, result.Simulated));
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
