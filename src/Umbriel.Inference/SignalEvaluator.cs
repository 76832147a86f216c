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
            throw new UserErrorException("signal", At(mass, u2, 0), $"{events.Length} bins", $"{bins}");
        }

        for (int i = 0; i < bins; i++)
        {
            if (!(events[i] >= 0.0) || !double.IsFinite(events[i]))
            {
                throw new UserErrorException("signal", At(mass, u2, i + 1), $"{events[i]} events", "a finite number, zero or more");
            }
        }

        return events;

        static string At(double mass, double u2, int bin) => $"mass {mass:G6} GeV, |U|^2 {u2:G6}, bin {bin}";
    }
}
