using Umbriel.Core;
using Umbriel.Detector.Electromagnetic;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>Fluctuations of the loss.</summary>
public sealed class FluctuationTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.05)]
    [InlineData(0.005)]
    public void Mean_and_variance_are_the_given_ones(double step)
    {
        // Variance of collisions ξ/ε² up to the cut: ξ × cut. Five standard errors.
        const double cut = 0.3e-3;
        double xi = Argon.HalfBethe * LiquidArgon.Density * step;
        double mean = 2.0e-3 * step;
        const int events = 200_000;
        double sum = 0.0;
        double lowest = mean;
        double squares = 0.0;
        RandomStream random = new(4, RandomStage.Generation, 0);
        for (int i = 0; i < events; i++)
        {
            double loss = LossFluctuation.Sample(ref random, mean, xi, cut);
            lowest = Math.Min(lowest, loss);
            sum += loss;
            squares += loss * loss;
        }

        lowest.ShouldBeGreaterThan(0.0);
        double average = sum / events;
        average.ShouldBe(mean, 5.0 * Math.Sqrt(xi * cut / events));
        double variance = (squares / events) - (average * average);
        double fourth = (xi * cut * cut * cut / 3.0) + (3.0 * xi * cut * xi * cut);
        variance.ShouldBe(xi * cut, (5.0 * Math.Sqrt(fourth / events)) + (0.02 * xi * cut));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void Most_probable_loss_is_landaus(double thickness)
    {
        // PDG 2024 eq. (34.12): Δp = ξ[ln(2mβ²γ²/I) + ln(ξ/I) + j − β² − δ], j = 0.200, for electrons of 200 MeV, in steps of 3 mm with δ-rays above the cut.
        const double kinetic = 0.2;
        double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
        double beta2 = 1.0 - (1.0 / (gamma * gamma));
        double xi = Argon.HalfBethe * LiquidArgon.Density * thickness / beta2;
        const double excitation = LiquidArgon.MeanExcitationEnergy;
        double expected = xi * (Math.Log(2.0 * PhysicalConstants.MassElectron * beta2 * gamma * gamma / excitation) + Math.Log(xi / excitation) + 0.2 - beta2 - CollisionLoss.DensityEffect(kinetic));

        const double cut = 0.3e-3;
        int steps = (int)Math.Ceiling(thickness / 0.3);
        double soft = CollisionLoss.Restricted(kinetic, cut, positron: false, CollisionLoss.DensityEffect(kinetic)) * LiquidArgon.Density * thickness / steps;
        double hard = MollerScattering.PerElectron(kinetic, cut) * Argon.Z * Argon.AtomsPerGram * LiquidArgon.Density * thickness;
        const int events = 200_000;
        double[] losses = new double[events];
        for (int i = 0; i < events; i++)
        {
            RandomStream random = new(6, RandomStage.Generation, (ulong)i);
            for (int step = 0; step < steps; step++)
            {
                losses[i] += LossFluctuation.Sample(ref random, soft, xi / steps, cut);
            }

            for (int n = PoissonNumber.Sample(ref random, hard); n > 0; n--)
            {
                losses[i] += MollerScattering.Sample(ref random, kinetic, cut);
            }
        }

        // Mode: middle of the shortest interval that holds a quarter of the events; for Landau's density that is 0.1 ξ above it, 1% here.
        Array.Sort(losses);
        int width = events / 4;
        int best = 0;
        for (int i = 0; i + width < events; i++)
        {
            best = losses[i + width] - losses[i] < losses[best + width] - losses[best] ? i : best;
        }

        double mode = 0.5 * (losses[best] + losses[best + width]);
        mode.ShouldBe(expected, 0.03 * expected);
    }
}
