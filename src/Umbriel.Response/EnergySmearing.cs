using MathNet.Numerics;

namespace Umbriel.Response;

/// <summary>
/// Reconstructed visible energy: Gaussian about <paramref name="Scale"/> × E with σ/E = <paramref name="Stochastic"/>/√E
/// (E in GeV). The two numbers are fitted to the published example signal's energy spectrum; nothing else of the
/// energy response is published.
/// </summary>
public sealed record EnergySmearing(double Scale, double Stochastic)
{
    /// <summary>Fine true bins, GeV.</summary>
    public const double FineWidth = 0.01;

    /// <summary>Number of fine true bins.</summary>
    public const int FineCount = 300;

    /// <summary>The response for published bins in MeV.</summary>
    public MigrationMatrix Matrix(IReadOnlyList<double> edgesMeV)
    {
        ArgumentNullException.ThrowIfNull(edgesMeV);
        return new MigrationMatrix(FineWidth, FineCount, edgesMeV.Count - 1, (energy, probabilities) =>
        {
            double width = Math.Sqrt(2.0 * energy) * Math.Max(Stochastic, 1e-9);
            double below = Below(0);
            for (int bin = 0; bin < probabilities.Length; bin++)
            {
                double next = Below(bin + 1);
                probabilities[bin] = next - below;
                below = next;
            }

            double Below(int edge) => 0.5 * SpecialFunctions.Erfc(((Scale * energy) - (1e-3 * edgesMeV[edge])) / width);
        });
    }

    /// <summary>Fits both parameters so that the folded <paramref name="trueFine"/> has the shape of <paramref name="published"/>.</summary>
    public static EnergySmearing Fit(double[] trueFine, IReadOnlyList<double> published, IReadOnlyList<double> edgesMeV)
    {
        (double scale, double stochastic) = ShapeFit.Minimise(
            (s, a) => ShapeFit.Distance(new EnergySmearing(s, a).Matrix(edgesMeV).Fold(trueFine), published),
            (0.7, 1.2),
            (0.02, 0.5));
        return new EnergySmearing(scale, stochastic);
    }
}
