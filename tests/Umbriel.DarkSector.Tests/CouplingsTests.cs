using FsCheck;
using FsCheck.Fluent;

namespace Umbriel.DarkSector.Tests;

public sealed class CouplingsTests
{
    [Fact]
    public void Electromagnetic_conventions()
    {
        DarkSectorParameters point = new() { Scenario = Scenario.Single, M4 = 0.1, MZPrime = 0.03, Umu4 = 1e-4 };

        // design/physics.md section 1: 2.46894e-4 against 2.42258e-4 at ε = 8e-4.
        Couplings.From(point).ElectromagneticCoupling.ShouldBe(2.46894e-4, 1e-9);
        Couplings.From(point with { EmCoupling = EmCouplingConvention.Thomson }).ElectromagneticCoupling.ShouldBe(2.42258e-4, 1e-9);
    }

    [Fact]
    public void Simplified_regime_is_the_letters()
    {
        DarkSectorParameters single = new() { Scenario = Scenario.Single, M4 = 0.1, MZPrime = 0.03, Umu4 = 3e-5 };
        const double gD = 2.0;
        Couplings s = Couplings.From(single);
        s.ProductionVertex.ShouldBe(gD * 3e-5, 1e-18);
        s.DecayVertex.ShouldBe(gD * 3e-5, 1e-18);
        s.ProductionZVertex.ShouldBe(3e-5);

        Couplings d = Couplings.From(new DarkSectorParameters { Scenario = Scenario.Dual, M4 = 0.1, M5 = 0.2, MZPrime = 0.03, Umu5 = 2e-5 });
        d.ProductionVertex.ShouldBe(gD * 2e-5, 1e-18);
        d.DecayVertex.ShouldBe(gD, 1e-14);
        d.ProductionZVertex.ShouldBe(2e-5);
        d.DecayZVertex.ShouldBe(0.0);
    }

    [Fact]
    public void Miniboone_fit_convention_of_the_three_portal_model()
    {
        // arXiv:2308.02543 as quoted in design/physics.md: g_D = 2, U_D = 1/√2 give g_D V_μ4 = |U_μ4| and g_D V_54 = 1.
        DarkSectorParameters fit = new() { Scenario = Scenario.Single, M4 = 0.1, MZPrime = 0.03, Umu4 = 1e-4, GD = 2.0, UD4 = Math.Sqrt(0.5), UD5 = Math.Sqrt(0.5) };
        Couplings.From(fit).ProductionVertex.ShouldBe(1e-4, 1e-17);
        Couplings.From(fit with { Scenario = Scenario.Dual, M5 = 0.2, Umu4 = 0.0, Umu5 = 1e-4 }).DecayVertex.ShouldBe(1.0, 1e-14);
        Couplings.From(fit with { Scenario = Scenario.Dual, M5 = 0.2, Umu4 = 1e-4, Umu5 = 1e-4 }).ProductionVertex.ShouldBe(2e-4, 1e-16);
    }

    [Fact]
    public void Unitary_mixing_matrix_gives_these_vertices()
    {
        // A 5×5 orthogonal matrix, rows (μ, D, sterile, two more active), from small rotations; the vertices by brute force
        // are the definition: V_μi = Σ_light U_μl U_Dl U_Di, c_μi = Σ_light U_μl Σ_active U_αl U_αi.
        const int light = 3;
        double[,] u = Identity(5);
        Rotate(u, 3, 4, 0.7);
        Rotate(u, 0, 3, 1.3e-3);
        Rotate(u, 0, 4, 0.4e-3);
        double v5 = 0.0;
        double c5 = 0.0;
        for (int l = 0; l < light; l++)
        {
            v5 += u[0, l] * u[3, l] * u[3, 4];
            for (int active = 0; active < light; active++)
            {
                c5 += u[0, l] * u[active, l] * u[active, 4];
            }
        }

        DarkSectorParameters point = new()
        {
            Scenario = Scenario.Dual,
            M4 = 0.1,
            M5 = 0.2,
            MZPrime = 0.03,
            GD = 1.0,
            Umu4 = Math.Abs(u[0, 3]),
            Umu5 = Math.Abs(u[0, 4]),
            UD4 = Math.Abs(u[3, 3]),
            UD5 = Math.Abs(u[3, 4]),
        };
        Couplings couplings = Couplings.From(point);

        // Signs of this particular matrix make Σ_k U_μk U_Dk a difference; the magnitudes below undo that.
        double heavy = (u[0, 3] * u[3, 3]) + (u[0, 4] * u[3, 4]);
        v5.ShouldBe(-heavy * u[3, 4], 1e-15);
        c5.ShouldBe(u[0, 4], 2e-6 * Math.Abs(u[0, 4]));
        couplings.ProductionZVertex.ShouldBe(Math.Abs(c5), 2e-6 * Math.Abs(c5));
        double aligned = ((Math.Abs(u[0, 3]) * Math.Abs(u[3, 3])) + (Math.Abs(u[0, 4]) * Math.Abs(u[3, 4]))) * Math.Abs(u[3, 4]);
        couplings.ProductionVertex.ShouldBe(aligned, 1e-15);
    }

    [Fact]
    public void On_shell_width_scales_with_couplings_squared()
    {
        Gen<double> factor = Gen.Choose(1, 1000).Select(i => i / 100.0);
        Prop.ForAll(
            factor.ToArbitrary(),
            factor.ToArbitrary(),
            (double u, double g) =>
            {
                DarkSectorParameters point = new() { Scenario = Scenario.Single, M4 = 0.12, MZPrime = 0.03, Umu4 = 1e-4, GD = 1.0 };
                double one = DecayWidths.Compute(point).GammaParent_GeV;
                double other = DecayWidths.Compute(point with { Umu4 = u * 1e-4, GD = g }).GammaParent_GeV;
                return Math.Abs((other / (one * u * u * g * g)) - 1.0) < 1e-12;
            }).QuickCheckThrowOnFailure();
    }

    private static double[,] Identity(int n)
    {
        double[,] m = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            m[i, i] = 1.0;
        }

        return m;
    }

    private static void Rotate(double[,] m, int i, int j, double angle)
    {
        (double s, double c) = Math.SinCos(angle);
        for (int row = 0; row < m.GetLength(0); row++)
        {
            double a = m[row, i];
            double b = m[row, j];
            m[row, i] = (c * a) - (s * b);
            m[row, j] = (s * a) + (c * b);
        }
    }
}
