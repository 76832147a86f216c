using Umbriel.Core;

namespace Umbriel.Learning;

/// <summary>Reads one tree: columns with an entry per node.</summary>
internal sealed class TreeReader
{
    private readonly JsonField tree;
    private readonly int features;
    private readonly int[] left;
    private readonly int[] right;
    private readonly int[] feature;
    private readonly float[] condition;
    private readonly float[] gain;
    private readonly bool[] missingLeft;
    private readonly bool[] seen;

    /// <summary>Reads the columns.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="features">Number of features.</param>
    /// <exception cref="UserErrorException">They are not of one length.</exception>
    public TreeReader(JsonField tree, int features)
    {
        this.tree = tree;
        this.features = features;
        left = [.. tree["left_children"].Items().Select(static f => f.Whole())];
        right = [.. tree["right_children"].Items().Select(static f => f.Whole())];
        feature = [.. tree["split_indices"].Items().Select(static f => f.Whole())];
        condition = [.. tree["split_conditions"].Items().Select(static f => f.Single())];
        gain = [.. tree["loss_changes"].Items().Select(static f => f.Single())];
        missingLeft = [.. tree["default_left"].Items().Select(static f => f.Flag())];
        bool[] categorical = [.. tree["split_type"].Items().Select(static f => f.Flag())];
        int[] lengths = [left.Length, right.Length, feature.Length, condition.Length, gain.Length, missingLeft.Length, categorical.Length];
        if (lengths[0] == 0 || lengths.Any(n => n != lengths[0]))
        {
            throw tree.Error($"columns of {string.Join(", ", lengths)} nodes", "columns of one length");
        }

        if (categorical.Contains(true))
        {
            throw tree["split_type"].Error("a split of categories", "splits of numbers");
        }

        seen = new bool[left.Length];
    }

    /// <summary>Adds the nodes from the root on, and the gain and number of splits in each feature.</summary>
    public void Read(List<TreeNode> nodes, double[] gains, int[] splits)
    {
        Stack<(int Entry, int Node)> open = [];
        open.Push((Visit(0), nodes.Count));
        nodes.Add(default);
        while (open.TryPop(out (int Entry, int Node) at))
        {
            int i = at.Entry;
            if (left[i] == -1 && right[i] == -1)
            {
                nodes[at.Node] = new TreeNode(-1, condition[i], -1, -1, -1);
                continue;
            }

            if (feature[i] < 0 || feature[i] >= features)
            {
                throw tree["split_indices"].Error($"{feature[i]}", $"a feature from 0 to {features - 1}");
            }

            int next = nodes.Count;
            nodes[at.Node] = new TreeNode(feature[i], condition[i], next, next + 1, missingLeft[i] ? next : next + 1);
            nodes.Add(default);
            nodes.Add(default);
            open.Push((Visit(right[i]), next + 1));
            open.Push((Visit(left[i]), next));
            gains[feature[i]] += gain[i];
            splits[feature[i]]++;
        }
    }

    private int Visit(int entry)
    {
        if (entry < 0 || entry >= seen.Length || seen[entry])
        {
            throw tree.Error($"a way to node {entry}", $"one way to each node from 0 to {seen.Length - 1}");
        }

        seen[entry] = true;
        return entry;
    }
}
