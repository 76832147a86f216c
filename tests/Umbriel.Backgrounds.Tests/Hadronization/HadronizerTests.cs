using Umbriel.Backgrounds.Hadronization;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Hadronization;

public sealed class HadronizerTests
{
    private static readonly InelasticParameters Parameters = new();

    [Theory]
    [InlineData(WeakCurrent.Charged, 14, true)]
    [InlineData(WeakCurrent.Charged, 14, false)]
    [InlineData(WeakCurrent.Charged, -14, true)]
    [InlineData(WeakCurrent.Charged, -14, false)]
    [InlineData(WeakCurrent.Neutral, 14, true)]
    [InlineData(WeakCurrent.Neutral, 14, false)]
    public void Everything_is_conserved(WeakCurrent current, int neutrino, bool onProton)
    {
        Nucleon nucleon = onProton ? Nucleon.Proton : Nucleon.Neutron;
        int charge = NeutrinoScattering.HadronCharge(current, neutrino, nucleon);
        double threshold = NeutrinoScattering.PionThreshold(charge);
        Hadronizer hadronizer = new(Parameters);
        Hadron[] hadrons = new Hadron[Hadron.Most];
        for (ulong i = 0; i < 10000; i++)
        {
            RandomStream random = new(5, RandomStage.Generation, i);

            // A third close to a threshold of n pions, where little phase space is left.
            double w = i % 3 == 0
                ? PhysicalConstants.MassNeutron + ((1 + ((i / 3) % 9)) * PhysicalConstants.MassChargedPion) + (1e-3 * random.NextDouble())
                : threshold + 1e-6 + (3.0 * random.NextDouble());
            int count = hadronizer.Sample(current, neutrino, nucleon, Math.Max(w, threshold + 1e-6), ref random, hadrons);
            count.ShouldBeInRange(2, Hadron.Most);
            Conservation.Check(hadrons.AsSpan(0, count), Math.Max(w, threshold + 1e-6), charge);
        }
    }

    [Theory]
    [InlineData(14, true, 0.40, 1.42)]
    [InlineData(14, false, -0.20, 1.42)]
    [InlineData(-14, true, 0.02, 1.28)]
    [InlineData(-14, false, 0.80, 0.95)]
    public void The_mean_number_of_charged_hadrons_is_that_of_the_bubble_chambers(int neutrino, bool onProton, double alpha, double beta)
    {
        // ⟨n_ch⟩ = α + β ln W² (AGKY, fits to bubble-chamber data at FNAL and CERN); charges, pairs and the limits
        // of phase space are ours: 12% of agreement, as in the paper's own comparison.
        Nucleon nucleon = onProton ? Nucleon.Proton : Nucleon.Neutron;
        Hadronizer hadronizer = new(Parameters);
        Hadron[] hadrons = new Hadron[Hadron.Most];
        foreach (double w in new[] { 2.2, 3.0, 4.0 })
        {
            const int Events = 4000;
            int charged = 0;
            for (ulong i = 0; i < Events; i++)
            {
                RandomStream random = new(6, RandomStage.Generation, i);
                int count = hadronizer.Sample(WeakCurrent.Charged, neutrino, nucleon, w, ref random, hadrons);
                for (int k = 0; k < count; k++)
                {
                    charged += HadronProperties.Charge(hadrons[k].Pdg) == 0 ? 0 : 1;
                }
            }

            double mean = alpha + (beta * 2.0 * Math.Log(w));
            Multiplicity.MeanCharged(neutrino, nucleon, w).ShouldBe(mean, 1e-12);
            (charged / (double)Events).ShouldBe(mean, 0.12 * mean);
        }
    }

    [Fact]
    public void Numbers_of_hadrons_follow_Levy_s_function()
    {
        // c = 7.93, ⟨n⟩ = 1.5 (0.40 + 1.42 ln 9) = 5.2802 at W = 3 of ν p; P(n) ∝ c^(s) / Γ(s), s = cn/⟨n⟩ + 1: ratio of
        // P(6) to P(3) with s = 10.0111 and 5.5056, Γ(10.0111) = 3.7177e5, Γ(5.5056) = 52.86 (Stirling, by hand).
        Span<double> p = stackalloc double[Multiplicity.Highest + 1];
        Multiplicity.Probabilities(14, Nucleon.Proton, 3.0, p);
        (p[6] / p[3]).ShouldBe(Math.Pow(7.93, 10.0111 - 5.5056) * 52.86 / 3.7177e5, 0.01 * 1.6);
        double sum = 0.0;
        double mean = 0.0;
        for (int n = 0; n < p.Length; n++)
        {
            sum += p[n];
            mean += n * p[n];
        }

        sum.ShouldBe(1.0, 1e-12);
        mean.ShouldBe(5.28, 0.1);
        p[15].ShouldBeGreaterThan(0.0);
        p[16].ShouldBe(0.0, "1 + (3 − 0.9396)/0.1396 = 15.8");
    }

