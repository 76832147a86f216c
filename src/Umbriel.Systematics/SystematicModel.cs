using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>A background with all sources of uncertainty on it and on a signal: what a fit is made of.</summary>
public sealed class SystematicModel
{
    /// <summary>Sums the sources.</summary>
    /// <param name="background">Expected background of the fitted bins, with data.</param>
    /// <param name="sources">One or more independent sources; their covariances are added in this order.</param>
    /// <param name="containsStatistics">True when they contain the statistics of the counts, so that the fit must not add its own.</param>
    /// <exception cref="ArgumentException">There is no source, or one twice.</exception>
    public SystematicModel(Spectrum background, IReadOnlyList<ISystematicSource> sources, bool containsStatistics = false)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Count == 0 || sources.DistinctBy(source => source.Name, StringComparer.Ordinal).Count() != sources.Count)
        {
            throw new ArgumentException("no source, or one of them twice", nameof(sources));
        }

        Background = background;
        Sources = sources;
        ContainsStatistics = containsStatistics;
        Covariance = sources.Select(source => source.Covariance(background)).Aggregate((sum, next) => sum.Add(next));
    }

    /// <summary>Expected background of the fitted bins, with data.</summary>
    public Spectrum Background { get; }

    /// <summary>The sources.</summary>
    public IReadOnlyList<ISystematicSource> Sources { get; }

    /// <summary>True when the covariance contains the statistics.</summary>
    public bool ContainsStatistics { get; }

    /// <summary>The sum of all sources.</summary>
    public StackedCovariance Covariance { get; }

    /// <summary>The fit to the background's data.</summary>
    /// <param name="statistic">Comparison of counts; null for the one that goes with the covariance (<see cref="TestStatistics.Standard"/>).</param>
    /// <exception cref="ArgumentException">With it the statistics would count twice, or not at all.</exception>
    public SignalFit Fit(TestStatistic? statistic = null)
    {
        TestStatistic chosen = statistic ?? TestStatistics.Standard(ContainsStatistics);
        return ContainsStatistics == (chosen == TestStatistic.CovarianceOnly)
            ? new SignalFit(Background, Covariance, chosen)
            : throw new ArgumentException($"{TestStatistics.Name(chosen)} with a covariance that {(ContainsStatistics ? "contains" : "does not contain")} the statistics", nameof(statistic));
    }

    /// <summary>The same with further sources.</summary>
    public SystematicModel With(params IEnumerable<ISystematicSource> further) => new(Background, [.. Sources, .. further], ContainsStatistics);

    /// <summary>The same with every source relative to signal and background together (<see cref="Systematics.RelativeToPrediction"/>).</summary>
    /// <exception cref="ArgumentException">A source varies the signal already.</exception>
    public SystematicModel RelativeToPrediction() => new(Background, [.. Sources.Select(source => new RelativeToPrediction(source))], ContainsStatistics);
}
