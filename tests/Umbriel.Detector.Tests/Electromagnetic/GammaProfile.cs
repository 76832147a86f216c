namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>
/// Least squares of N (bt)^(a−1) e^(−bt) over the bins of a longitudinal profile that hold more than 2% of the largest: coarse to fine search.
/// </summary>
internal static class GammaProfile
{
    /// <summary>b and the depth of the maximum, in the unit of the bins' width.</summary>
    public static (double B, double Maximum) Fit(double[] depth, double bin)
    {
        double largest = depth.Max();
        double best = double.MaxValue;
        (double B, double Maximum) result = (0.5, 3.0);
        (double B, double Maximum) centre = result;
        for (double span = 1.0; span > 2e-3; span *= 0.5)
        {
            for (int i = -6; i <= 6; i++)
            {
                for (int j = -6; j <= 6; j++)
                {
                    double b = centre.B * Math.Exp(0.1 * i * span);
                    double maximum = centre.Maximum + (0.5 * j * span);
                    double cross = 0.0;
                    double self = 0.0;
                    double data = 0.0;
                    for (int k = 0; k < 200; k++)
                    {
                        if (depth[k] > 0.02 * largest)
                        {
                            double t = (k + 0.5) * bin;
                            double f = Math.Exp((b * maximum * Math.Log(b * t)) - (b * t));
                            cross += f * depth[k];
                            self += f * f;
                            data += depth[k] * depth[k];
                        }
                    }

                    double residual = data - (cross * cross / self);
                    if (residual < best)
                    {
                        best = residual;
                        result = (b, maximum);
                    }
                }
            }

            centre = result;
        }

        return result;
    }
}
