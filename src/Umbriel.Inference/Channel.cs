namespace Umbriel.Inference;

/// <summary>One measured distribution of a fit: a name and the edges of its bins.</summary>
public sealed class Channel : IEquatable<Channel>
{
    private readonly double[] edges;

    /// <summary>Makes a channel.</summary>
    /// <param name="name">Name, unique within a <see cref="Binning"/>, for example "score".</param>
    /// <param name="edges">Bin edges, strictly increasing, one more than there are bins; unit as the channel's variable.</param>
    /// <exception cref="ArgumentException">When a name is empty or edges are fewer than two, not finite or not increasing.</exception>
    public Channel(string name, params ReadOnlySpan<double> edges)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException("an empty name of a channel", nameof(name));
        }

        if (edges.Length < 2)
        {
            throw new ArgumentException($"{edges.Length} bin edges of {name}; expected at least two", nameof(edges));
        }

        for (int i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1]))
            {
                throw new ArgumentException($"{name}: edge {edges[i]} at position {i}; expected finite, strictly increasing bin edges", nameof(edges));
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
