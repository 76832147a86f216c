namespace Umbriel.Response;

/// <summary>How many pairs stand behind a prediction.</summary>
/// <param name="Liquid">Pairs from the vessel's liquid, at least.</param>
/// <param name="Soil">Pairs from the soil, at least, where it gives more than <see cref="Negligible"/>.</param>
/// <param name="Effective">Effective number of selected pairs that is wanted of either (Kish); 0 for any.</param>
/// <param name="Most">Pairs from either, at most, where few are selected.</param>
public sealed record PairCounts(int Liquid, int Soil, int Effective = 0, int Most = 0)
{
    /// <summary>Selected events of the prediction's exposure that the soil must give, at some |U|², to get more than a first few pairs.</summary>
    public const double Negligible = 0.05;

    /// <summary>The same with all numbers multiplied.</summary>
    public PairCounts Times(double factor) => new((int)(Liquid * factor), (int)(Soil * factor), (int)(Effective * factor), (int)(Most * factor));
}
