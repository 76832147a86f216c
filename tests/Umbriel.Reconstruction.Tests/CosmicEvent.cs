using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Slices;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Points of a simulated readout with cosmic muons, its flashes, where points were looked for, the beam event's part in each point's charge, and its charge in points of the whole readout.</summary>
internal sealed record CosmicEvent(PointCloud Cloud, IReadOnlyList<Flash> Flashes, Region Region, double[] Beam, double BeamCharge)
{
    /// <summary>Simulates events.</summary>
    public static IEnumerable<CosmicEvent> Simulate(DetectorCard card, IPrimarySource source, ulong seed, int count, double? reach = null)
    {
        SliceFinder slices = new(new DetectorResponse(card), new SliceSettings { FlashReach = reach });
        DetectorSimulation simulation = new(card, source, seed, CosmicOverlay.Over(card, 1.0));
        TruthMatcher matcher = new(simulation.Response);
        PointReconstructor points = new(simulation.Response, new ReconstructionSettings());
        foreach (EventResult result in simulation.Events(count))
        {
            Flash[] flashes = [.. result.Flashes];
            (PointCloud whole, double[] beam) = Find(result, Region.All);
            Region region = slices.Within(flashes) ?? new Region(0.0, -1.0);
            (PointCloud cloud, double[] near) = region == Region.All ? (whole, beam) : Find(result, region);
            yield return new CosmicEvent(cloud, flashes, region, near, beam.Sum());
        }

        (PointCloud Cloud, double[] Beam) Find(EventResult result, Region region)
        {
            (IReadOnlyList<Hit> hits, PointCloud cloud, _) = points.Find(result.Signals, region);
            TruthTable truth = matcher.Match(result.Simulated.Particles, result.Simulated.Deposits, result.BeamParticles, hits).At(cloud.Points);
            return (cloud, [.. cloud.Points.Select((p, k) => p.Charge * truth.Shares([k]).Where(s => s.TrueParticle < result.BeamParticles).Sum(static s => s.Share))]);
        }
    }

    /// <summary>Share of the beam event's charge in the neutrino's slice and of that charge in the slice; null without a slice, or without beam charge.</summary>
    public (double Completeness, double Purity)? Score(SliceResult slices)
    {
        if (slices.Neutrino is not { } neutrino || BeamCharge == 0.0)
        {
            return null;
        }

        double inside = slices.Slices[neutrino].Points.Sum(i => Beam[i]);
        return (inside / BeamCharge, inside / slices.Slices[neutrino].Charge);
    }
}
