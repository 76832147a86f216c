using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>One measured distribution of a fit: a name and the edges of its bins.</summary>
public sealed class Channel : IEquatable<Channel>
{
    private readonly double[] edges;

    /// <summary>Makes a channel.</summary>
    /// <param name="name">Name, unique within a <see cref="Binning"/>, for example "score".</param>
    /// <param name="edges">Bin edges, strictly increasing, one more than there are bins; unit as the channel's variable.</param>
    /// <exception cref="UserErrorException">When a name is empty or edges are fewer than two, not finite or not increasing.</exception>
    public Channel(string name, params ReadOnlySpan<double> edges)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new UserErrorException("binning", "channel", "an empty name", "a name");
        }

        if (edges.Length < 2)
        {
            throw new UserErrorException("binning", name, $"{edges.Length} bin edges", "at least two");
        }

        for (int i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1]))
            {
                throw new UserErrorException("binning", name, $"edge {edges[i]} at position {i}", "finite, strictly increasing bin edges");
            }
        }

        Name = name;
        this.edges = edges.ToArray();
    }

    /// <summary>The channel's name.</summary>
    public string Name { get; }

    /// <summary>Bin edges, strictly increasing.</summary>
    public ReadOnlySpan<double> Edges => edges;

    /// <summary>Number of bins.</summary>
    public int BinCount => edges.Length - 1;

    /// <summary>Same name and the same edges, bit for bit.</summary>
    public bool Equals(Channel? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && edges.AsSpan().SequenceEqual(other.edges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Channel);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, edges.Length, edges[0], edges[^1]);
}
