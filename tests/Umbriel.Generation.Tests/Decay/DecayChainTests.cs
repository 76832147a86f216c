using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Decay;

namespace Umbriel.Generation.Tests.Decay;

public sealed class DecayChainTests
{
    private const int Decays = 20_000;

    /// <summary>A threshold per comparison: with fewer than 1000 of them a free seed would fail one run in ten.</summary>
    private const double FalseAlarm = 1e-4;

    public static TheoryData<int, HnlType> Cases
    {
        get
        {
            TheoryData<int, HnlType> data = [];
            for (int kind = 0; kind < 4; kind++)
            {
                data.Add(kind, HnlType.Dirac);
                data.Add(kind, HnlType.Majorana);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Distributions_are_those_of_the_full_matrix_element(int kind, HnlType type)
    {
        // Against the slow oracle: 10 invariants by Kolmogorov-Smirnov. K along N's flight is a conserving N, against it a
        // flipping one; in N's rest frame they only differ by the direction of K, so one axis at an angle serves for both.
        DarkSectorParameters point = Points.Kinds.ElementAt(kind) with { HnlType = type };
        MatrixElement oracle = new(point);
        FourVector axis = Unit(0.3, -0.5, 0.4);
        FourVector rest = new(point.ParentMass, 0.0, 0.0, 0.0);
        double[][] chain = Collect(point, rest, axis);
        double[][] slow = Empty();
        for (int i = 0; i < Decays; i++)
        {
            RandomStream random = new(21, RandomStage.Generation, (ulong)i);
            (FourVector electron, FourVector positron) = oracle.Sample(ref random, axis);
            Store(slow, i, DecayInvariants.Of(rest, point.ParentMass, axis, electron, positron));
        }

        ShouldAgree(chain, slow, point.MZPrime < point.ParentMass - point.DaughterMass);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Invariants_do_not_depend_on_the_frame(int kind, HnlType type)
    {
        // A boost of N and K together, γ from 1.5 to 30: the same distribution of invariants.
        DarkSectorParameters point = Points.Kinds.ElementAt(kind) with { HnlType = type };
        FourVector axis = Unit(0.3, -0.5, 0.4);
        double[][] reference = Collect(point, new FourVector(point.ParentMass, 0.0, 0.0, 0.0), axis);
        foreach ((FourVector velocity, double gamma) in new[] { (Unit(1, 0, 0), 1.5), (Unit(-0.3, 0.5, -0.4), 8.0), (Unit(0.1, 0.2, 5), 30.0) })
        {
            double p = point.ParentMass * Math.Sqrt((gamma * gamma) - 1.0);
            FourVector parent = new(point.ParentMass * gamma, p * velocity.X, p * velocity.Y, p * velocity.Z);
            double[][] boosted = Collect(point, parent, axis.BoostFromRestFrameOf(parent, point.ParentMass), seed: 22);
            ShouldAgree(reference, boosted, point.MZPrime < point.ParentMass - point.DaughterMass);
        }
    }

    [Fact]
    public void Invariants_distinguish_the_polarisation()
    {
        // The comparisons above can fail: without K, or with the isotropic Z', they do.
        FourVector rest = new(Points.Key.M4, 0.0, 0.0, 0.0);
        double[][] exact = Collect(Points.Key, rest, Unit(0, 0, 1));
        double[][] flipped = Collect(Points.Key, rest, Unit(0, 0, 1), seed: 23, reportAxis: Unit(0, 0, -1));
        double[][] isotropic = Collect(Points.Key, rest, Unit(0, 0, 1), seed: 24, polarisation: ZPrimePolarisation.Isotropic);
        Statistics.TwoSampleP(exact[3], flipped[3]).ShouldBeLessThan(1e-10);
        Statistics.TwoSampleP(exact[6], isotropic[6]).ShouldBeLessThan(1e-10);
    }

    [Fact]
    public void Isotropic_option_is_isotropic_in_the_frame_of_the_Z_prime()
    {
        double[][] isotropic = Collect(Points.Key, new FourVector(Points.Key.M4, 0.0, 0.0, 0.0), Unit(0, 0, 1), seed: 25, polarisation: ZPrimePolarisation.Isotropic);
        double beta = Math.Sqrt(1.0 - (4.0 * PhysicalConstants.MassElectron * PhysicalConstants.MassElectron / (0.03 * 0.03)));
        Statistics.OneSampleP(isotropic[6], c => 0.5 * (1.0 + (c / beta))).ShouldBeGreaterThan(FalseAlarm);
    }

    [Fact]
    public void Longitudinal_share_of_the_Z_prime_is_that_of_the_two_body_amplitude()
    {
        // N → ν V with m_ν = 0: longitudinal : transverse = m_N² : 2 m_V² summed over spins, 86.2% at the key point
        // (design note: "86% longitudinal"), hence dΓ/dc* ∝ (1 − f)(1 + c²)·3/8 + f (1 − c²)·3/4 for m_e → 0 and
        // ⟨c*²⟩ = 0.4 − 0.2 f. Three standard errors of the mean and the electron's mass, 1e-3.
        double share = 0.106 * 0.106 / ((0.106 * 0.106) + (2.0 * 0.03 * 0.03));
        share.ShouldBe(0.862, 5e-4);
        double[][] exact = Collect(Points.Key, new FourVector(Points.Key.M4, 0.0, 0.0, 0.0), Unit(0, 0, 1), seed: 26);
        (double mean, double error) = Statistics.MeanOf([.. exact[6].Select(c => c * c)]);
        mean.ShouldBe(0.4 - (0.2 * share), (3.0 * error) + 1e-3);
    }

    internal static double[][] Collect(
        DarkSectorParameters point, FourVector parent, FourVector axis, ulong seed = 20, ZPrimePolarisation polarisation = ZPrimePolarisation.Exact, FourVector? reportAxis = null, int decays = Decays)
    {
        DecayChain chain = new(point, polarisation);
        double[][] columns = Empty(decays);
        for (int i = 0; i < decays; i++)
        {
            RandomStream random = new(seed, RandomStage.Generation, (ulong)i);
            chain.Sample(ref random, parent, axis, out FourVector electron, out FourVector positron, out _);
            Store(columns, i, DecayInvariants.Of(parent, point.ParentMass, reportAxis ?? axis, electron, positron));
        }

        return columns;
    }

    internal static FourVector Unit(double x, double y, double z)
    {
        double p = Math.Sqrt((x * x) + (y * y) + (z * z));
        return new FourVector(1.0, x / p, y / p, z / p);
    }

    private static void ShouldAgree(double[][] a, double[][] b, bool onShell)
    {
        // The mass of a real Z' is one number.
        for (int column = onShell ? 1 : 0; column < DecayInvariants.Names.Length; column++)
        {
            Statistics.TwoSampleP((double[])a[column].Clone(), b[column]).ShouldBeGreaterThan(FalseAlarm, DecayInvariants.Names[column]);
        }
    }

    private static double[][] Empty(int decays = Decays) => [.. DecayInvariants.Names.Select(_ => new double[decays])];

    private static void Store(double[][] columns, int row, double[] values)
    {
        for (int c = 0; c < values.Length; c++)
        {
            columns[c][row] = values[c];
        }
    }
}
