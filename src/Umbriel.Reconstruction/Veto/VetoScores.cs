using Umbriel.Learning;

namespace Umbriel.Reconstruction.Veto;

/// <summary>Scores of clusters and of candidates.</summary>
internal static class VetoScores
{
    /// <summary>Scores are held this far from 0 and 1.</summary>
    private const double Least = 1e-6;

    /// <summary>Scores all clusters; a candidate's log-odds are the mean of those of its clusters.</summary>
    public static VetoResult Of(VetoSearch search, BoostedTrees model)
    {
        double?[] best = new double?[3];
        List<ScoredCluster> scored = [];
        for (int i = 0; i < search.Clusters.Count; i++)
        {
            HitCluster cluster = search.Clusters[i];
            double score = model.Score(search.Features[i]);
            scored.Add(new ScoredCluster(cluster, score));
            best[cluster.Plane] = Math.Max(score, best[cluster.Plane] ?? 0.0);
        }

        VetoCandidate[] candidates = [.. search.Groups.Select(g => new VetoCandidate(g.Clusters, g.Place, Together(g.Clusters.Select(i => scored[i].Score)))).OrderByDescending(static c => c.Score)];
        return new VetoResult(scored, candidates, best);
    }

    private static double Together(IEnumerable<double> scores) => 1.0 / (1.0 + Math.Exp(-scores.Average(static s => Math.Log(Math.Max(s, Least) / Math.Max(1.0 - s, Least)))));
}
