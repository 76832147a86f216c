using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Slices;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Points of a simulated readout with cosmic muons, its flashes, and the beam event's part in each point's charge.</summary>
internal sealed record CosmicEvent(PointCloud Cloud, IReadOnlyList<Flash> Flashes, double[] Beam)
{
    /// <summary>Simulates events.</summary>
    public static IEnumerable<CosmicEvent> Simulate(DetectorCard card, IPrimarySource source, ulong seed, int count)
    {
        DetectorSimulation simulation = new(card, source, seed, CosmicOverlay.Over(card, 1.0));
        TruthMatcher matcher = new(simulation.Response);
        PointReconstructor points = new(simulation.Response, new ReconstructionSettings());
        foreach (ReadOnlyMemory<EventResult> block in simulation.Run(count, 1))
        {
            for (int i = 0; i < block.Length; i++)
            {
                EventResult result = block.Span[i];
                (IReadOnlyList<Hit> hits, PointCloud cloud) = points.Find(result.Signals);
                TruthTable truth = matcher.Match(result.Simulated.Particles, result.Simulated.Deposits, result.BeamParticles, hits).At(cloud.Points);
                double[] beam = [.. cloud.Points.Select((p, k) => p.Charge * truth.Shares([k]).Where(s => s.TrueParticle < result.BeamParticles).Sum(static s => s.Share))];
                yield return new CosmicEvent(cloud, [.. result.Flashes], beam);
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
}
