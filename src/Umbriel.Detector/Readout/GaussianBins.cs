using System.Runtime.CompilerServices;

namespace Umbriel.Detector.Readout;

/// <summary>Shares of a Gaussian in unit bins, from a table of its integral (error below 1e-6), cut at ±3.5 σ with the tails in the outermost bins.</summary>
internal static class GaussianBins
{
    public const double Cut = 3.5;
    private const int PerSigma = 256;
    private static readonly double[] Table = Build();

    /// <summary>Bins that may be needed for that width.</summary>
    public static int Capacity(double sigma) => (int)(2.0 * Cut * sigma) + 3;

    /// <summary>Integral of the unit Gaussian up to x, 0 below −3.5 and 1 above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Integral(double x)
    {
        double position = (x + Cut) * PerSigma;
        if (!(position > 0.0))
        {
            return 0.0;
        }

        int index = (int)position;
        return index >= Table.Length - 1 ? 1.0 : Table[index] + ((position - index) * (Table[index + 1] - Table[index]));
    }

    /// <summary>Fills the shares of bins [first, first + count), bin i covering [i, i + 1); they add up to 1.</summary>
    public static int Fill(double centre, double sigma, Span<double> shares, out int first)
    {
        first = (int)Math.Floor(centre - (Cut * sigma));
        int count = Math.Min((int)Math.Floor(centre + (Cut * sigma)) - first + 1, shares.Length);
        double perSigma = 1.0 / sigma;
        double below = 0.0;
        for (int i = 0; i < count - 1; i++)
        {
            double up = Integral((first + i + 1 - centre) * perSigma);
            shares[i] = up - below;
            below = up;
        }

        shares[count - 1] = 1.0 - below;
        return count;
    }

    /// <summary>Simpson's rule from the centre, where the integral is ½, on steps of 1/256 σ; both ends are set to 0 and 1.</summary>
    private static double[] Build()
    {
        int half = (int)(Cut * PerSigma);
        double[] table = new double[(2 * half) + 1];
        const double Step = 1.0 / PerSigma;
        table[half] = 0.5;
        for (int i = 0; i < half; i++)
        {
            double x = i * Step;
            double area = Step / 6.0 * (Density(x) + (4.0 * Density(x + (0.5 * Step))) + Density(x + Step));
            table[half + i + 1] = table[half + i] + area;
            table[half - i - 1] = table[half - i] - area;
        }

        return table;
    }

    private static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2.0 * Math.PI);
}
