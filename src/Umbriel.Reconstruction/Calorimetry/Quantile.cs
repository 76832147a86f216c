namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>Robust means of a few values.</summary>
internal static class Quantile
{
    /// <summary>The middle value, or the mean of the two in the middle; sorts the list.</summary>
    public static double Median(List<double> values)
    {
        values.Sort();
        int middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : 0.5 * (values[middle - 1] + values[middle]);
    }
}
