namespace Umbriel.Core.Numerics;

/// <summary>Exponential and logarithm near 0 and 1 without cancellation (W. Kahan's identities), good to a few ulp.</summary>
public static class Exponential
{
    /// <summary>e^x − 1.</summary>
    public static double ExpMinusOne(double x)
    {
        double u = Math.Exp(x);
        if (u == 1.0)
        {
            return x;
        }

        double difference = u - 1.0;
        return Math.Abs(x) > 0.5 ? difference : difference * x / Math.Log(u);
    }

    /// <summary>ln(1 + x), x &gt; −1.</summary>
    public static double LogOnePlus(double x)
    {
        double u = 1.0 + x;
        return u == 1.0 ? x : Math.Log(u) * x / (u - 1.0);
    }
}