    [Fact]
    public void Few_pions_have_their_factors_below_the_joining_mass()
    {
        Span<double> plain = stackalloc double[Multiplicity.Highest + 1];
        Span<double> weighted = stackalloc double[Multiplicity.Highest + 1];
        Multiplicity.Probabilities(14, Nucleon.Neutron, 1.8, plain);
        double kept = Multiplicity.Probabilities(WeakCurrent.Charged, 14, Nucleon.Neutron, 1.8, Parameters, weighted);
        (weighted[2] / plain[2]).ShouldBe(0.127858, 1e-9); // tune G18_10a_02_11a
        (weighted[3] / plain[3]).ShouldBe(2.11523, 1e-9);
        weighted[4].ShouldBe(plain[4]);
        kept.ShouldBe((0.127858 * plain[2]) + (2.11523 * plain[3]) + 1.0 - plain[2] - plain[3], 1e-12);
        Multiplicity.Probabilities(WeakCurrent.Charged, 14, Nucleon.Neutron, 1.95, Parameters, weighted).ShouldBe(1.0);
        Parameters.NonResonant.Of(WeakCurrent.Charged, -14, Nucleon.Proton, 2).ShouldBe(0.127858);
        Parameters.NonResonant.Of(WeakCurrent.Neutral, -14, Nucleon.Neutron, 2).ShouldBe(0.1);
        Parameters.NonResonant.Of(WeakCurrent.Neutral, 14, Nucleon.Neutron, 2).ShouldBe(0.3);
        Parameters.NonResonant.Of(WeakCurrent.Charged, 14, Nucleon.Proton, 3).ShouldBe(0.787999);
    }

    [Fact]
    public void Two_hadrons_are_isotropic_and_baryons_of_more_go_backwards()
    {
        // Means over n events with five standard deviations: ⟨cos θ⟩ = 0 ± 0.58/√n; x_F of the Gaussian on [−1, 0.5]
        // (mean −0.353 by quadrature with 0.131 and −0.385) shifts by phase space at W = 5 by less than 0.03.
        Hadronizer hadronizer = new(Parameters);
        Hadron[] hadrons = new Hadron[Hadron.Most];
        double cosines = 0.0;
        int pairs = 0;
        double feynman = 0.0;
        double transverse = 0.0;
        int more = 0;
        for (ulong i = 0; i < 20000; i++)
        {
            RandomStream random = new(7, RandomStage.Generation, i);
            double w = i % 2 == 0 ? 1.25 : 5.0;
            int count = hadronizer.Sample(WeakCurrent.Neutral, 14, Nucleon.Proton, w, ref random, hadrons);
            FourVector baryon = hadrons[0].Momentum;
            if (count == 2)
            {
                cosines += baryon.CosTheta;
                pairs++;
            }
            else if (w > 4.0)
            {
                feynman += 2.0 * baryon.Z / w;
                transverse += (baryon.X * baryon.X) + (baryon.Y * baryon.Y);
                more++;
            }
        }

        (cosines / pairs).ShouldBe(0.0, 5.0 * 0.58 / Math.Sqrt(pairs));
        (feynman / more).ShouldBe(-0.353, 0.03);

        // Mean of the exponential of 6.625/GeV² cut at 0.6: 0.1509 − 0.6/(e^3.975 − 1) = 0.1393.
        (transverse / more).ShouldBe(0.1393, 0.008);
    }

