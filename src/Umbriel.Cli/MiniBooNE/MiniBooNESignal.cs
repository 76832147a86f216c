using Umbriel.Cli.Search;
using Umbriel.Inference;
using Umbriel.Experiments.MiniBooNE;

namespace Umbriel.Cli.MiniBooNE;

/// <summary>The signal that a fit compares with its data, over a plane of mass and |U|².</summary>
/// <param name="fit">Data set.</param>
/// <param name="planes">Predictions for <see cref="MiniBooNEPrediction.Pot"/> by polarity, in the fit's order; the last bin holds events outside the fitted ones.</param>
internal sealed class MiniBooNESignal(MiniBooNEFit fit, IReadOnlyList<SignalPlane> planes)
{
    /// <summary>
    /// χ² of signals beyond <see cref="MostEvents"/>, or for which the released matrices are no covariance: far from the
    /// data, and excluded.
    /// </summary>
    private const double Excluded = 1e6;

    private const double MostEvents = 1e6;

    private readonly double[] exposures = [.. fit.Release.Samples(fit.Mode).Select(s => s.ProtonsOnTarget / MiniBooNEPrediction.Pot)];

    /// <summary>Expected events in the fitted bins.</summary>
    public double[] At(double mass, double u2)
    {
        double[] signal = new double[fit.BinCount];
        for (int m = 0; m < planes.Count; m++)
        {
            double[] bins = planes[m].At(mass, u2);
            for (int b = 0; b < MiniBooNERelease.NueBins; b++)
            {
                signal[(m * MiniBooNERelease.NueBins) + b] = exposures[m] * bins[b];
            }
        }

        return signal;
    }

    /// <summary>Expected selected events, those outside the fitted bins included.</summary>
    public double Selected(double mass, double u2)
    {
        double sum = 0.0;
        for (int m = 0; m < planes.Count; m++)
        {
            sum += exposures[m] * planes[m].At(mass, u2).Sum();
        }

        return sum;
    }

    /// <summary>χ² of a point.</summary>
    public double ChiSquare(double mass, double u2)
    {
        double[] signal = At(mass, u2);
        return signal.Sum() <= MostEvents && fit.TryChiSquare(signal, out double value) ? value : Excluded;
    }

    /// <summary>χ² over the plane.</summary>
    public ChiSquarePlane Plane(ScanAxis masses, ScanAxis couplings, int threads, CancellationToken cancellation) =>
        ChiSquarePlane.Compute(masses, couplings, ChiSquare, fit.BackgroundOnly, threads, cancellation);
}
