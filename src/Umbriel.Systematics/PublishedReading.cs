using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>One way to read the published background and its errors; the record does not say which one the fit used.</summary>
/// <param name="name">Its word in cards.</param>
/// <param name="description">What it takes the published errors for, in a sentence.</param>
/// <param name="basis">Which of the published errors it needs.</param>
/// <param name="read">The background and its list of sources.</param>
/// <param name="containsStatistics">Whether these contain the statistics of the counts, so that a fit must not add its own.</param>
public sealed class PublishedReading(string name, string description, PublishedErrors basis, Func<SystematicInputs, (Spectrum Background, IReadOnlyList<ISystematicSource> Sources)> read, bool containsStatistics = false)
{
    /// <summary>Its word in cards.</summary>
    public string Name => name;

    /// <summary>What it takes the published errors for.</summary>
    public string Description => description;

    /// <summary>Which of the published errors it needs.</summary>
    public PublishedErrors Basis => basis;

    /// <summary>Whether its sources contain the statistics of the counts.</summary>
    public bool ContainsStatistics => containsStatistics;

    /// <summary>The statistic that goes with it where none is asked for: the letter's, or none of its own.</summary>
    public TestStatistic Statistic => TestStatistics.Standard(containsStatistics);

    /// <summary>The background and its sources, without any of the signal.</summary>
    /// <exception cref="InvalidOperationException">The <see cref="Basis"/> is not among the inputs.</exception>
    /// <exception cref="Core.NumericalFailureException">The published numbers do not allow it.</exception>
    public SystematicModel Read(SystematicInputs inputs)
    {
        (Spectrum background, IReadOnlyList<ISystematicSource> sources) = read(inputs);
        return new SystematicModel(background, sources, containsStatistics);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
