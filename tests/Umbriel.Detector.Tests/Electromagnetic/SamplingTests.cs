using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Detector.Electromagnetic;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>
/// Samplers against their own differential cross sections, integrated bin by bin: χ² of 30 bins, 29 degrees of freedom, refused
/// above 75 (false alarm 6·10⁻⁶ a test; seeds are fixed).
/// </summary>
public sealed class SamplingTests
{
    private const int Events = 60_000;
    private const int Bins = 30;

    private delegate double Sampler(ref RandomStream random);

    [Theory]
    [InlineData(0.05)]
    [InlineData(1.0)]
    [InlineData(50.0)]
    public void Klein_nishina(double energy)
    {
        double k = energy * 1e-3 / PhysicalConstants.MassElectron;
        double lowest = 1.0 / (1.0 + (2.0 * k));
        ShouldFollow(
            (ref RandomStream random) => KleinNishina.Sample(ref random, energy * 1e-3, out _),
            e =>
            {
                double mu = ((1.0 / e) - 1.0) / k;
                return (1.0 / e) + e - (mu * (2.0 - mu));
            },
            lowest, 1.0);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(5.0)]
    [InlineData(500.0)]
    public void Moller(double energy)
    {
        double kinetic = energy * 1e-3;
        ShouldFollow((ref RandomStream random) => MollerScattering.Sample(ref random, kinetic, 0.3e-3) / kinetic, e => MollerScattering.Differential(kinetic, e), 0.3 / energy, 0.5);
    }

    [Theory]
    [InlineData(0.35)]
    [InlineData(5.0)]
    [InlineData(500.0)]
    public void Bhabha(double energy)
    {
        double kinetic = energy * 1e-3;
        ShouldFollow((ref RandomStream random) => BhabhaScattering.Sample(ref random, kinetic, 0.3e-3) / kinetic, e => BhabhaScattering.Differential(kinetic, e), 0.3 / energy, 1.0);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(20.0)]
    [InlineData(2000.0)]
    public void Bremsstrahlung_photons(double energy)
    {
        double kinetic = energy * 1e-3;
        double bound = Bremsstrahlung.Bound(kinetic, 0.1e-3);
        ShouldFollow((ref RandomStream random) => Bremsstrahlung.Sample(ref random, kinetic, 0.1e-3, bound) / kinetic, x => Bremsstrahlung.Scaled(kinetic, x) / x, 0.1 / energy, 1.0);
    }

    [Theory]
    [InlineData(3.0)]
    [InlineData(5.0)]
    [InlineData(300.0)]
    public void Pairs(double energy)
    {
        double photon = energy * 1e-3;
        double lowest = PhysicalConstants.MassElectron / photon;
        ShouldFollow(
            (ref RandomStream random) => (PairProduction.SampleKinetic(ref random, photon) + PhysicalConstants.MassElectron) / photon,
            e =>
            {
                PairProduction.Shape(photon, e, out double phi1, out double phi2);
                return (2.0 * (0.5 - e) * (0.5 - e) * phi1) + phi2;
            },
            lowest, 1.0 - lowest);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(10.0)]
    [InlineData(400.0)]
    public void Annihilation_in_flight(double energy)
    {
        double kinetic = energy * 1e-3;
        double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
        double lowest = 1.0 / (gamma + 1.0 + Math.Sqrt((gamma * gamma) - 1.0));
        double S(double z) => -((gamma + 1.0) * (gamma + 1.0)) + (((gamma * gamma) + (4.0 * gamma) + 1.0) / z) - (1.0 / (z * z));
        ShouldFollow((ref RandomStream random) => Annihilation.SampleShare(ref random, kinetic), z => S(z) + S(1.0 - z), lowest, 0.5);

        // The same differential, normalised by πr_e²/((γ + 1)(γ² − 1)), integrates to the total.
        double total = GaussLegendre.Integrate(l => Math.Exp(l) * (S(Math.Exp(l)) + S(1.0 - Math.Exp(l))), Math.Log(lowest), Math.Log(0.5), 80)
            * Math.PI * Argon.RadiusSquared / ((gamma + 1.0) * ((gamma * gamma) - 1.0));
        Annihilation.PerElectron(kinetic).ShouldBe(total, 1e-6 * total);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(30.0)]
    public void Knock_on_totals_are_the_integrals_of_the_differentials(double energy)
    {
        double kinetic = energy * 1e-3;
        double x = 0.3 / energy;
        double moller = GaussLegendre.Integrate(l => Math.Exp(l) * MollerScattering.Differential(kinetic, Math.Exp(l)), Math.Log(x), Math.Log(0.5), 60);
        MollerScattering.PerElectron(kinetic, 0.3e-3).ShouldBe(moller, 1e-8 * moller);
        double bhabha = GaussLegendre.Integrate(l => Math.Exp(l) * BhabhaScattering.Differential(kinetic, Math.Exp(l)), Math.Log(x), 0.0, 60);
        BhabhaScattering.PerElectron(kinetic, 0.3e-3).ShouldBe(bhabha, 1e-8 * bhabha);
    }

    [Fact]
    public void Poisson_numbers_have_their_mean_and_variance()
    {
        RandomStream random = new(3, RandomStage.Generation, 0);
        double sum = 0.0;
        double squares = 0.0;
        const double mean = 3.2;
        for (int i = 0; i < Events; i++)
        {
            int n = PoissonNumber.Sample(ref random, mean);
            sum += n;
            squares += n * n;
        }

        // Five standard errors: 6·10⁻⁷.
        (sum / Events).ShouldBe(mean, 5.0 * Math.Sqrt(mean / Events));
        ((squares / Events) - (sum / Events * (sum / Events))).ShouldBe(mean, 5.0 * Math.Sqrt(((2.0 * mean * mean) + mean) / Events));
    }

    private static void ShouldFollow(Sampler sample, Func<double, double> density, double low, double high)
    {
        // Bins equal in ln x: all samplers fall steeply.
        int outside = 0;
        double[] content = new double[Bins];
        RandomStream random = new(5, RandomStage.Generation, 1);
        double scale = Bins / Math.Log(high / low);
        for (int i = 0; i < Events; i++)
        {
            double x = sample(ref random);
            outside += x >= low * (1.0 - 1e-9) && x <= high * (1.0 + 1e-9) ? 0 : 1;
            content[Math.Clamp((int)(Math.Log(x / low) * scale), 0, Bins - 1)]++;
        }

        outside.ShouldBe(0);
        double[] expected = new double[Bins];
        for (int i = 0; i < Bins; i++)
        {
            expected[i] = GaussLegendre.Integrate(l => Math.Exp(l) * density(Math.Exp(l)), Math.Log(low) + (i / scale), Math.Log(low) + ((i + 1) / scale), 30);
        }

        double total = expected.Sum();
        double chi2 = 0.0;
        for (int i = 0; i < Bins; i++)
        {
            double e = expected[i] * Events / total;
            chi2 += (content[i] - e) * (content[i] - e) / Math.Max(e, 1.0);
        }

        chi2.ShouldBeLessThan(75.0);
    }
}
