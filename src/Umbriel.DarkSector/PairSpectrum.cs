using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.DarkSector;

/// <summary>
/// dΓ/dt of N(P) → n(k') f f̄ through the line of the Z', with Standard Model Z exchange for charged leptons, t = m_ff²:
/// dΓ/dt = √λ(m_N², m_n², t) β/(32π³ m_N³) [G_V² ⟨D_V⟩ + G_A² ⟨D_A⟩],
/// ⟨D⟩ = ⅓[(1 + 2r)(k'·q)(P·q) + (t/2) κ k'·P], r = m_f²/t, κ_V = 1 + 2r, κ_A = 1 − 10r, β = √(1 − 4r)
/// (D = (k'·p1)(P·p2) + (k'·p2)(P·p1) ± m_f² k'·P averaged over the pair's angles).
/// Majorana: twice that with ½ m_N m_n (t + 2m_f²) added to D_V and ½ m_N m_n (t − 6m_f²) to D_A.
/// Couplings add in the amplitude: G_V = g_D V eε/(t − m_Z'² + i m_Z' Γ_Z') ± (g/2c_w)² c v_f/(t − m_Z²), signs in
/// docs/physics-signs.md. Contact limit: Γ = (g_D V eε/m_Z'²)² m_N⁵/(768π³).
/// What else the Z' decays into counts as massless pairs times the ratio of its widths.
/// </summary>
public sealed class PairSpectrum
{
    private const double Tolerance = 1e-10;
    private const double RatioTolerance = 1e-8;

    private readonly double parent;
    private readonly double daughter;
    private readonly double gap;
    private readonly bool majorana;
    private readonly ZPrimeLine line;
    private readonly double strength;
    private readonly double zVector;
    private readonly double zAxial;
    private readonly double pairMassSquared;
    private readonly Func<double, double>? ratio;

    private PairSpectrum(DarkSectorParameters parameters, double fermionMass)
        : this(parameters, Couplings.From(parameters), 4.0 * fermionMass * fermionMass)
    {
        Couplings couplings = Couplings.From(parameters);
        pairMassSquared = fermionMass * fermionMass;
        strength *= couplings.ElectromagneticCoupling;

        // N4 → ν: both products are negative, they add. N5 → N4: the small c_45 = U_μ4 U_μ5 has the sign of V_45.
        double z = couplings.DecayZVertex * NeutralCurrent.CouplingSquared;
        zVector = (parameters.Scenario == Scenario.Single ? -z : z) * NeutralCurrent.LeptonVector;
        zAxial = z * NeutralCurrent.LeptonAxial;
    }

    /// <summary>Z' exchange only.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="couplings">Its vertices.</param>
    /// <param name="lowT">Smallest t, GeV².</param>
    /// <param name="ratio">12π Γ(Z' → X)/m_Z' of a Z' of squared mass t.</param>
    private PairSpectrum(DarkSectorParameters parameters, Couplings couplings, double lowT, Func<double, double>? ratio = null)
    {
        parent = parameters.ParentMass;
        daughter = parameters.DaughterMass;
        gap = parent - daughter;
        majorana = parameters.HnlType == HnlType.Majorana;
        line = new ZPrimeLine(parameters);
        LowT = lowT;
        strength = couplings.DecayVertex;
        this.ratio = ratio;
    }

    /// <summary>Smallest t, GeV².</summary>
    public double LowT { get; }

    /// <summary>Largest t, (m_N − m_n)² in GeV².</summary>
    public double HighT => gap * gap;

    /// <summary>Spectrum of e+e− pairs.</summary>
    public static PairSpectrum OfElectrons(DarkSectorParameters parameters) => new(parameters, PhysicalConstants.MassElectron);

    /// <summary>Spectrum of μ+μ− pairs.</summary>
    public static PairSpectrum OfMuons(DarkSectorParameters parameters) => new(parameters, PhysicalConstants.MassMuon);

    /// <summary>Spectrum of hadrons: massless pairs times R(t), Z' only; see <see cref="HadronicRatio"/>.</summary>
    public static PairSpectrum OfHadrons(DarkSectorParameters parameters)
    {
        Couplings couplings = Couplings.From(parameters);
        double charge = couplings.ElectromagneticCoupling;
        return new(parameters, couplings, HadronicRatio.Threshold, t => charge * charge * HadronicRatio.At(t));
    }

