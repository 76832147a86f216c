using Umbriel.Core;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

/// <summary>The contractions against explicit four-vectors and sixteen-component tensors in the centre-of-mass frame.</summary>
public sealed class TensorOracleTests
{
    public static TheoryData<double, double, double> Points => new()
    {
        { 0.8, 37.215541, 0.1 }, { 3.0, 11.174864, 0.4 }, { 0.5, 0.938272, 0.15 }, { 10.0, 0.938272, 1.5 }, { 0.151, 37.215541, 0.15 },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void Kinematics_conserve_four_momentum_and_close_at_the_limits(double energy, double target, double heavy)
    {
        UpscatteringKinematics kinematics = new(energy, target, heavy);
        double s = (target * target) + (2.0 * target * energy);
        (kinematics.BeamMomentum + kinematics.TargetEnergy).ShouldBe(Math.Sqrt(s), 1e-12 * Math.Sqrt(s));
        kinematics.OneMinusCosine(kinematics.LowQ2).ShouldBe(0.0);
        kinematics.OneMinusCosine(kinematics.HighQ2).ShouldBe(2.0, 1e-12);

        // t = m² − 2k(E' ∓ p').
        kinematics.HighQ2.ShouldBe((2.0 * kinematics.BeamMomentum * (kinematics.HeavyEnergy + kinematics.HeavyMomentum)) - (heavy * heavy), 1e-10 * kinematics.HighQ2);
        kinematics.LowQ2.ShouldBe((2.0 * kinematics.BeamMomentum * (kinematics.HeavyEnergy - kinematics.HeavyMomentum)) - (heavy * heavy), 1e-11);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void Contractions_equal_explicit_tensor_sums(double energy, double target, double heavy)
    {
        UpscatteringKinematics kinematics = new(energy, target, heavy);
        foreach (double fraction in new[] { 0.02, 0.3, 0.9 })
        {
            double q2 = kinematics.LowQ2 + (fraction * (kinematics.HighQ2 - kinematics.LowQ2));
            Frame frame = new(kinematics, q2);
            foreach (bool flipping in new[] { false, true })
            {
                FourVector polarisation = frame.Polarisation(flipping);
                polarisation.MassSquared.ShouldBe(0.0, 1e-12 * polarisation.E * polarisation.E);
                HadronContraction contraction = HadronContraction.At(kinematics, q2, flipping);
                double scale = 4.0 * polarisation.E * frame.K.E * target * target * 4.0;
                contraction.SpinZero.ShouldBe(frame.Contract(flipping, (_, pp, _) => pp), 1e-11 * scale);
                contraction.Magnetic.ShouldBe(frame.Contract(flipping, (g, _, qq) => (-q2 * g) - qq), 1e-11 * scale);
                contraction.Axial.ShouldBe(frame.Contract(flipping, (g, pp, qq) => pp - qq - ((q2 + (4.0 * target * target)) * g)), 1e-11 * scale);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void Sum_over_helicities_is_the_unpolarised_tensor(double energy, double target, double heavy)
    {
        UpscatteringKinematics kinematics = new(energy, target, heavy);
        double q2 = 0.5 * (kinematics.LowQ2 + kinematics.HighQ2);
        Frame frame = new(kinematics, q2);
        FourVector sum = frame.Polarisation(false) + frame.Polarisation(true);
        (sum - frame.KPrime).Momentum.ShouldBe(0.0, 1e-13);
        sum.E.ShouldBe(frame.KPrime.E, 1e-13);

        // 2[2(P·k)(P·k') − P² k·k'] with P = p + p'.
        FourVector p = frame.P + frame.PPrime;
        double unpolarised = 2.0 * ((2.0 * p.Dot(frame.K) * p.Dot(frame.KPrime)) - (p.MassSquared * frame.K.Dot(frame.KPrime)));
        double both = HadronContraction.At(kinematics, q2, false).SpinZero + HadronContraction.At(kinematics, q2, true).SpinZero;
        both.ShouldBe(unpolarised, 1e-11 * unpolarised);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void Spin_half_sum_is_DarkNewss_closed_form(double energy, double target, double heavy)
    {
        // darknews-conventions.md section 2: 2 [2M⁴ − 4M²s + 2s² + 2st + t² − m²(2s + t)] for F1 = 1, F2 = 0, ½ included.
        UpscatteringKinematics kinematics = new(energy, target, heavy);
        double q2 = (0.7 * kinematics.LowQ2) + (0.3 * kinematics.HighQ2);
        double m = target * target;
        double s = m + (2.0 * target * energy);
        double t = -q2;
        double closed = 2.0 * ((2.0 * m * m) - (4.0 * m * s) + (2.0 * s * s) + (2.0 * s * t) + (t * t) - (heavy * heavy * ((2.0 * s) + t)));
        HadronContraction a = HadronContraction.At(kinematics, q2, false);
        HadronContraction b = HadronContraction.At(kinematics, q2, true);
        (a.SpinZero + a.Magnetic + b.SpinZero + b.Magnetic).ShouldBe(closed, 1e-9 * closed);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void Pure_V_minus_A_is_chiral(double energy, double target, double heavy)
    {
        // F1 = G_A = 1, F2 = 0: both currents γ^μ(1 − γ5)/…, |M|² = 32 (k·p)(K·p') for neutrinos and 32 (k·p')(K·p) for
        // antineutrinos, for any masses, as in muon decay (e.g. Halzen and Martin, Eq. 12.37).
        UpscatteringKinematics kinematics = new(energy, target, heavy);
        double q2 = (0.6 * kinematics.LowQ2) + (0.4 * kinematics.HighQ2);
        Frame frame = new(kinematics, q2);
        foreach (bool flipping in new[] { false, true })
        {
            HadronContraction c = HadronContraction.At(kinematics, q2, flipping);
            FourVector polarisation = frame.Polarisation(flipping);
            double neutrino = 32.0 * frame.K.Dot(frame.P) * polarisation.Dot(frame.PPrime);
            double antineutrino = 32.0 * frame.K.Dot(frame.PPrime) * polarisation.Dot(frame.P);
            double scale = Math.Max(neutrino, antineutrino) + (1e-3 * target * target * energy * polarisation.E);
            (c.SpinZero + c.Magnetic + c.Axial + c.VectorAxial).ShouldBe(neutrino, 1e-9 * scale);
            (c.SpinZero + c.Magnetic + c.Axial - c.VectorAxial).ShouldBe(antineutrino, 1e-9 * scale);
        }
    }

    private sealed class Frame
    {
        private readonly double energy;
        private readonly double momentum;
        private readonly double sine;
        private readonly double cosine;

        public Frame(in UpscatteringKinematics kinematics, double q2)
        {
            energy = kinematics.HeavyEnergy;
            momentum = kinematics.HeavyMomentum;
            cosine = 1.0 - kinematics.OneMinusCosine(q2);
            sine = Math.Sqrt(Math.Max(0.0, 1.0 - (cosine * cosine)));
            double k = kinematics.BeamMomentum;
            K = new FourVector(k, 0.0, 0.0, k);
            P = new FourVector(kinematics.TargetEnergy, 0.0, 0.0, -k);
            KPrime = new FourVector(energy, momentum * sine, 0.0, momentum * cosine);
            PPrime = K + P - KPrime;
        }

        public FourVector K { get; }

        public FourVector P { get; }

        public FourVector KPrime { get; }

        public FourVector PPrime { get; }

        public FourVector Polarisation(bool flipping)
        {
            double sign = flipping ? -1.0 : 1.0;
            double scale = 0.5 * (energy + (sign * momentum));
            return new FourVector(scale, sign * scale * sine, 0.0, sign * scale * cosine);
        }

        public double Contract(bool flipping, Func<double, double, double, double> hadron)
        {
            double[] metric = [1.0, -1.0, -1.0, -1.0];
            double[] k = Components(K);
            double[] w = Components(Polarisation(flipping));
            double[] p = Components(P + PPrime);
            double[] q = Components(K - KPrime);
            double dot = K.Dot(Polarisation(flipping));
            double sum = 0.0;
            for (int mu = 0; mu < 4; mu++)
            {
                for (int nu = 0; nu < 4; nu++)
                {
                    double g = mu == nu ? metric[mu] : 0.0;
                    double lepton = 2.0 * ((w[mu] * k[nu]) + (w[nu] * k[mu]) - (g * dot));
                    sum += lepton * metric[mu] * metric[nu] * hadron(g, p[mu] * p[nu], q[mu] * q[nu]);
                }
            }

            return sum;
        }

        private static double[] Components(FourVector v) => [v.E, v.X, v.Y, v.Z];
    }
}
