namespace Umbriel.Inference;

/// <summary>
/// The bins of a fit: channels one after another, in an order that is part of its identity. Spectra and covariances
/// carry their binning, so that a matrix in another order of channels is refused instead of being misread.
/// </summary>
public sealed class Binning : IEquatable<Binning>
{
    private readonly Channel[] channels;

    /// <summary>Joins channels in the order given.</summary>
    /// <exception cref="ArgumentException">When there are none, or two share a name.</exception>
    public Binning(params ReadOnlySpan<Channel> channels)
    {
        if (channels.IsEmpty)
        {
            throw new ArgumentException("no channels; expected at least one", nameof(channels));
        }

        this.channels = channels.ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Channel channel in this.channels)
        {
            if (!seen.Add(channel.Name))
            {
                throw new ArgumentException($"two channels of the name {channel.Name}; expected distinct names", nameof(channels));
            }

            BinCount += channel.BinCount;
        }
    }

    /// <summary>The channels, in order.</summary>
    public IReadOnlyList<Channel> Channels => channels;

    /// <summary>Bins of all channels together.</summary>
    public int BinCount { get; }

    /// <summary>Where a channel's bins lie among all bins: [start, end).</summary>
    /// <exception cref="ArgumentException">When no channel has this name.</exception>
    public Range RangeOf(string channel)
    {
        int start = 0;
        foreach (Channel candidate in channels)
        {
            if (string.Equals(candidate.Name, channel, StringComparison.Ordinal))
            {
                return start..(start + candidate.BinCount);
            }

            start += candidate.BinCount;
        }

        throw new ArgumentException($"no channel \"{channel}\"; expected one of {string.Join(", ", channels.Select(c => c.Name))}", nameof(channel));
    }

    /// <summary>The binning of one channel alone.</summary>
    public Binning Only(string channel)
    {
        RangeOf(channel);
        return new Binning(channels.First(c => string.Equals(c.Name, channel, StringComparison.Ordinal)));
    }

    /// <summary>Same channels, same order.</summary>
    public bool Equals(Binning? other) => other is not null && channels.AsSpan().SequenceEqual(other.channels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Binning);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(channels.Length, BinCount, channels[0]);

    /// <summary>For example "score(4) + 2g0p(14)".</summary>
    public override string ToString() => string.Join(" + ", channels.Select(c => $"{c.Name}({c.BinCount})"));

    /// <summary>Stops two values of different binnings from being combined.</summary>
    /// <param name="other">The other value's binning.</param>
    /// <param name="what">The other value, for the message.</param>
    /// <exception cref="ArgumentException">When channels, bins or order differ.</exception>
    public void Require(Binning other, string what)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Equals(other))
        {
            throw new ArgumentException($"{what} with the bins {other}; expected the same channels, bins and order as {this}", nameof(other));
        }
    }
}
