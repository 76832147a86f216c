namespace Umbriel.Detector.Tests.Heavy;

/// <summary>The most probable value of a Landau-like sample: a cubic through a histogram of bins ξ/8 within 1.6 ξ of its highest place, twice.</summary>
internal static class Mode
{
    public static double Of(double[] sample, double xi)
    {
        double[] sorted = [.. sample.Order()];
        double centre = sorted[sorted.Length / 4];
        for (int pass = 0; pass < 4; pass++)
        {
            centre = Refine(sorted, centre, xi);
        }

        return centre;
    }

    private static double Refine(double[] sorted, double centre, double xi)
    {
        const int Half = 13;
        double width = xi / 8.0;
        double[,] normal = new double[4, 5];
        for (int k = -Half; k <= Half; k++)
        {
            double low = centre + ((k - 0.5) * width);
            int count = Array.FindIndex(sorted, v => v >= low + width) - Array.FindIndex(sorted, v => v >= low);
            double x = (double)k / Half;
            double[] powers = [1.0, x, x * x, x * x * x];
            for (int i = 0; i < 4; i++)
            {
                for (int j = 0; j < 4; j++)
                {
                    normal[i, j] += powers[i] * powers[j];
                }

                normal[i, 4] += powers[i] * count;
            }
        }

        for (int i = 0; i < 4; i++)
        {
            for (int r = 0; r < 4; r++)
            {
                if (r == i)
                {
                    continue;
                }

                double factor = normal[r, i] / normal[i, i];
                for (int c = i; c < 5; c++)
                {
                    normal[r, c] -= factor * normal[i, c];
                }
            }
        }

        double b = normal[1, 4] / normal[1, 1];
        double q = normal[2, 4] / normal[2, 2];
        double d = normal[3, 4] / normal[3, 3];

        // The maximum of b x + q x² + d x³ near 0.
        double best = 0.0;
        double highest = double.NegativeInfinity;
        for (double x = -1.0; x <= 1.0; x += 1e-3)
        {
            double value = x * (b + (x * (q + (x * d))));
            if (value > highest)
            {
                (highest, best) = (value, x);
            }
        }

        return centre + (best * Half * width);
    }
}
