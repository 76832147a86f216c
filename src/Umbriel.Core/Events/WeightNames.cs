namespace Umbriel.Core.Events;

/// <summary>Names of the weights that every event of a run carries beside the one that counts, in their order.</summary>
/// <param name="Text">The names, one a line; empty for none.</param>
public sealed record WeightNames(string Text)
{
    /// <summary>No named weights.</summary>
    public static WeightNames None { get; } = new("");

    /// <summary>The names.</summary>
    public IReadOnlyList<string> All { get; } = Text.Length == 0 ? [] : Text.Split('\n');

    /// <summary>How many there are.</summary>
    public int Count => All.Count;

    /// <inheritdoc/>
    public bool Equals(WeightNames? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Joins names, which have no line breaks.</summary>
    public static WeightNames Of(IEnumerable<string> names) => new(string.Join('\n', names));
}
