namespace Umbriel.Bench;

/// <summary>How fast something is on one core.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Unit">What was counted, in the plural.</param>
/// <param name="MedianPerSecond">Median rate over the repetitions.</param>
/// <param name="BestPerSecond">Best rate over the repetitions.</param>
/// <param name="Repetitions">How often it was measured.</param>
internal sealed record Measurement(string Name, string Unit, double MedianPerSecond, double BestPerSecond, int Repetitions)
{
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    /// <summary>Milliseconds that one unit takes, from the median.</summary>
    public double MedianMilliseconds => 1000 / MedianPerSecond;

    /// <summary>
    /// Measures single-threaded work in processor time, which other processes on the machine disturb little. The work
    /// is first run until the compiler has settled, then in repetitions of at least 0.1 s each.
    /// </summary>
    /// <param name="name">What is done.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="work">Does some and returns how many.</param>
    /// <param name="repetitions">How often to measure.</param>
    public static Measurement Of(string name, string unit, Func<double> work, int repetitions = 30)
    {
        RunFor(Warmup, work);
        double[] rates = new double[repetitions];
        for (int i = 0; i < repetitions; i++)
        {
            rates[i] = RunFor(Least, work);
        }

        Array.Sort(rates);
        return new Measurement(name, unit, rates[repetitions / 2], rates[^1], repetitions);
    }

    private static double RunFor(TimeSpan least, Func<double> work)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        double done = 0;
        TimeSpan spent;
        do
        {
            done += work();
            spent = Environment.CpuUsage.TotalTime - start;
        }
        while (spent < least);

        return done / spent.TotalSeconds;
    }
}
