using Umbriel.Core.Numerics;

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

    /// <summary>Beyond this many σ there is nothing (3e-14).</summary>
    private const double Reach = 8.0;

    private const int Points = 8;
    private const double PanelInSigma = 4.0;

    /// <summary>The response for published bins in degrees.</summary>
    public MigrationMatrix Matrix(IReadOnlyList<double> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        (double[] nodes, double[] weights) = GaussLegendre.Rule(Points);
        return new MigrationMatrix(FineWidth, FineCount, edges.Count - 1, (theta, probabilities) =>
        {
            for (int bin = 0; bin < probabilities.Length; bin++)
            {
                double low = Math.Max(edges[bin], theta - (Reach * Sigma));
                double high = Math.Min(edges[bin + 1], theta + (Reach * Sigma));
                probabilities[bin] = high > low ? Integrate(theta, low, high, nodes, weights) : 0.0;
            }
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

    /// <summary>∫ (r/σ²) exp(−(r² + θ²)/2σ²) I₀(rθ/σ²) dr by panels of a few σ.</summary>
    private double Integrate(double theta, double low, double high, double[] nodes, double[] weights)
    {
        int panels = (int)Math.Ceiling((high - low) / (PanelInSigma * Sigma));
        double half = 0.5 * (high - low) / panels;
        double inverse = 1.0 / (Sigma * Sigma);
        double sum = 0.0;
        for (int panel = 0; panel < panels; panel++)
        {
            double centre = low + (((2 * panel) + 1) * half);
            for (int k = 0; k < nodes.Length; k++)
            {
                double r = centre + (half * nodes[k]);
                double d = r - theta;
                sum += weights[k] * half * r * inverse * Math.Exp(-0.5 * d * d * inverse) * ScaledBessel.I0(r * theta * inverse);
            }
        }

        return sum;
    }
}
