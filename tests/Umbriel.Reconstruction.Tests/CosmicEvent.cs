using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Slices;
using Umbriel.Reconstruction.Training;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Points of a simulated readout with cosmic muons, its flashes, and the beam event's part in each point's charge.</summary>
internal sealed record CosmicEvent(PointCloud Cloud, IReadOnlyList<Flash> Flashes, double[] Beam)
{
    /// <summary>Simulates events.</summary>
    public static IEnumerable<CosmicEvent> Simulate(DetectorCard card, IPrimarySource source, ulong seed, int count)
    {
        DetectorSimulation simulation = new(card, source, seed, CosmicOverlay.Over(card, 1.0));
        PointReconstructor points = new(simulation.Response, new ReconstructionSettings());
        foreach (ReadOnlyMemory<EventResult> block in simulation.Run(count, 1))
        {
            for (int i = 0; i < block.Length; i++)
            {
                EventResult result = block.Span[i];
                (IReadOnlyList<Hit> hits, PointCloud cloud) = points.Find(result.Signals);
                HitOrigins origins = new(simulation.Response, result.Simulated, hits);
                double[] beamOfHit = [.. Enumerable.Range(0, hits.Count).Select(hit => BeamShare(origins, hits, hit, result.BeamParticles))];
                yield return new CosmicEvent(cloud, [.. result.Flashes], [.. cloud.Points.Select(p => p.Charge * beamOfHit[Enumerable.Range(0, 3).Select(p.Hit).Last(static h => h >= 0)])]);
            }
        }
    }

    /// <summary>Share of the beam event's charge in the neutrino's slice and of that charge in the slice; null without a slice, or without beam charge.</summary>
    public (double Completeness, double Purity)? Score(SliceResult slices)
    {
        double all = Beam.Sum();
        if (slices.Neutrino is not { } neutrino || all == 0.0)
        {
            return null;
        }

        double inside = slices.Slices[neutrino].Points.Sum(i => Beam[i]);
        return (inside / all, inside / slices.Slices[neutrino].Charge);
    }

    private static double BeamShare(HitOrigins origins, IReadOnlyList<Hit> hits, int hit, int beamParticles)
    {
        double[] shares = origins.Shares(hits, [hit]);
        double beam = 0.0;
        for (int k = 0; k < shares.Length; k++)
        {
            beam += origins.Particles[k] < beamParticles ? shares[k] : 0.0;
        }

        return beam;
    }
}