    [Fact]
    public void Three_bodies_fill_the_Dalitz_plot_evenly()
    {
        // Squared pair masses are uniform inside the boundary: mean of the kinetic energies by a direct Monte Carlo of
        // uniform energies with the triangle condition, an independent sampling of the same phase space.
        double[] masses = [0.94, 0.14, 0.5];
        const double Total = 2.2;
        FourVector[] momenta = new FourVector[3];
        double mean = 0.0;
        const int Events = 40000;
        RandomStream random = new(8, RandomStage.Generation, 0);
        for (int i = 0; i < Events; i++)
        {
            PhaseSpace.Sample(Total, masses, ref random, momenta);
            mean += momenta[1].E / Events;
        }

        double other = 0.0;
        int accepted = 0;
        while (accepted < Events)
        {
            double e0 = masses[0] + (random.NextDouble() * 0.7);
            double e1 = masses[1] + (random.NextDouble() * 0.9);
            double e2 = Total - e0 - e1;
            if (e2 > masses[2])
            {
                double p0 = Math.Sqrt((e0 * e0) - (masses[0] * masses[0]));
                double p1 = Math.Sqrt((e1 * e1) - (masses[1] * masses[1]));
                double p2 = Math.Sqrt((e2 * e2) - (masses[2] * masses[2]));
                if (p0 < p1 + p2 && p1 < p0 + p2 && p2 < p0 + p1)
                {
                    other += e1 / Events;
                    accepted++;
                }
            }
        }

        // The spread is 0.13 GeV: five standard deviations of the difference.
        mean.ShouldBe(other, 5.0 * 0.13 * Math.Sqrt(2.0 / Events));
    }

    [Fact]
    public void The_chain_of_transverse_momenta_has_the_distribution_of_rejection()
    {
        // Five pions: mean p_T, mean energy of one and mean of the largest, each within five standard deviations.
        double[] masses = [0.14, 0.14, 0.135, 0.14, 0.5];
        FourVector system = new(2.1, 0.2, -0.1, 0.8);
        const int Events = 8000;
        double[,] sums = new double[2, 3];
        double[,] squares = new double[2, 3];
        FourVector[] momenta = new FourVector[masses.Length];
        for (int method = 0; method < 2; method++)
        {
            for (ulong i = 0; i < Events; i++)
            {
                RandomStream random = new(9, RandomStage.Generation, (2 * i) + (ulong)method);
                if (method == 0)
                {
                    TransverseMomentum.Draw(system, masses, 3.5, ref random, momenta);
                }
                else
                {
                    TransverseMomentum.Chain(system, masses, 3.5, ref random, momenta);
                }

                double[] across = [.. momenta.Select(p => Math.Sqrt((p.X * p.X) + (p.Y * p.Y)))];
                double[] values = [across.Average(), momenta[0].E, across.Max()];
                for (int v = 0; v < values.Length; v++)
                {
                    sums[method, v] += values[v] / Events;
                    squares[method, v] += values[v] * values[v] / Events;
                }
            }
        }

        for (int v = 0; v < 3; v++)
        {
            double variance = squares[0, v] - (sums[0, v] * sums[0, v]);
            sums[1, v].ShouldBe(sums[0, v], 5.0 * Math.Sqrt(2.0 * variance / Events), $"quantity {v}");
        }
    }

    [Theory]
    [InlineData(1.6)]
    [InlineData(2.2)]
    public void Baryons_are_re_weighted_exactly(double w)
    {
        // Mean x_F and p_T² at one-sigma values of the knobs, generated and re-weighted; five standard deviations of 40000.
        double[] masses = [0.9383, 0.1396, 0.1396];
        const int Events = 40000;
        InelasticParameters shifted = Parameters with { BaryonFeynmanX = -0.385 * 1.2, BaryonTransverseMomentumSquared = 1.3 / 6.625 };
        BaryonMomentum nominal = new(Parameters, w, masses);
        BaryonMomentum other = new(shifted, w, masses);
        double weights = 0.0;
        double weightedX = 0.0;
        double weightedT = 0.0;
        double directX = 0.0;
        double directT = 0.0;
        double squareX = 0.0;
        double squareT = 0.0;
        RandomStream random = new(10, RandomStage.Generation, 0);
        for (int i = 0; i < Events; i++)
        {
            FourVector p = nominal.Sample(ref random);
            double weight = other.Density(p) / nominal.Density(p);
            weights += weight;
            weightedX += weight * 2.0 * p.Z / w;
            weightedT += weight * ((p.X * p.X) + (p.Y * p.Y));
            FourVector d = other.Sample(ref random);
            double x = 2.0 * d.Z / w;
            double t = (d.X * d.X) + (d.Y * d.Y);
            directX += x / Events;
            directT += t / Events;
            squareX += x * x / Events;
            squareT += t * t / Events;
        }

        (weights / Events).ShouldBe(1.0, 0.01, "both densities are normalised");
        (weightedX / Events).ShouldBe(directX, 7.0 * Math.Sqrt((squareX - (directX * directX)) * 2.0 / Events));
        (weightedT / Events).ShouldBe(directT, 7.0 * Math.Sqrt((squareT - (directT * directT)) * 2.0 / Events));
        directX.ShouldBeLessThan(-0.1);
    }
}
