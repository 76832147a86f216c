using MathNet.Numerics;

namespace Umbriel.Response;

/// <summary>
/// Reconstructed angle of the primary shower to the beam. Its true direction is the pair's for one shower and the more
/// energetic lepton's otherwise; reconstruction adds a two-dimensional Gaussian of width <paramref name="Sigma"/> degrees
/// (S. O. Rice's distribution of the polar angle, small angles). The width is fitted to the published example signal.
/// </summary>
public sealed record AngleSmearing(double Sigma)
{
    /// <summary>Fine true bins, degrees.</summary>
    public const double FineWidth = 0.25;

    /// <summary>Number of fine true bins.</summary>
    public const int FineCount = 240;

    private const double Step = 0.25;

    /// <summary>The response for published bins in degrees.</summary>
    public MigrationMatrix Matrix(IReadOnlyList<double> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        return new MigrationMatrix(FineWidth, FineCount, edges.Count - 1, (theta, bin) =>
        {
            int steps = Math.Max(1, (int)Math.Round((edges[bin + 1] - edges[bin]) / Step));
            double h = (edges[bin + 1] - edges[bin]) / steps;
            double sum = 0.0;
            for (int i = 0; i < steps; i++)
            {
                double r = edges[bin] + ((i + 0.5) * h);
                double x = r * theta / (Sigma * Sigma);
                double d = (r - theta) / Sigma;
                sum += h * r / (Sigma * Sigma) * Math.Exp(-0.5 * d * d) * SpecialFunctions.BesselIScaled(0.0, x);
            }

            return sum;
        });
    }

    /// <summary>Fits the width so that the folded <paramref name="trueFine"/> has the shape of <paramref name="published"/>.</summary>
    public static AngleSmearing Fit(double[] trueFine, IReadOnlyList<double> published, IReadOnlyList<double> edges)
    {
        (double sigma, _) = ShapeFit.Minimise(
            (s, _) => ShapeFit.Distance(new AngleSmearing(s).Matrix(edges).Fold(trueFine), published),
            (0.5, 12.0),
            (0.0, 0.0));
        return new AngleSmearing(sigma);
    }
}
