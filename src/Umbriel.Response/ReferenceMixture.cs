using Umbriel.DarkSector;

namespace Umbriel.Response;

/// <summary>
/// A stated stand-in for the sample behind the published efficiencies ("generated uniformly inside the TPC and covering a
/// wide range of model parameter space"), whose composition is not published.
/// </summary>
/// <param name="Name">Name on cards.</param>
/// <param name="Points">Model points.</param>
/// <param name="Shares">How the points share the sample.</param>
public sealed record ReferenceMixture(string Name, IReadOnlyList<DarkSectorParameters> Points, IShareRule Shares)
{
    /// <summary>Pairs of the mixture: the points' samples first, then the shares.</summary>
    public MixtureSample Generate(PointSampler sampler)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        IReadOnlyList<PointSample> points = sampler.Sample(Points);
        return new MixtureSample(points, Shares.Compute(points));
    }
}
