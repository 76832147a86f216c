using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Backgrounds.Hadronization;

/// <summary>
/// Momentum of the baryon in states of more than two hadrons (AGKY): x_F = 2p_z/W from a Gaussian of variance 0.131 on
/// [−1, 0.5] and p_T² from an exponential on [0, 0.6] GeV², as far as the mass that is left suffices for the others.
/// </summary>
public readonly struct BaryonMomentum
{
    private const double Variance = 0.131;
    private const double LowestX = -1.0;
    private const double HighestX = 0.5;
    private const double HighestTransverseSquared = 0.6;

    private readonly double peak;
    private readonly double slope;
    private readonly double w;
    private readonly double mass;
    private readonly double highest;

    /// <summary>The distribution at W.</summary>
    /// <param name="parameters">Peak of x_F and mean of p_T².</param>
    /// <param name="w">Invariant mass, GeV.</param>
    /// <param name="masses">Masses of all hadrons, GeV, the baryon's first, of a sum below W.</param>
    public BaryonMomentum(InelasticParameters parameters, double w, ReadOnlySpan<double> masses)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        peak = parameters.BaryonFeynmanX;
        slope = 1.0 / parameters.BaryonTransverseMomentumSquared;
        this.w = w;
        mass = masses[0];
        double rest = 0.0;
        foreach (double other in masses[1..])
        {
            rest += other;
        }

        highest = PhaseSpace.Momentum(w, mass, rest);
    }

    private double Lower => Math.Max(LowestX, -2.0 * highest / w);

    private double Upper => Math.Min(HighestX, 2.0 * highest / w);

    /// <summary>Density in x_F and p_T², 1/GeV², of integral 1: the ratio of two re-weights an event exactly.</summary>
    /// <param name="momentum">The baryon's momentum in the hadrons' rest frame, z along the momentum transfer, GeV.</param>
    public double Density(FourVector momentum)
    {
        BaryonMomentum self = this;
        double norm = GaussLegendre.Integrate(
            x =>
            {
                double along = 0.5 * x * self.w;
                double limit = Math.Clamp((self.highest * self.highest) - (along * along), 0.0, HighestTransverseSquared);
                return self.Gaussian(x) * (1.0 - Math.Exp(-self.slope * limit)) / self.slope;
            },
            Lower,
            Upper,
            32);
        double transverseSquared = (momentum.X * momentum.X) + (momentum.Y * momentum.Y);
        return Gaussian(2.0 * momentum.Z / w) * Math.Exp(-slope * transverseSquared) / norm;
    }

    /// <summary>Draws a momentum. Both densities are cut at what energy allows first, so that nearly every draw is good.</summary>
    /// <param name="random">The stream it is drawn from.</param>
    public FourVector Sample(ref RandomStream random)
    {
        double low = Lower;
        double high = Upper;
        double most = Gaussian(Math.Clamp(peak, low, high));
        double square = highest * highest;
        double cut = 1.0 - Math.Exp(-slope * Math.Min(HighestTransverseSquared, square));
        while (true)
        {
            double x = low + (random.NextDouble() * (high - low));
            if (random.NextDouble() * most > Gaussian(x))
            {
                continue;
            }

            double transverseSquared = -Math.Log(1.0 - (random.NextDouble() * cut)) / slope;
            double along = 0.5 * x * w;
            double p2 = (along * along) + transverseSquared;
            if (p2 < square)
            {
                Direction.Turn(random.NextDouble(), out double sin, out double cos);
                double transverse = Math.Sqrt(transverseSquared);
                return new FourVector(Math.Sqrt(p2 + (mass * mass)), transverse * cos, transverse * sin, along);
            }
        }
    }

    private double Gaussian(double x) => Math.Exp(-0.5 * (x - peak) * (x - peak) / Variance);
}
