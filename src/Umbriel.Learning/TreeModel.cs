namespace Umbriel.Learning;

/// <summary>What a model's file holds.</summary>
/// <param name="Names">Name of each feature.</param>
/// <param name="Attributes">Text by name.</param>
/// <param name="Bias">What the sum over trees starts with.</param>
/// <param name="Nodes">Nodes of all trees, each tree from its root to its leaves.</param>
/// <param name="Roots">Index of the root of each tree.</param>
/// <param name="Gain">Mean gain of the splits in each feature.</param>
internal sealed record TreeModel(IReadOnlyList<string> Names, IReadOnlyDictionary<string, string> Attributes, float Bias, IReadOnlyList<TreeNode> Nodes, IReadOnlyList<int> Roots, IReadOnlyList<double?> Gain);
