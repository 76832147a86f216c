using Umbriel.Core.Events;

namespace Umbriel.Response;

/// <summary>
/// Iterative proportional fitting (Deming and Stephan, Ann. Math. Stat. 11 (1940) 427): the efficiency
/// ε = min(1, f₁ f₂ f₃ f₄) of product form whose four marginals over a sample are the published ones.
/// </summary>
public static class ProportionalFit
{
    private const int MaximumSweeps = 1000;
    private const double Tolerance = 1e-8;

    /// <summary>Fits the factors of one topology.</summary>
    /// <returns>
    /// One factor per bin and axis, and the residuals: for every axis the sample's total efficiency over the published
    /// marginal's, minus one. They vanish only if the published marginals agree on the total for this sample. Where they
    /// do not, the sweeps end in a cycle of four; its last member is returned, which reproduces the asymmetry's marginal
    /// as published and the other three in shape.
    /// </returns>
    public static (double[][] Factors, double[] Residuals) Fit(EfficiencyAxes axes, MixtureSample sample, Topology topology)
    {
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(sample);
        Cells cells = new(axes, sample);
        double[][] factors = [.. Enumerable.Range(0, EfficiencyAxes.Count).Select(axis => Ones(axes.Bins(axis)))];
        double[][] previous = [.. factors.Select(f => new double[f.Length])];
        bool moving = true;
        for (int sweep = 0; sweep < MaximumSweeps && moving; sweep++)
        {
            moving = false;
            for (int axis = 0; axis < EfficiencyAxes.Count; axis++)
            {
                double[] selected = cells.Select(axis);
                IReadOnlyList<double> published = axes.Published(axis, topology);
                double[] ratio = Ones(selected.Length);
                for (int b = 0; b < ratio.Length; b++)
                {
                    if (selected[b] > 0.0)
                    {
                        ratio[b] = published[b] * cells.Content[axis][b] / selected[b];
                        factors[axis][b] *= ratio[b];
                    }

                    // Disagreeing marginals leave the same ratio in every sweep: a cycle has been reached.
                    moving |= Math.Abs(ratio[b] - previous[axis][b]) > Tolerance;
                    previous[axis][b] = ratio[b];
                }

                cells.Scale(axis, ratio);
            }
        }

        double[] residuals = new double[EfficiencyAxes.Count];
        for (int axis = 0; axis < EfficiencyAxes.Count; axis++)
        {
            double found = cells.Select(axis).Sum();
            double target = axes.Published(axis, topology).Zip(cells.Content[axis], (p, n) => p * n).Sum();
            residuals[axis] = (found / target) - 1.0;
        }

        return (factors, residuals);
    }

    private static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1.0);
        return ones;
    }

    /// <summary>The sample's cells that can be selected, with the product of their factors as it stands.</summary>
    private sealed class Cells
    {
        private readonly byte[][] bins;
        private readonly double[] weights;
        private readonly double[] product;

        public Cells(EfficiencyAxes axes, MixtureSample sample)
        {
            int[] inside = [.. Enumerable.Range(0, sample.Weights.Length).Where(i => sample.Bins[0][i] != PointSample.Below)];
            bins = [.. sample.Bins.Select(b => inside.Select(i => b[i]).ToArray())];
            weights = [.. inside.Select(i => sample.Weights[i])];
            product = Ones(weights.Length);
            Content = [.. Enumerable.Range(0, EfficiencyAxes.Count).Select(axis => new double[axes.Bins(axis)])];
            for (int i = 0; i < sample.Weights.Length; i++)
            {
                for (int axis = 0; axis < EfficiencyAxes.Count; axis++)
                {
                    if (sample.Bins[axis][i] != PointSample.Below)
                    {
                        Content[axis][sample.Bins[axis][i]] += sample.Weights[i];
                    }
                }
            }
        }

        /// <summary>Weight of all pairs, selected or not, by axis and bin.</summary>
        public double[][] Content { get; }

        /// <summary>Selected weight in every bin of one axis.</summary>
        public double[] Select(int axis)
        {
            double[] selected = new double[Content[axis].Length];
            byte[] bin = bins[axis];
            for (int i = 0; i < weights.Length; i++)
            {
                selected[bin[i]] += weights[i] * Math.Min(1.0, product[i]);
            }

            return selected;
        }

        /// <summary>Multiplies the factors of one axis.</summary>
        public void Scale(int axis, double[] ratio)
        {
            byte[] bin = bins[axis];
            for (int i = 0; i < product.Length; i++)
            {
                product[i] *= ratio[bin[i]];
            }
        }
    }
}
