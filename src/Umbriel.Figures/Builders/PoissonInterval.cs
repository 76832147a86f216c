namespace Umbriel.Figures;

/// <summary>Error bars of a counted number of events.</summary>
public static class PoissonInterval
{
    // One-sided tail of a central 68.27% interval.
    private const double Tail = 0.15865525393145707;
    private const double LargeCount = 400;

    /// <summary>
    /// Central 68.27% interval for the mean of a Poisson variable seen as <paramref name="count"/> (Garwood,
    /// Biometrika 28 (1936) 437): P(N ≥ n | low) = P(N ≤ n | high) = 15.87%. Above 400 events the interval is
    /// n ± √n, which differs by less than 3% of the bar. Check: n = 5 gives 2.84 to 8.38.
    /// </summary>
    /// <param name="count">Events seen, a whole number, at least 0.</param>
    public static (double Low, double High) Of(double count)
    {
        if (!(count >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "a count is at least zero");
        }

        if (count > LargeCount)
        {
            return (count - Math.Sqrt(count), count + Math.Sqrt(count));
        }

        int n = (int)Math.Round(count);
        double low = n == 0 ? 0 : Solve(n - 1, 1 - Tail, 0, n);
        return (low, Solve(n, Tail, n, n + 10 + (5 * Math.Sqrt(n))));
    }

    // The mean at which P(N ≤ n) equals the given probability; the sum falls with the mean, so bisection finds it.
    private static double Solve(int n, double probability, double low, double high)
    {
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Cumulative(n, middle) > probability ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }

    private static double Cumulative(int n, double mean)
    {
        double term = Math.Exp(-mean);
        double sum = term;
        for (int k = 1; k <= n; k++)
        {
            term *= mean / k;
            sum += term;
        }

        return sum;
    }
}
