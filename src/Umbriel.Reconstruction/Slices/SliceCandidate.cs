using Umbriel.Core;

namespace Umbriel.Reconstruction.Slices;

/// <summary>A group of fragments that may be the neutrino's slice, alone or with others.</summary>
internal sealed class SliceCandidate
{
    /// <summary>Points, in rising order.</summary>
    public required List<int> Points { get; init; }

    /// <summary>Fragments, in rising order.</summary>
    public required List<int> Fragments { get; init; }

    /// <summary>Electrons.</summary>
    public required double Charge { get; init; }

    /// <summary>Cosmic score.</summary>
    public required double Score { get; init; }

    /// <summary>Light predicted.</summary>
    public required PredictedLight Light { get; init; }

    /// <summary>Centre of charge.</summary>
    public required SpaceVector Centre { get; init; }

    /// <summary>The candidates that it was put together from.</summary>
    public IReadOnlyList<SliceCandidate> Parts { get; private init; } = [];

    /// <summary>Several in one; the first one's centre stays.</summary>
    public static SliceCandidate Of(IReadOnlyList<SliceCandidate> parts) => new()
    {
        Points = [.. parts.SelectMany(static p => p.Points).Order()],
        Fragments = [.. parts.SelectMany(static p => p.Fragments).Order()],
        Charge = parts.Sum(static p => p.Charge),
        Score = parts.Max(static p => p.Score),
        Light = PredictedLight.Sum([.. parts.Select(static p => p.Light)]),
        Centre = parts[0].Centre,
        Parts = parts,
    };
}
