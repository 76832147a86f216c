using Umbriel.Backgrounds.Elastic;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Elastic;

public sealed class RandomPhaseTests
{
    // From a calculation independent of this code, of the same published formulas; it has no stated precision.
    [Theory]
    [InlineData(0.02, 0.453, 0.736, 0.580)]
    [InlineData(0.05, 0.471, 1.087, 0.610)]
    [InlineData(0.1, 0.606, 1.166, 0.742)]
    [InlineData(0.2, 0.798, 1.106, 0.855)]
    [InlineData(0.3, 0.923, 1.048, 0.900)]
    [InlineData(0.5, 1.093, 0.967, 0.940)]
    [InlineData(1.0, 1.322, 0.874, 0.972)]
    [InlineData(1.5, 1.314, 0.861, 0.983)]
    public void Argon_has_the_correlations_of_an_independent_calculation(double q2, double transverse, double longitudinal, double scalar)
    {
        RandomPhase argon = RandomPhase.Of(Nucleus.Find("Ar40"));
        (double t, double l, double n) = argon.Averages(q2);
        t.ShouldBe(transverse, 0.02 * transverse);
        l.ShouldBe(longitudinal, 0.02 * longitudinal);
        n.ShouldBe(scalar, 0.02 * scalar);
        argon.Factor(q2).ShouldBe(t, 0.002);
    }

    [Fact]
    public void Correlations_vanish_at_large_transfers() => RandomPhase.Of(Nucleus.Find("C12")).Factor(30.0).ShouldBe(1.0, 0.1);

    [Theory]
    [InlineData(0.05, 0.3)]
    [InlineData(0.1, 0.5)]
    [InlineData(0.2, 0.6)]
    public void The_imaginary_part_is_the_phase_space_of_particle_hole_pairs(double q0, double q)
    {
        // −4π ∫ d³p/(2π)³ (M²/EE') n(p)(1 − n(p + q)) δ(q0 + E − E'), the angle done by the δ function: ∫ dE over allowed p.
        const double Fermi = 0.26;
        const double M = Nucleons.MeanMass;
        double sum = 0.0;
        const int Steps = 200000;
        for (int i = 0; i < Steps; i++)
        {
            double p = Fermi * (i + 0.5) / Steps;
            double e = Math.Sqrt((M * M) + (p * p));
            double after = e + q0;
            double afterMomentum = Math.Sqrt((after * after) - (M * M));
            if (afterMomentum > Math.Abs(p - q) && afterMomentum < p + q && afterMomentum > Fermi)
            {
                sum += p / e * Fermi / Steps;
            }
        }

        Lindhard.Nucleon(q0, q, Fermi).Imaginary.ShouldBe(-M * M / (Math.PI * q) * sum, 2e-6);
    }

    [Fact]
    public void The_static_response_of_long_waves_is_the_density_of_states()
    {
        // U(0, q → 0) = −dρ/dμ = −2 k_F E_F/π² (four states per momentum), times M²/E_F² of the relativistic weights.
        const double Fermi = 0.26;
        double energy = Math.Sqrt((Nucleons.MeanMass * Nucleons.MeanMass) + (Fermi * Fermi));
        double expected = -2.0 * Fermi * Nucleons.MeanMass * Nucleons.MeanMass / (energy * Math.PI * Math.PI);
        Lindhard.Nucleon(1e-7, 1e-3, Fermi).Real.ShouldBe(expected, 0.002 * Math.Abs(expected));
    }
}
