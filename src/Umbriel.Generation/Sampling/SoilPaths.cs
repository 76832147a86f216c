using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sampling;

/// <summary>
/// Proposals for the depth in the soil at which an N that arrives along the axis was made: e^(−d/λ) times the rise of the
/// flux, at geometric depths, for momenta of N in geometric steps.
/// </summary>
internal sealed class SoilPaths
{
    private const int Cells = 48;
    private const double LogStep = 0.05;

    private readonly PiecewiseLinearDensity[] densities;
    private readonly double heavyMass;
    private readonly double lowestMomentum;

    /// <summary>Tabulates the depths.</summary>
    /// <param name="soil">The soil.</param>
    /// <param name="upstream">The flux in it.</param>
    /// <param name="heavyMass">Mass of N, GeV.</param>
    /// <param name="decayLength">cτ of N, cm.</param>
    /// <param name="maximumEnergy">Highest neutrino energy, GeV.</param>
    public SoilPaths(SoilCone soil, UpstreamFlux upstream, double heavyMass, double decayLength, double maximumEnergy)
    {
        this.heavyMass = heavyMass;
        lowestMomentum = 0.05 * heavyMass;
        int count = Math.Max(0, (int)Math.Ceiling(Math.Log(Math.Max(maximumEnergy, heavyMass) / lowestMomentum) / LogStep)) + 2;
        densities = new PiecewiseLinearDensity[count];
        for (int i = 0; i < count; i++)
        {
            double momentum = lowestMomentum * Math.Exp(LogStep * i);
            double energy = Math.Sqrt((momentum * momentum) + (heavyMass * heavyMass));
            densities[i] = Tabulate(soil, upstream, energy, momentum / heavyMass * decayLength);
        }
    }

    /// <summary>The proposal for neutrinos near <paramref name="energy"/> GeV.</summary>
    public PiecewiseLinearDensity Near(double energy) => densities[Math.Clamp((int)(Position(energy) + 0.5), 0, densities.Length - 1)];

    /// <summary>Integral of the proposal at <paramref name="energy"/> GeV, cm, interpolated.</summary>
    public double Integral(double energy)
    {
        double position = Math.Clamp(Position(energy), 0.0, densities.Length - 1.000001);
        int i = (int)position;
        double f = position - i;
        return ((1.0 - f) * densities[i].Integral) + (f * densities[i + 1].Integral);
    }

    private double Position(double energy)
    {
        double squared = (energy - heavyMass) * (energy + heavyMass);
        return squared > 0.0 ? 0.5 * Math.Log(squared / (lowestMomentum * lowestMomentum)) / LogStep : 0.0;
    }

    private static PiecewiseLinearDensity Tabulate(SoilCone soil, UpstreamFlux upstream, double energy, double scale)
    {
        double longest = soil.FarDistance - soil.NearDistance;
        double first = Math.Min(Math.Max(1.0, 0.02 * scale), 0.01 * longest);
        double ratio = Math.Pow(longest * 1.02 / first, 1.0 / (Cells - 1));
        double[] depth = new double[Cells + 1];
        double[] density = new double[Cells + 1];
        double next = first;
        for (int i = 0; i <= Cells; i++)
        {
            density[i] = Math.Max(Math.Exp(-depth[i] / scale), 1e-12) * upstream.Ratio(energy, soil.FarDistance - depth[i]);
            if (i < Cells)
            {
                depth[i + 1] = next;
                next *= ratio;
            }
        }

        return new PiecewiseLinearDensity(depth, density);
    }
}
