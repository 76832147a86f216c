namespace Umbriel.Response;

/// <summary>How many pairs stand behind a prediction.</summary>
/// <param name="Liquid">Pairs from the vessel's liquid, at least.</param>
/// <param name="Soil">Pairs from the soil, where N lives long enough to come from there.</param>
/// <param name="Effective">Effective number of selected pairs that is wanted of those from the liquid (Kish); 0 for any.</param>
/// <param name="Most">Pairs from the liquid, at most, where few are selected.</param>
public sealed record PairCounts(int Liquid, int Soil, int Effective = 0, int Most = 0)
{
    /// <summary>The same with all numbers multiplied.</summary>
    public PairCounts Times(double factor) => new((int)(Liquid * factor), (int)(Soil * factor), (int)(Effective * factor), (int)(Most * factor));
}
