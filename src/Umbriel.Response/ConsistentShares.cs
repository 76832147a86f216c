namespace Umbriel.Response;

/// <summary>
/// The shares closest to equal ones for which the published marginals agree. On the published sample the four marginals
/// of a topology give one and the same mean efficiency, Σ over bins of share × efficiency; on an assumed sample they give
/// T_k, k = 1…4. Minimised over shares w of N points, with T̄ the mean of the four:
///
///     F(w) = Σ_topologies Σ_k (T_k/T̄ − 1)² + λ Σ_p w_p ln(N w_p),
///
/// the second term being the relative entropy to equal shares. By exponentiated gradient with a step that adapts
/// (J. Kivinen and M. K. Warmuth, Inf. Comput. 132 (1997) 1): deterministic, and w stays positive.
/// </summary>
/// <param name="lambda">λ: the price, in squared relative disagreement, of one unit of relative entropy.</param>
public sealed class ConsistentShares(double lambda) : IShareRule
{
    /// <summary>
    /// The λ of the mixture <c>balanced</c>: the largest power of ten at which the marginals agree within a per cent. The
    /// example signal moves by one per cent between λ = 1e-5 and 3e-3 and grows beyond (validation/closure.md).
    /// </summary>
    public const double DefaultLambda = 1e-3;

    private const int MaximumSteps = 20000;
    private const double Tolerance = 1e-11;

    /// <inheritdoc/>
    public double[] Compute(IReadOnlyList<PointSample> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        double[][] means = [.. points.Select(MeanEfficiencies)];
        double[] shares = EqualShares.Rule.Compute(points);
        double[] gradient = new double[shares.Length];
        double[] trial = new double[shares.Length];
        double[] trialGradient = new double[shares.Length];
        double value = Evaluate(means, shares, gradient);
        double step = 0.1;
        for (int i = 0; i < MaximumSteps && step > 1e-12; i++)
        {
            Step(shares, gradient, step, trial);
            double next = Evaluate(means, trial, trialGradient);
            if (!(next <= value))
            {
                step *= 0.5;
                continue;
            }

            double moved = shares.Zip(trial, (a, b) => Math.Abs(a - b)).Max();
            (shares, trial) = (trial, shares);
            (gradient, trialGradient) = (trialGradient, gradient);
            value = next;
            if (moved < Tolerance * step)
            {
                break;
            }

            step *= 1.3;
        }

        return shares;
    }

    /// <summary>By topology and axis.</summary>
    private static double[] MeanEfficiencies(PointSample point)
    {
        double[] means = new double[Topologies.Count * EfficiencyAxes.Count];
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = point.MeanEfficiency(i % EfficiencyAxes.Count, Topologies.Selected[i / EfficiencyAxes.Count]);
        }

        return means;
    }

    private static void Step(double[] shares, double[] gradient, double step, double[] result)
    {
        double least = gradient.Min();
        double sum = 0.0;
        for (int p = 0; p < shares.Length; p++)
        {
            result[p] = shares[p] * Math.Exp(-step * (gradient[p] - least));
            sum += result[p];
        }

        for (int p = 0; p < shares.Length; p++)
        {
            // Shares that matter to no digit stay above zero, where the logarithm lives.
            result[p] = Math.Max(result[p] / sum, 1e-300);
        }
    }

    /// <summary>F, and its derivative by every share.</summary>
    private double Evaluate(double[][] means, double[] shares, double[] gradient)
    {
        double value = 0.0;
        for (int p = 0; p < shares.Length; p++)
        {
            double logarithm = Math.Log(shares[p] * shares.Length);
            value += lambda * shares[p] * logarithm;
            gradient[p] = lambda * (logarithm + 1.0);
        }

        for (int topology = 0; topology < Topologies.Count; topology++)
        {
            int first = topology * EfficiencyAxes.Count;
            double mean = 0.0;
            for (int k = first; k < first + EfficiencyAxes.Count; k++)
            {
                mean += Total(means, shares, k) / EfficiencyAxes.Count;
            }

            for (int k = first; k < first + EfficiencyAxes.Count; k++)
            {
                double ratio = Total(means, shares, k) / mean;
                value += (ratio - 1.0) * (ratio - 1.0);
                for (int p = 0; p < shares.Length; p++)
                {
                    double[] t = means[p];
                    double meanOfPoint = (t[first] + t[first + 1] + t[first + 2] + t[first + 3]) / EfficiencyAxes.Count;
                    gradient[p] += 2.0 * (ratio - 1.0) * (t[k] - (ratio * meanOfPoint)) / mean;
                }
            }
        }

        return value;
    }

    private static double Total(double[][] means, double[] shares, int k)
    {
        double sum = 0.0;
        for (int p = 0; p < shares.Length; p++)
        {
            sum += shares[p] * means[p][k];
        }

        return sum;
    }
}
