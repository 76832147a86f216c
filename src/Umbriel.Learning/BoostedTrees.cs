using Umbriel.Core;

namespace Umbriel.Learning;

/// <summary>
/// A trained model: the logistic function of a sum over trees. It scores with its own nodes and needs no library; the
/// file is XGBoost's JSON. Immutable; threads share it.
/// </summary>
public sealed class BoostedTrees
{
    private readonly byte[] json;
    private readonly TreeNode[] nodes;
    private readonly int[] roots;
    private readonly float bias;

    private BoostedTrees(byte[] json, TreeModel model)
    {
        this.json = json;
        nodes = [.. model.Nodes];
        roots = [.. model.Roots];
        bias = model.Bias;
        Names = model.Names;
        Attributes = model.Attributes;
        Gain = model.Gain;
    }

    /// <summary>Name of each feature.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What else the file says: text by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>Mean gain (drop of the loss) of the splits in each feature; null where there are none. XGBoost's importance of type <c>gain</c>.</summary>
    public IReadOnlyList<double?> Gain { get; }

    /// <summary>Number of trees.</summary>
    public int Count => roots.Length;

    /// <summary>Grows <see cref="BoostSettings.Rounds"/> trees.</summary>
    /// <exception cref="UserErrorException">XGBoost is not installed.</exception>
    public static BoostedTrees Train(BoostSettings settings, LabelledTable training, IEnumerable<KeyValuePair<string, string>>? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using BoostedTreesTrainer trainer = new(settings, training);
        for (int round = 0; round < settings.Rounds; round++)
        {
            trainer.Round();
        }

        return trainer.Model(settings.Rounds, attributes);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="path">XGBoost's JSON.</param>
    /// <param name="names">The features that it must have, in this order.</param>
    /// <exception cref="UserErrorException">It cannot be read, is malformed or has other features.</exception>
    public static BoostedTrees Load(string path, IReadOnlyList<string> names)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path, names);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: cannot be read ({e.Message})", e);
        }
    }

    /// <summary>Writes the model; the file appears when it is complete.</summary>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(json));

    /// <summary>Score of a row.</summary>
    /// <param name="row">Value of each feature; NaN is missing.</param>
    /// <returns>Estimate of the probability that the row is of the wanted kind, for the training's share of it.</returns>
    public float Score(ReadOnlySpan<float> row)
    {
        if (row.Length != Names.Count)
        {
            throw new ArgumentException($"Found {row.Length} values; expected {Names.Count}.", nameof(row));
        }

        float sum = bias;
        foreach (int root in roots)
        {
            TreeNode node = nodes[root];
            while (node.Feature >= 0)
            {
                float value = row[node.Feature];
                node = nodes[float.IsNaN(value) ? node.Missing : value < node.Value ? node.Left : node.Right];
            }

            sum += node.Value;
        }

        return 1.0f / (MathF.Exp(Math.Min(-sum, LargestExponent)) + 1.0f);
    }

    /// <summary>Score of a row; null is missing.</summary>
    public float Score(ReadOnlySpan<double?> row)
    {
        Span<float> values = row.Length <= 64 ? stackalloc float[row.Length] : new float[row.Length];
        FeatureTable.Convert(row, values);
        return Score(values);
    }

    /// <summary>Scores of all rows of a table with the same features.</summary>
    public float[] Score(FeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!table.Names.SequenceEqual(Names))
        {
            throw new ArgumentException("The table has other features.", nameof(table));
        }

        float[] scores = new float[table.Count];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(table.Row(i));
        }

        return scores;
    }

    /// <summary>A model from its text.</summary>
    /// <param name="json">XGBoost's JSON.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="names">The features that it must have.</param>
    internal static BoostedTrees Parse(byte[] json, string source, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        TreeModel model = TreeModelReader.Read(json, source);
        int different = Enumerable.Range(0, Math.Max(names.Count, model.Names.Count)).FirstOrDefault(i => i >= names.Count || i >= model.Names.Count || names[i] != model.Names[i], -1);
        if (different >= 0)
        {
            string Name(IReadOnlyList<string> list) => different < list.Count ? $"'{list[different]}'" : "none";
            throw new UserErrorException(source, $"feature {different}", Name(model.Names), $"{Name(names)}; the model was trained with other features: train it anew (umbriel train)");
        }

        return new BoostedTrees(json, model);
    }

    /// <summary>As in XGBoost: beyond it e^x is infinite in single precision.</summary>
    private const float LargestExponent = 88.7f;
}