    /// <summary>Spectrum of ν N4 and N4 N4 pairs, Z' only. Exact at the mass of the Z'.</summary>
    public static PairSpectrum OfDarkNeutrinos(DarkSectorParameters parameters)
    {
        Couplings couplings = Couplings.From(parameters);
        double mass = parameters.M4;
        return new(parameters, couplings, mass * mass, Ratio);

        double Ratio(double t)
        {
            double mediator = Math.Sqrt(t);
            double width = ZPrimeWidths.ToLightHeavy(mediator, couplings.LightN4Vertex, mass)
                + ZPrimeWidths.ToHeavyPair(mediator, couplings.DiagonalN4Vertex, mass, parameters.HnlType);
            return 12.0 * Math.PI * width / mediator;
        }
    }

    /// <summary>dΓ/dt in GeV⁻¹ at <paramref name="t"/> in GeV²; zero outside the physical range.</summary>
    public double At(double t) => At(t, t - line.MassSquared, HighT - t);

    /// <summary>
    /// Γ in GeV: adaptive quadrature to 1e-10 (1e-8 for hadrons and neutrinos), or, where the Z' is real and narrow,
    /// Γ(N → n Z') Γ(Z' → X)/Γ_Z' in closed form, equal to it to 1e-7. Zero when closed.
    /// </summary>
    public double Width()
    {
        double low = Math.Sqrt(LowT);
        double range = gap - low;
        if (range <= 0.0)
        {
            return 0.0;
        }

        double tolerance = ratio is null ? Tolerance : RatioTolerance;
        if (line.Regime == ZPrimeRegime.Virtual)
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
                tolerance);
        }

        if (line.Regime == ZPrimeRegime.Real && line.Width > 0.0)
        {
            // ∫ dt/((t − m²)² + w²) = π/w.
            double t = line.MassSquared;
            return t > LowT ? Math.PI / line.Width * strength * strength * Vector(t, line.HighOffset) : 0.0;
        }

        double scale = line.Scale(LowT);
        double first = Math.Asinh((LowT - line.MassSquared) / scale);
        double whole = Math.Asinh(line.HighOffset / scale) - first;
        return AdaptiveQuadrature.Integrate(
            x =>
            {
                double u = first + (whole * x * x * (3.0 - (2.0 * x)));
                double offset = scale * Math.Sinh(u);
                return At(line.MassSquared + offset, offset, line.HighOffset - offset) * scale * Math.Cosh(u) * whole * 6.0 * x * (1.0 - x);
            },
            0.0,
            1.0,
            tolerance);
    }

    /// <summary>dΓ/dt at t, with its distances from the line and from the end of phase space.</summary>
    private double At(double t, double offset, double left)
    {
        if (!(t > LowT && left > 0.0))
        {
            return 0.0;
        }

        double breitWigner = line.At(offset);
        double zPropagator = 1.0 / (t - (PhysicalConstants.MassZ * PhysicalConstants.MassZ));
        double zV = zVector * zPropagator;
        double zA = zAxial * zPropagator;
        double squaredVector = (strength * strength * breitWigner) + (2.0 * strength * zV * offset * breitWigner) + (zV * zV);
        return (squaredVector * Vector(t, left)) + (zA * zA * Axial(t, left));
    }

    /// <summary>√λ β/(32π³ m_N³) ⟨D_V⟩.</summary>
    private double Vector(double t, double left) => PhaseSpace(t, left) * Contraction(t, left, 2.0 * pairMassSquared, 2.0 * pairMassSquared);

    /// <summary>√λ β/(32π³ m_N³) ⟨D_A⟩.</summary>
    private double Axial(double t, double left) => PhaseSpace(t, left) * Contraction(t, left, -10.0 * pairMassSquared, -6.0 * pairMassSquared);

    private double PhaseSpace(double t, double left)
    {
        double sum = parent + daughter;
        double rootLambda = Math.Sqrt(((sum * sum) - t) * left);
        double channels = ratio is null ? Math.Sqrt(1.0 - (4.0 * pairMassSquared / t)) : ratio(t);
        return rootLambda * channels / (32.0 * Math.PI * Math.PI * Math.PI * parent * parent * parent);
    }

    /// <summary>⟨D⟩ with κ = 1 + <paramref name="kappa"/>/t and a mass term in t + <paramref name="mass"/>.</summary>
    private double Contraction(double t, double left, double kappa, double mass)
    {
        double kq = 0.5 * (left + (2.0 * gap * daughter));
        double pq = kq + t;
        double kp = 0.5 * ((parent * parent) + (daughter * daughter) - t);
        double dirac = (((1.0 + (2.0 * pairMassSquared / t)) * kq * pq) + (0.5 * (t + kappa) * kp)) / 3.0;
        return majorana ? 2.0 * (dirac + (0.5 * parent * daughter * (t + mass))) : dirac;
    }
}
