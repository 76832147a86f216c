using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>Calls the signal delegate, counts the calls, and refuses what is not a spectrum.</summary>
internal sealed class SignalEvaluator(Func<double, double, double[]> signal, int bins)
{
    private long calls;

    public long Calls => Interlocked.Read(ref calls);

    public ReadOnlySpan<double> At(double mass, double u2)
    {
        Interlocked.Increment(ref calls);
        double[] events = signal(mass, u2);
        if (events.Length != bins)
        {
            throw new ArgumentException($"signal at {Point(mass, u2)} of {events.Length} bins; expected {bins}");
        }

        for (int i = 0; i < bins; i++)
        {
            if (!(events[i] >= 0.0) || !double.IsFinite(events[i]))
            {
                throw new NumericalFailureException("signal", $"{Point(mass, u2)}, bin {i + 1}", $"{events[i]} events");
            }
        }

        return events;
    }

    /// <summary>χ² of a point.</summary>
    public double ChiSquare(ILikelihood fit, double mass, double u2) => ChiSquare(fit, At(mass, u2), mass, u2);

    /// <summary>χ² of the signal of a point.</summary>
    /// <exception cref="NumericalFailureException">There is none.</exception>
    public static double ChiSquare(ILikelihood fit, ReadOnlySpan<double> events, double mass, double u2) => fit.TryChiSquare(events, out double value)
        ? value
        : throw new NumericalFailureException("chi-square", Point(mass, u2), "a covariance that is not positive definite");

    private static string Point(double mass, double u2) => $"mass {mass:R} GeV, |U|^2 {u2:R}";
}
