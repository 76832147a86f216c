using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// dσ/dQ² = |M|²/(16π (s − M²)²) of ν T → N T through Z' and, optionally, Standard Model Z exchange, added in the
/// amplitude: F_tot = g_D|V| eε F_γ/(Q² + m_Z'²) + (g/2c_w)² |c| F_NC/(Q² + m_Z²). The sign between the two is derived
/// in docs/physics-signs.md; a nucleus has F_NC &lt; 0, hence destructive interference. Cross sections are per nucleus
/// in cm² (proton-elastic times Z, neutron-elastic times N). Immutable and safe to share between threads.
/// </summary>
public sealed class UpscatteringCrossSection
{
    private readonly ScatteringRegime regime;
    private readonly TabulatedFormFactor? formFactor;
    private readonly double fermiMomentum;
    private readonly double helicitySign;
    private readonly double zPrimeStrength;
    private readonly double zStrength;
    private readonly double zPrimeMassSquared;
    private readonly double weakCharge;
    private readonly double magneticShare;
    private readonly double charge;
    private readonly double scale;

    /// <summary>Prepares the cross section of one model point on one target.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="target">The nuclide.</param>
    /// <param name="regime">Coherent, proton- or neutron-elastic.</param>
    /// <param name="model">Charge form factor of the nucleus; not used by the elastic regimes.</param>
    /// <param name="pauliBlocking">Whether elastic scattering is Pauli-blocked.</param>
    /// <param name="neutrinoPdg">PDG code of the beam neutrino; its sign fixes that of the vector-axial term.</param>
    /// <param name="nucleus">Spin of the nucleus in coherent scattering.</param>
    /// <exception cref="ArgumentException">Coherent scattering off hydrogen, or an unphysical mass.</exception>
    public UpscatteringCrossSection(
        DarkSectorParameters parameters,
        Target target,
        ScatteringRegime regime,
        FormFactorModel model = FormFactorModel.FourierBessel,
        bool pauliBlocking = false,
        int neutrinoPdg = 14,
        NuclearCurrent nucleus = NuclearCurrent.SpinZero)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(target);
        this.regime = regime;
        HeavyMass = RequirePositive("mass of the dark neutrino", parameters.ParentMass);
        double mediator = RequirePositive("mzprime", parameters.MZPrime);
        Couplings couplings = Couplings.From(parameters);
        zPrimeMassSquared = mediator * mediator;
        zPrimeStrength = couplings.ProductionVertex * couplings.ElectromagneticCoupling;
        zStrength = couplings.ProductionZVertex * NeutralCurrent.CouplingSquared;
        helicitySign = neutrinoPdg > 0 ? 1.0 : -1.0;
        fermiMomentum = pauliBlocking ? target.FermiMomentum : 0.0;
        weakCharge = (target.Z * NeutralCurrent.ProtonVector) + (target.N * NeutralCurrent.NeutronVector);
        charge = target.Z;
        magneticShare = nucleus == NuclearCurrent.DiracParticle ? 1.0 : 0.0;
        (TargetMass, double multiplicity) = regime switch
        {
            ScatteringRegime.Coherent => (target.Mass, 1.0),
            ScatteringRegime.ProtonElastic => (PhysicalConstants.MassProton, target.Z),
            ScatteringRegime.NeutronElastic => (PhysicalConstants.MassNeutron, (double)target.N),
            _ => throw new ArgumentOutOfRangeException(nameof(regime)),
        };
        formFactor = regime == ScatteringRegime.Coherent ? NuclearFormFactors.For(target, model) : null;
        scale = PhysicalConstants.HbarCSquared * multiplicity / (16.0 * Math.PI);
        Threshold = UpscatteringKinematics.ThresholdEnergy(TargetMass, HeavyMass);
    }

    /// <summary>Neutrino energy at which the reaction opens, m_N + m_N²/2M, GeV.</summary>
    public double Threshold { get; }

    /// <summary>Mass of what is struck: nucleus or nucleon, GeV.</summary>
    public double TargetMass { get; }

    /// <summary>Mass of the upscattered dark neutrino, GeV.</summary>
    public double HeavyMass { get; }

    /// <summary>Whether a nuclide has a regime: hydrogen has no coherent scattering besides that off its proton, and no neutron.</summary>
    public static bool Exists(Target target, ScatteringRegime regime)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.A > 1 || regime == ScatteringRegime.ProtonElastic;
    }

    /// <summary>
    /// Range of Q² in GeV² at neutrino energy <paramref name="energy"/>: kinematic, and for nuclei cut where the form
    /// factor ends. (0, 0) below threshold.
    /// </summary>
    public (double Low, double High) Q2Range(double energy) => energy <= Threshold ? (0.0, 0.0) : Q2Range(KinematicsAt(energy));

    /// <summary>The centre-of-mass quantities at one energy above threshold, to be reused for many Q².</summary>
    public UpscatteringKinematics KinematicsAt(double energy) => new(energy, TargetMass, HeavyMass);

    /// <summary>dσ/dQ² in cm²/GeV² per nucleus; zero outside the physical region.</summary>
    public double DifferentialCrossSection(double energy, double q2, Helicity helicity) =>
        energy <= Threshold ? 0.0 : DifferentialCrossSection(KinematicsAt(energy), q2, helicity);

    /// <summary>dσ/dQ² in cm²/GeV² per nucleus at prepared kinematics; zero outside the physical region.</summary>
    public double DifferentialCrossSection(in UpscatteringKinematics kinematics, double q2, Helicity helicity)
    {
        (double conserving, double flipping) = DifferentialByHelicity(kinematics, q2);
        return helicity switch
        {
            Helicity.Conserving => conserving,
            Helicity.Flipping => flipping,
            Helicity.Both => conserving + flipping,
            _ => throw new ArgumentOutOfRangeException(nameof(helicity)),
        };
    }

    /// <summary>dσ/dQ² of both helicities in cm²/GeV² per nucleus at prepared kinematics; zero outside the physical region.</summary>
    public (double Conserving, double Flipping) DifferentialByHelicity(in UpscatteringKinematics kinematics, double q2) =>
        DifferentialByHelicity(kinematics, q2, new BoundTransfer(q2, 1.0));

    /// <summary>
    /// As <see cref="DifferentialByHelicity(in UpscatteringKinematics, double)"/> for a nucleon off its mass shell: propagators and
    /// form factors at the Q² that is transferred, the contraction at that of the free nucleon.
    /// </summary>
    internal (double Conserving, double Flipping) DifferentialByHelicity(in UpscatteringKinematics kinematics, double q2, BoundTransfer transferred)
    {
        if (!(q2 >= kinematics.LowQ2 && q2 <= kinematics.HighQ2 && kinematics.HeavyMomentum > 0.0))
        {
            return (0.0, 0.0);
        }

        double zPrime = zPrimeStrength / (transferred.Q2 + zPrimeMassSquared);
        double z = zStrength / (transferred.Q2 + (PhysicalConstants.MassZ * PhysicalConstants.MassZ));
        double perAmplitude = scale / (kinematics.Gap * kinematics.Gap);
        ((double DotNeutrino, double DotTarget) conserving, (double DotNeutrino, double DotTarget) flipping) = kinematics.Polarisations(q2);
        return formFactor is null
            ? Elastic(kinematics, q2, transferred, zPrime, z, perAmplitude, conserving, flipping)
            : Coherent(formFactor, kinematics, q2, zPrime, z, perAmplitude, conserving, flipping);
    }

    /// <summary>σ in cm² per nucleus at neutrino energy <paramref name="energy"/> in GeV, by fixed quadrature good to 1e-6.</summary>
    public double Total(double energy, Helicity helicity)
    {
        if (energy <= Threshold)
        {
            return 0.0;
        }

        UpscatteringKinematics kinematics = KinematicsAt(energy);
        (double low, double high) = Q2Range(kinematics);
        ReadOnlySpan<(double Edge, int Points)> panels = regime == ScatteringRegime.Coherent
            ? NuclearPanels
            : [(FermiGas.EndOfBlocking(TargetMass, fermiMomentum), 48), (double.PositiveInfinity, 48)];
        double total = 0.0;
        double start = low;
        foreach ((double edge, int points) in panels)
        {
            double end = Math.Min(edge, high);
            if (end > start)
            {
                total += PanelInLogarithm(kinematics, start, end, points, helicity);
                start = end;
            }
        }

        return total;
    }

    // Logarithmic up to the first diffraction minimum, then one panel per stretch of the oscillating form factor.
    private static ReadOnlySpan<(double Edge, int Points)> NuclearPanels => NuclearPanelArray;

    private static readonly (double Edge, int Points)[] NuclearPanelArray =
        [(0.01, 40), (0.09, 24), (0.36, 24), (TabulatedFormFactor.Cutoff * TabulatedFormFactor.Cutoff, 24)];

    /// <summary>As <see cref="Q2Range(double)"/>, at prepared kinematics.</summary>
    internal (double Low, double High) Q2Range(in UpscatteringKinematics kinematics) => regime == ScatteringRegime.Coherent
        ? (kinematics.LowQ2, Math.Max(kinematics.LowQ2, Math.Min(kinematics.HighQ2, TabulatedFormFactor.Cutoff * TabulatedFormFactor.Cutoff)))
        : (kinematics.LowQ2, kinematics.HighQ2);

    private double PanelInLogarithm(in UpscatteringKinematics kinematics, double low, double high, int points, Helicity helicity)
    {
        (double[] nodes, double[] weights) = GaussLegendre.Rule(points);
        double centre = 0.5 * Math.Log(low * high);
        double half = 0.5 * Math.Log(high / low);
        double sum = 0.0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double q2 = Math.Exp(centre + (half * nodes[i]));
            sum += weights[i] * q2 * DifferentialCrossSection(kinematics, q2, helicity);
        }

        return half * sum;
    }

    private (double Conserving, double Flipping) Coherent(
        TabulatedFormFactor tabulated,
        in UpscatteringKinematics kinematics,
        double q2,
        double zPrime,
        double z,
        double perAmplitude,
        (double DotNeutrino, double DotTarget) conserving,
        (double DotNeutrino, double DotTarget) flipping)
    {
        double amplitude = ((zPrime * charge) + (z * weakCharge)) * tabulated.Evaluate(Math.Sqrt(q2));
        double factor = perAmplitude * amplitude * amplitude;
        if (magneticShare == 0.0)
        {
            return (
                factor * Math.Max(0.0, HadronContraction.SpinZeroAt(kinematics, q2, conserving)),
                factor * Math.Max(0.0, HadronContraction.SpinZeroAt(kinematics, q2, flipping)));
        }

        HadronContraction kept = HadronContraction.At(kinematics, q2, conserving);
        HadronContraction flipped = HadronContraction.At(kinematics, q2, flipping);
        return (
            factor * Math.Max(0.0, kept.SpinZero + (magneticShare * kept.Magnetic)),
            factor * Math.Max(0.0, flipped.SpinZero + (magneticShare * flipped.Magnetic)));
    }

    private (double Conserving, double Flipping) Elastic(
        in UpscatteringKinematics kinematics,
        double q2,
        BoundTransfer transferred,
        double zPrime,
        double z,
        double perAmplitude,
        (double DotNeutrino, double DotTarget) conserving,
        (double DotNeutrino, double DotTarget) flipping)
    {
        NucleonFormFactors f = regime == ScatteringRegime.ProtonElastic ? NucleonFormFactors.Proton(transferred.Q2) : NucleonFormFactors.Neutron(transferred.Q2);
        double f1 = (zPrime * f.F1) + (z * f.NeutralF1);
        double f2 = (zPrime * f.F2) + (z * f.NeutralF2);
        double axial = z * f.NeutralAxial;
        double tau = q2 / (4.0 * kinematics.TargetMassSquared);
        double electric = f1 - (tau * f2);
        double missing = (1.0 - transferred.Longitudinal) * electric * electric / (1.0 + tau);
        HadronContraction weights = new(
            (f1 * f1) + (tau * f2 * f2) - missing, (f1 + f2) * (f1 + f2), axial * axial, helicitySign * axial * (f1 + f2));
        double factor = perAmplitude * FermiGas.UnblockedFraction(q2, TargetMass, fermiMomentum);
        return (
            factor * Math.Max(0.0, weights.Times(HadronContraction.At(kinematics, q2, conserving))),
            factor * Math.Max(0.0, weights.Times(HadronContraction.At(kinematics, q2, flipping))));
    }

    private static double RequirePositive(string key, double value) => double.IsFinite(value) && value > 0.0
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{key}: expected a finite mass above zero, GeV");
}
