namespace Umbriel.Response;

/// <summary>
/// Iterative proportional fitting (Deming and Stephan, Ann. Math. Stat. 11 (1940) 427): the efficiency
/// ε = min(1, f₁ f₂ f₃ f₄) of product form whose four marginals over a sample are the published ones.
/// </summary>
public static class ProportionalFit
{
    private const int MaximumSweeps = 400;
    private const double Tolerance = 1e-5;

    /// <summary>Fits the factors of one topology.</summary>
    /// <returns>
    /// One factor per bin and axis, and the residuals: for every axis the sample's total efficiency over the published
    /// marginal's, minus one. They vanish only if the published marginals agree on the total for this sample.
    /// </returns>
    public static (double[][] Factors, double[] Residuals) Fit(EfficiencyAxes axes, MixtureSample sample, Topology topology)
    {
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(sample);
        (byte[][] bins, double[] weights) = sample.Cells();
        double[][] factors = new double[EfficiencyAxes.Count][];
        double[][] content = new double[EfficiencyAxes.Count][];
        for (int axis = 0; axis < EfficiencyAxes.Count; axis++)
        {
            factors[axis] = new double[axes.Bins(axis)];
            Array.Fill(factors[axis], 1.0);
            content[axis] = new double[axes.Bins(axis)];
            for (int i = 0; i < weights.Length; i++)
            {
                if (bins[axis][i] != MixtureSample.Below)
                {
                    content[axis][bins[axis][i]] += weights[i];
                }
            }
        }

        double[] selected = new double[axes.Marginals.Max(m => m.Total.Count)];
        for (int sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            double change = 0.0;
            for (int axis = 0; axis < EfficiencyAxes.Count; axis++)
            {
                Select(bins, weights, factors, axis, selected);
                IReadOnlyList<double> published = axes.Published(axis, topology);
                for (int b = 0; b < factors[axis].Length; b++)
                {
                    if (selected[b] > 0.0)
                    {
                        double ratio = published[b] * content[axis][b] / selected[b];
                        factors[axis][b] *= ratio;
                        change = Math.Max(change, Math.Abs(ratio - 1.0));
                    }
                }
            }

            if (change < Tolerance)
            {
                break;
            }
        }

        double[] residuals = new double[EfficiencyAxes.Count];
        for (int axis = 0; axis < EfficiencyAxes.Count; axis++)
        {
            Select(bins, weights, factors, axis, selected);
            double found = selected.Sum();
            double target = axes.Published(axis, topology).Zip(content[axis], (p, n) => p * n).Sum();
            residuals[axis] = (found / target) - 1.0;
        }

        return (factors, residuals);
    }

    /// <summary>Selected weight in every bin of one axis.</summary>
    private static void Select(byte[][] bins, double[] weights, double[][] factors, int axis, double[] selected)
    {
        Array.Clear(selected);
        for (int i = 0; i < weights.Length; i++)
        {
            if (bins[0][i] != MixtureSample.Below)
            {
                double efficiency = factors[0][bins[0][i]] * factors[1][bins[1][i]] * factors[2][bins[2][i]] * factors[3][bins[3][i]];
                selected[bins[axis][i]] += weights[i] * Math.Min(1.0, efficiency);
            }
        }
    }
}
