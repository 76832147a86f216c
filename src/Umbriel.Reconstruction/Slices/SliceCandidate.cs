using Umbriel.Core;

namespace Umbriel.Reconstruction.Slices;

/// <summary>A group of fragments that may be the neutrino's slice, alone or with others.</summary>
internal sealed class SliceCandidate(List<int> points, double charge, double score, double light, SpaceVector centre)
{
    public List<int> Points { get; } = points;

    public double Charge { get; } = charge;

    public double Score { get; } = score;

    /// <summary>Photo-electrons predicted.</summary>
    public double Light { get; } = light;

    public SpaceVector Centre { get; } = centre;

    /// <summary>The candidates that it was put together from.</summary>
    public IReadOnlyList<SliceCandidate> Parts { get; private init; } = [];

    /// <summary>Several in one; the first one's centre stays.</summary>
    public static SliceCandidate Of(IReadOnlyList<SliceCandidate> parts) =>
        new([.. parts.SelectMany(static p => p.Points).Order()], parts.Sum(static p => p.Charge), parts.Max(static p => p.Score), parts.Sum(static p => p.Light), parts[0].Centre) { Parts = parts };
}
