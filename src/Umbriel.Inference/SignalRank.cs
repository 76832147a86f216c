namespace Umbriel.Inference;

/// <summary>
/// How many of the two parameters of a plane an experiment's bins can tell apart: the rank of (∂s/∂ln m, ∂s/∂ln |U|²), the
/// highest found over the plane. It is one where the signal keeps its shape and changes its strength only.
/// </summary>
public static class SignalRank
{
    /// <summary>Mass and |U|²: no rank is higher.</summary>
    private const int Parameters = 2;

    private const int Nodes = 12;

    /// <summary>sin² of the angle between the two derivatives below which they count as parallel; rounding leaves 1e-14.</summary>
    private const double Parallel = 1e-9;

    /// <summary>The rank: 0 without any signal, 1 or 2.</summary>
    /// <param name="signal">Expected events per bin at a mass and |U|².</param>
    /// <param name="masses">Masses, GeV; looked at on some of its nodes.</param>
    /// <param name="couplings">|U|².</param>
    public static int Of(Func<double, double, double[]> signal, ScanAxis masses, ScanAxis couplings)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(masses);
        ArgumentNullException.ThrowIfNull(couplings);
        int rank = 0;
        for (int i = 0; i < masses.Count - 1 && rank < Parameters; i += Stride(masses))
        {
            for (int j = 0; j < couplings.Count - 1 && rank < Parameters; j += Stride(couplings))
            {
                double[] at = signal(masses.Values[i], couplings.Values[j]);
                rank = Math.Max(rank, Rank(
                    Difference(signal(masses.Values[i + 1], couplings.Values[j]), at),
                    Difference(signal(masses.Values[i], couplings.Values[j + 1]), at)));
            }
        }

        return rank;
    }

    private static int Stride(ScanAxis axis) => Math.Max(1, axis.Count / Nodes);

    private static double[] Difference(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    private static int Rank(double[] first, double[] second)
    {
        double one = Product(first, first);
        double two = Product(second, second);
        if (one == 0.0 || two == 0.0)
        {
            return one == two ? 0 : 1;
        }

        double cosine = Product(first, second) / Math.Sqrt(one) / Math.Sqrt(two);
        return 1.0 - (cosine * cosine) > Parallel ? Parameters : 1;
    }

    private static double Product(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
