namespace Umbriel.Core;

/// <summary>
/// How many unweighted events carry the same statistical precision as a weighted sample: L. Kish, "Survey Sampling"
/// (1965), n_eff = (Σw)² / Σw². Dimensionless, between 0 and the number of non-zero weights for weights of one sign.
/// </summary>
public static class EffectiveSampleSize
{
    /// <summary>n_eff of a sample; zero when it is empty or every weight is zero.</summary>
    /// <remarks>Check value: weights 1, 2, 3 give 36/14 = 2.571.</remarks>
    public static double Kish(ReadOnlySpan<double> weights)
    {
        NeumaierSum sum = default;
        NeumaierSum squares = default;
        foreach (double weight in weights)
        {
            sum.Add(weight);
            squares.Add(weight * weight);
        }

        return Kish(sum.Value, squares.Value);
    }

    /// <summary>n_eff from Σw and Σw².</summary>
    public static double Kish(double sumOfWeights, double sumOfSquaredWeights) =>
        sumOfSquaredWeights > 0 ? sumOfWeights * sumOfWeights / sumOfSquaredWeights : 0;
}
