namespace Umbriel.Inference;

/// <summary>
/// Expected counts in every bin of every channel, kept by named contribution, with the observed counts where there are
/// any. Immutable.
/// </summary>
public sealed class Spectrum
{
    private readonly Subchannel[] subchannels;
    private readonly double[] total;
    private readonly double[]? data;

    /// <summary>Makes a spectrum of several contributions.</summary>
    /// <param name="binning">Its bins.</param>
    /// <param name="subchannels">Expected counts by contribution, each finite and ≥ 0 in every bin.</param>
    /// <param name="data">Observed counts, finite and ≥ 0, or null when there are none.</param>
    /// <exception cref="ArgumentException">When a length does not match the binning or a count is negative or not finite.</exception>
    public Spectrum(Binning binning, IEnumerable<Subchannel> subchannels, double[]? data = null)
    {
        Binning = binning;
        this.subchannels = [.. subchannels.Select(s => s with { Counts = Checked(binning, s.Name, s.Counts) })];
        if (this.subchannels.DistinctBy(s => s.Name, StringComparer.Ordinal).Count() != this.subchannels.Length)
        {
            throw new ArgumentException("two contributions of the same name; expected distinct names", nameof(subchannels));
        }

        total = new double[binning.BinCount];
        foreach (Subchannel subchannel in this.subchannels)
        {
            for (int i = 0; i < total.Length; i++)
            {
                total[i] += subchannel.Counts[i];
            }
        }

        this.data = data is null ? null : Checked(binning, "data", data);
    }

    /// <summary>Makes a spectrum of one contribution.</summary>
    public Spectrum(Binning binning, string name, double[] counts, double[]? data = null)
        : this(binning, [new Subchannel(name, counts)], data)
    {
    }

    /// <summary>The bins.</summary>
    public Binning Binning { get; }

    /// <summary>The contributions.</summary>
    public IReadOnlyList<Subchannel> Subchannels => subchannels;

    /// <summary>Expected counts per bin, all contributions together.</summary>
    public ReadOnlySpan<double> Total => total;

    /// <summary>Whether observed counts come with it.</summary>
    public bool HasData => data is not null;

    /// <summary>Observed counts per bin.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public ReadOnlySpan<double> Data => data ?? throw new InvalidOperationException("a spectrum without data; expected observed counts in every bin");

    /// <summary>Expected counts summed over all bins.</summary>
    public double Sum() => total.Sum();

    /// <summary>The part of one channel.</summary>
    public Spectrum Only(string channel)
    {
        Range range = Binning.RangeOf(channel);
        return new Spectrum(Binning.Only(channel), subchannels.Select(s => s with { Counts = s.Counts[range] }), data?[range]);
    }

    private static double[] Checked(Binning binning, string name, double[] counts)
    {
        if (counts.Length != binning.BinCount)
        {
            throw new ArgumentException($"{name}: {counts.Length} counts; expected {binning.BinCount}, one per bin of {binning}", nameof(counts));
        }

        for (int i = 0; i < counts.Length; i++)
        {
            if (!double.IsFinite(counts[i]) || counts[i] < 0.0)
            {
                throw new ArgumentException($"{name}, bin {i + 1}: found {counts[i]}; expected a finite count, zero or more", nameof(counts));
            }
        }

        return (double[])counts.Clone();
    }
}
