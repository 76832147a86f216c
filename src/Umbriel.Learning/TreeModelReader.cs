using System.Globalization;
using System.Text.Json;
using Umbriel.Core;

namespace Umbriel.Learning;

/// <summary>
/// Reads XGBoost's JSON of a <c>binary:logistic</c> model of <c>gbtree</c>s: the tables of nodes of each tree, of which only those that the root
/// leads to count, each by one way. Whatever is not so is refused.
/// </summary>
internal static class TreeModelReader
{
    /// <summary>Reads a model.</summary>
    /// <exception cref="UserErrorException">It is malformed, or of another kind.</exception>
    public static TreeModel Read(byte[] json, string source)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Model(new JsonField(document.RootElement, source, null));
        }
        catch (JsonException e)
        {
            throw new UserErrorException($"{source}: not JSON ({e.Message})", e);
        }
    }

    private static TreeModel Model(JsonField file)
    {
        JsonField learner = file["learner"];
        Expect(learner["objective"]["name"], "binary:logistic");
        JsonField booster = learner["gradient_booster"];
        Expect(booster["name"], "gbtree");
        Expect(learner["learner_model_param"]["num_class"], "0");
        string[] names = [.. learner["feature_names"].Items().Select(static f => f.Text())];
        if (names.Length == 0 || names.Distinct(StringComparer.Ordinal).Count() != names.Length)
        {
            throw learner["feature_names"].Error($"{names.Length} names", "a name for each feature, none twice");
        }

        float share = Share(learner["learner_model_param"]["base_score"]);
        List<TreeNode> nodes = [];
        List<int> roots = [];
        double[] gains = new double[names.Length];
        int[] splits = new int[names.Length];
        foreach (JsonField tree in booster["model"]["trees"].Items())
        {
            roots.Add(nodes.Count);
            new TreeReader(tree, names.Length).Read(nodes, gains, splits);
        }

        foreach (JsonField group in booster["model"]["tree_info"].Items())
        {
            if (group.Whole() != 0)
            {
                throw group.Error("another number than 0", "0: one sum over trees");
            }
        }

        return new TreeModel(names, learner["attributes"].Texts(), -MathF.Log((1.0f / share) - 1.0f), nodes, roots, [.. gains.Select((gain, i) => splits[i] > 0 ? gain / splits[i] : (double?)null)]);
    }

    private static void Expect(JsonField field, string expected)
    {
        string found = field.Text();
        if (found != expected)
        {
            throw field.Error($"'{found}'", $"'{expected}'");
        }
    }

    /// <summary>A probability, written as text.</summary>
    private static float Share(JsonField field) =>
        float.TryParse(field.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out float share) && share is > 0.0f and < 1.0f
            ? share
            : throw field.Error($"'{field.Text()}'", "a number between 0 and 1");
}
