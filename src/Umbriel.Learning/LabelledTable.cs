namespace Umbriel.Learning;

/// <summary>Rows with what they are.</summary>
public sealed class LabelledTable
{
    private readonly List<bool> labels = [];
    private readonly List<float> weights = [];

    /// <summary>An empty table.</summary>
    /// <param name="names">Name of each feature.</param>
    public LabelledTable(IReadOnlyList<string> names) => Features = new FeatureTable(names);

    /// <summary>The rows.</summary>
    public FeatureTable Features { get; }

    /// <summary>Whether each row is of the wanted kind, for which the score is near 1.</summary>
    public IReadOnlyList<bool> Labels => labels;

    /// <summary>Weight of each row.</summary>
    public IReadOnlyList<float> Weights => weights;

    /// <summary>Number of rows.</summary>
    public int Count => labels.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="row">A finite value per feature, or null.</param>
    /// <param name="label">Whether it is of the wanted kind.</param>
    /// <param name="weight">Its weight in training, at least 0.</param>
    public void Add(ReadOnlySpan<double?> row, bool label, double weight = 1.0)
    {
        if (!(weight >= 0.0 && float.IsFinite((float)weight)))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "Expected a finite weight of at least 0.");
        }

        Features.Add(row);
        labels.Add(label);
        weights.Add((float)weight);
    }
}
