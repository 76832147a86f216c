using Umbriel.Core;

namespace Umbriel.Core.Distributions;

/// <summary>Independent standard normal numbers by the method of Box and Muller (Ann. Math. Statist. 29 (1958) 610).</summary>
public static class NormalSampler
{
    /// <summary>Fills with independent numbers of mean 0 and variance 1; takes two uniform numbers per pair, rounded up.</summary>
    public static void Fill(ref RandomStream random, Span<double> z)
    {
        for (int i = 0; i < z.Length; i += 2)
        {
            double radius = Math.Sqrt(-2.0 * Math.Log(random.NextDouble()));
            (double sine, double cosine) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
            z[i] = radius * cosine;
            if (i + 1 < z.Length)
            {
                z[i + 1] = radius * sine;
            }
        }
    }
}
