using Umbriel.Learning;

namespace Umbriel.Studies.Training;

/// <summary>A trained classifier and how it fares on the events that it was not trained with.</summary>
/// <param name="Model">The trees.</param>
/// <param name="Trained">Rows that it was trained with.</param>
/// <param name="HeldOut">The other rows with their scores.</param>
public sealed record TrainingResult(BoostedTrees Model, int Trained, IReadOnlyList<(TrainingRow Row, float Score)> HeldOut)
{
    /// <summary>Area under the curve of held-out rows of both labels; null if one is not among them.</summary>
    public double? Area() => Area(HeldOut, HeldOut);

    /// <summary>The same, of the wanted rows of one selection against the others of another.</summary>
    public static double? Area(IEnumerable<(TrainingRow Row, float Score)> wanted, IEnumerable<(TrainingRow Row, float Score)> others)
    {
        float[] high = [.. wanted.Where(static r => r.Row.Label).Select(static r => r.Score)];
        float[] low = [.. others.Where(static r => !r.Row.Label).Select(static r => r.Score)];
        return high.Length > 0 && low.Length > 0 ? AreaUnderCurve.Of(high, low) : null;
    }
}
