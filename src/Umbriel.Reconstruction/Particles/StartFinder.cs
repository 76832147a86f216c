using System.Runtime.InteropServices;
using Umbriel.Core;
using Umbriel.Learning;
using Umbriel.Reconstruction.Clusters;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Possible starts of particles in fragments, scored by a model. Holds buffers: one per thread.</summary>
internal sealed class StartFinder
{
    private readonly ParticleSettings settings;
    private readonly BoostedTrees? model;
    private readonly RayFinder rays;
    private readonly StartCandidates candidates = new();
    private readonly List<ChargedPlace> all = [];
    private readonly List<int> found = [];
    private readonly double?[] features = new double?[StartFeatures.Names.Count];

    /// <summary>Prepares.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="model">The model; without one, as in its training, every score is 0.</param>
    public StartFinder(ParticleSettings settings, BoostedTrees? model)
    {
        this.settings = settings;
        this.model = model;
        rays = new RayFinder(settings.Rays);
    }

    /// <summary>The hypotheses of an event.</summary>
    /// <param name="cloud">The points.</param>
    /// <param name="free">Fragments that belong to no particle yet, of most charge first.</param>
    /// <param name="seen">Takes the features of each hypothesis, if given.</param>
    public List<StartHypothesis> Find(PointCloud cloud, IReadOnlyList<Fragment> free, Action<StartHypothesis, double?[]>? seen = null)
    {
        all.Clear();
        foreach (Fragment fragment in free)
        {
            foreach (int i in fragment.Members)
            {
                all.Add(new ChargedPlace(cloud.Points[i].Place, cloud.Points[i].Charge));
            }
        }

        List<StartHypothesis> hypotheses = [];
        for (int k = 0; k < free.Count && k < settings.StartFragments && free[k].Shape.Charge >= settings.StartCharge; k++)
        {
            if (free[k].Members.Count < settings.LeastPoints)
            {
                continue;
            }

            foreach (StartCandidate candidate in Candidates(cloud, free[k]))
            {
                IReadOnlyList<ChargeRay> own = candidate.Rays ??= [.. rays.Find(candidate.Apex, CollectionsMarshal.AsSpan(all))];
                StartFeatures.Fill(candidate.Apex, own, CollectionsMarshal.AsSpan(all), free, k, features);
                StartHypothesis hypothesis = new(candidate.Apex, k, model?.Score(features) ?? 0.0, own);
                hypotheses.Add(hypothesis);
                seen?.Invoke(hypothesis, features);
            }
        }

        return hypotheses;
    }

    private IReadOnlyList<StartCandidate> Candidates(PointCloud cloud, Fragment fragment)
    {
        if (fragment.Candidates is null)
        {
            found.Clear();
            candidates.Find(cloud, fragment.Members, fragment.Shape.Charge > settings.BranchingCharge ? settings.MostTips : 2, found);
            fragment.Candidates = [.. found.Select(point => new StartCandidate(cloud.Points[point].Place))];
        }

        return fragment.Candidates;
    }
}
