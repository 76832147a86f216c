namespace Umbriel.Learning;

/// <summary>A split, or a leaf.</summary>
/// <param name="Feature">Feature that is split; −1 for a leaf.</param>
/// <param name="Value">Rows with less go left, others right; of a leaf: what it adds to the sum.</param>
/// <param name="Left">Index of the left node.</param>
/// <param name="Right">Index of the right node.</param>
/// <param name="Missing">Index of the node for rows that lack the feature.</param>
internal readonly record struct TreeNode(int Feature, float Value, int Left, int Right, int Missing);
