using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.DarkSector;

/// <summary>
/// dΓ/dt of N(P) → n(k') f f̄ through a virtual Z', with Standard Model Z exchange for charged leptons, t = m_ff²:
/// dΓ/dt = √λ(m_N², m_n², t) β/(32π³ m_N³) [G_V² ⟨D_V⟩ + G_A² ⟨D_A⟩],
/// ⟨D⟩ = ⅓[(1 + 2r)(k'·q)(P·q) + (t/2) κ k'·P], r = m_f²/t, κ_V = 1 + 2r, κ_A = 1 − 10r, β = √(1 − 4r)
/// (D = (k'·p1)(P·p2) + (k'·p2)(P·p1) ± m_f² k'·P averaged over the pair's angles).
/// Majorana: twice that with ½ m_N m_n (t + 2m_f²) added to D_V and ½ m_N m_n (t − 6m_f²) to D_A.
/// Couplings add in the amplitude: G_V = g_D V eε/(t − m_Z'²) ± (g/2c_w)² c v_f/(t − m_Z²), signs in
/// docs/physics-signs.md. Contact limit: Γ = (g_D V eε/m_Z'²)² m_N⁵/(768π³).
/// </summary>
public sealed class PairSpectrum
{
    private readonly double parent;
    private readonly double daughter;
    private readonly double threshold;
    private readonly bool majorana;
    private readonly double mediatorSquared;
    private readonly double mediatorWidth;
    private readonly double strength;
    private readonly double zVector;
    private readonly double zAxial;
    private readonly double pairMassSquared;
    private readonly bool hadrons;

    private PairSpectrum(DarkSectorParameters parameters, double fermionMass, bool hadrons)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Couplings couplings = Couplings.From(parameters);
        parent = parameters.ParentMass;
        daughter = parameters.DaughterMass;
        majorana = parameters.HnlType == HnlType.Majorana;
        mediatorSquared = parameters.MZPrime * parameters.MZPrime;
        this.hadrons = hadrons;
        pairMassSquared = hadrons ? 0.0 : fermionMass * fermionMass;
        threshold = hadrons ? HadronicRatio.Threshold : 4.0 * pairMassSquared;
        strength = couplings.DecayVertex * couplings.ElectromagneticCoupling;

        // N4 → ν: both products are negative, they add. N5 → N4: the small c_45 = U_μ4 U_μ5 has the sign of V_45.
        double z = hadrons ? 0.0 : couplings.DecayZVertex * NeutralCurrent.CouplingSquared;
        zVector = (parameters.Scenario == Scenario.Single ? -z : z) * NeutralCurrent.LeptonVector;
        zAxial = z * NeutralCurrent.LeptonAxial;
        mediatorWidth = ZPrimeWidths.ToLeptons(parameters.MZPrime, couplings.ElectromagneticCoupling, PhysicalConstants.MassElectron);
    }

    /// <summary>Smallest t, GeV².</summary>
    public double LowT => threshold;

    /// <summary>Largest t, (m_N − m_n)² in GeV².</summary>
    public double HighT => (parent - daughter) * (parent - daughter);

    /// <summary>Spectrum of e+e− pairs.</summary>
    public static PairSpectrum OfElectrons(DarkSectorParameters parameters) => new(parameters, PhysicalConstants.MassElectron, hadrons: false);

    /// <summary>Spectrum of μ+μ− pairs.</summary>
    public static PairSpectrum OfMuons(DarkSectorParameters parameters) => new(parameters, PhysicalConstants.MassMuon, hadrons: false);

    /// <summary>Spectrum of hadrons: massless pairs times R(t), Z' only; see <see cref="HadronicRatio"/>.</summary>
    public static PairSpectrum OfHadrons(DarkSectorParameters parameters) => new(parameters, 0.0, hadrons: true);

    /// <summary>dΓ/dt in GeV⁻¹ at <paramref name="t"/> in GeV²; zero outside the physical range.</summary>
    public double At(double t)
    {
        if (!(t > LowT && t < HighT))
        {
            return 0.0;
        }

        double r = pairMassSquared / t;
        double sum = parent + daughter;
        double rootLambda = Math.Sqrt(((sum * sum) - t) * (HighT - t));
        double kq = 0.5 * ((parent * parent) - (daughter * daughter) - t);
        double pq = 0.5 * ((parent * parent) - (daughter * daughter) + t);
        double kp = 0.5 * ((parent * parent) + (daughter * daughter) - t);
        double common = (1.0 + (2.0 * r)) * kq * pq;
        double vector = (common + (0.5 * t * (1.0 + (2.0 * r)) * kp)) / 3.0;
        double axial = (common + (0.5 * t * (1.0 - (10.0 * r)) * kp)) / 3.0;
        if (majorana)
        {
            double mass = 0.5 * parent * daughter;
            vector = 2.0 * (vector + (mass * (t + (2.0 * pairMassSquared))));
            axial = 2.0 * (axial + (mass * (t - (6.0 * pairMassSquared))));
        }

        // The width only keeps the propagator finite where the phase space ends at the pole.
        double offset = t - mediatorSquared;
        double breitWigner = (offset * offset) + (mediatorSquared * mediatorWidth * mediatorWidth);
        double zPropagator = 1.0 / (t - (PhysicalConstants.MassZ * PhysicalConstants.MassZ));
        double zV = zVector * zPropagator;
        double zA = zAxial * zPropagator;
        double squaredVector = (strength * strength / breitWigner) + (2.0 * strength * zV * offset / breitWigner) + (zV * zV);
        double channels = hadrons ? HadronicRatio.At(t) : Math.Sqrt(1.0 - (4.0 * r));
        return rootLambda * channels / (32.0 * Math.PI * Math.PI * Math.PI * parent * parent * parent)
            * ((squaredVector * vector) + (zA * zA * axial));
    }

    /// <summary>Γ in GeV by adaptive quadrature to 1e-10. Meaningful off shell; zero when closed.</summary>
    public double Width()
    {
        double low = Math.Sqrt(LowT);
        double range = (parent - daughter) - low;
        if (range <= 0.0)
        {
            return 0.0;
        }

        if (mediatorSquared > 1.1 * HighT)
        {
            // √t = low + range x²(3 − 2x) smooths the square roots at both ends of phase space.
            return AdaptiveQuadrature.Integrate(
                x =>
                {
                    double w = low + (range * x * x * (3.0 - (2.0 * x)));
                    return At(w * w) * 2.0 * w * range * 6.0 * x * (1.0 - x);
                },
                0.0,
                1.0,
                hadrons ? 1e-8 : 1e-10);
        }

        // The pole lies just beyond the end of phase space: approach the end in decades.
        double sum = 0.0;
        double start = low;
        for (double left = range; left > 1e-14 * parent; left *= 0.1)
        {
            double end = parent - daughter - (0.1 * left);
            sum += GaussLegendre.Integrate(w => At(w * w) * 2.0 * w, start, end, 32);
            start = end;
        }

        return sum;
    }
}
