using Umbriel.Backgrounds.Events;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Coherent;

/// <summary>
/// Coherent production of one pion, the nucleus staying in its ground state, by the partially conserved axial current
/// (Berger and Sehgal, PRD 79 (2009) 053003, eqs. 6, 7, 13): neutral currents,
/// dσ/dQ² dy dt = G_F² f_π²/4π² (E/|q|) (1 − y − Q²/4E²) G_A² dσ(πA)/dt, f_π = 0.93 m_π, G_A = 1/(1 + Q²/M_A²);
/// charged currents twice |V_ud|² of it with G_A² → (G_A − Q_m/2(Q² + m_π²))² + (y/4) Q_m (Q² − Q_m)/(Q² + m_π²)²,
/// Q_m = m_l² y/(1 − y). Neutrinos and antineutrinos alike. The recoil of the nucleus is kept: energy and momentum are
/// conserved exactly. |t| ≤ 0.25 GeV². The pion leaves without further interaction, which πA data contain already.
/// </summary>
public sealed class CoherentInteraction : ISampledInteraction
{
    private const double GreatestT = 0.25;
    private const double Softening = 0.1; // GeV²: Q² is drawn as 1/(Q² + this)²
    private const double DrawnSlope = 60.0; // GeV⁻²: t is drawn as e^(−this (A/12)^(2/3) t)

    private readonly InteractionParameters parameters;
    private readonly double leptonMass;
    private readonly double pionMass;

    /// <summary>Sets the process up.</summary>
    /// <param name="nucleus">The nucleus; a free proton has none of it.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="parameters">Axial mass and scales.</param>
    public CoherentInteraction(Nucleus nucleus, int neutrino, WeakCurrent current, InteractionParameters parameters)
    {
        (Nucleus, Neutrino, Current) = (nucleus, neutrino, current);
        this.parameters = parameters;
        leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
        pionMass = current == WeakCurrent.Charged ? PhysicalConstants.MassChargedPion : PhysicalConstants.MassNeutralPion;
    }

    /// <inheritdoc/>
    public InteractionProcess Process => InteractionProcess.Coherent;

    /// <inheritdoc/>
    public WeakCurrent Current { get; }

    /// <inheritdoc/>
    public int Neutrino { get; }

    /// <inheritdoc/>
    public Nucleus Nucleus { get; }

    /// <inheritdoc/>
    public double RemovalEnergy => 0.0;

    /// <inheritdoc/>
    public int Dimensions => 5;

    /// <inheritdoc/>
    public (int First, int Second) SteepCoordinates => (0, 1);

    /// <inheritdoc/>
    public double Density(double energy, ReadOnlySpan<double> point) => Evaluate(energy, point, out _);

    /// <summary>Density and configuration at a point, which is (y, Q², t, azimuth of the pion, azimuth of the lepton).</summary>
    /// <param name="energy">Neutrino energy along z, GeV.</param>
    /// <param name="point">Five coordinates within 0 and 1.</param>
    /// <param name="state">The configuration; default where the density is zero.</param>
    public double Evaluate(double energy, ReadOnlySpan<double> point, out CoherentState state)
    {
        state = default;
        double leastY = pionMass / energy;
        double spanY = 1.0 - (leptonMass / energy) - leastY;
        if (!(spanY > 0.0) || Nucleus.Nucleons == 1)
        {
            return 0.0;
        }

        double y = leastY + (spanY * point[0]);
        double transfer = y * energy;
        double leptonEnergy = energy - transfer;
        double leptonMomentum = Math.Sqrt(Math.Max(0.0, (leptonEnergy - leptonMass) * (leptonEnergy + leptonMass)));
        double m2 = leptonMass * leptonMass;
        double low = m2 * ((2.0 * energy / (leptonEnergy + leptonMomentum)) - 1.0);
        double high = (2.0 * energy * (leptonEnergy + leptonMomentum)) - m2;
        double slopeQ = (1.0 / (low + Softening)) - (1.0 / (high + Softening));
        double shifted = 1.0 / ((1.0 / (low + Softening)) - (slopeQ * point[1]));
        double q2 = Math.Max(low, shifted - Softening);

        // Centre of mass of the current and the nucleus.
        double mass = Nucleus.Mass;
        double q = Math.Sqrt((transfer * transfer) + q2);
        double s = (mass * mass) - q2 + (2.0 * mass * transfer);
        double rootS = Math.Sqrt(Math.Max(0.0, s));
        if (!(rootS > mass + pionMass))
        {
            return 0.0;
        }

        double pionEnergy = (s + (pionMass * pionMass) - (mass * mass)) / (2.0 * rootS);
        double pionMomentum = Math.Sqrt((pionEnergy - pionMass) * (pionEnergy + pionMass));
        double currentEnergy = ((mass * transfer) - q2) / rootS;
        double currentMomentum = q * mass / rootS;
        double middle = q2 - (pionMass * pionMass) + (2.0 * currentEnergy * pionEnergy);
        double half = 2.0 * currentMomentum * pionMomentum;
        double least = Math.Max(0.0, middle - half);
        double spanT = Math.Min(GreatestT, middle + half) - least;
        if (!(spanT > 0.0))
        {
            return 0.0;
        }

        double size = Math.Cbrt(Nucleus.Nucleons / 12.0);
        double drawn = DrawnSlope * size * size;
        double norm = 1.0 - Math.Exp(-drawn * spanT);
        double left = 1.0 - (norm * point[2]);
        double t = least - (Math.Log(left) / drawn);
        double kinetic = transfer - pionMass - ((q2 + (pionMass * pionMass)) / (2.0 * mass));
        double pion = PionNucleusScattering.Instance.Differential(Nucleus.Nucleons, kinetic, pionMomentum, t);
        double density = Factor(energy, y, q, q2) * pion * spanY * shifted * shifted * slopeQ * norm / (drawn * left);
        if (!(density > 0.0))
        {
            return 0.0;
        }

        double cosine = Math.Clamp((middle - t) / half, -1.0, 1.0);
        double across = pionMomentum * Math.Sqrt((1.0 - cosine) * (1.0 + cosine));
        state = State(energy, transfer, leptonMomentum, q, pionMomentum * cosine, across, rootS, point[3], point[4]);
        return density;
    }

    /// <inheritdoc/>
    public bool TryMake(double energy, ReadOnlySpan<double> point, ref RandomStream random, InteractionEvent made)
    {
        ArgumentNullException.ThrowIfNull(made);
        Evaluate(energy, point, out CoherentState state);
        made.Begin(this, energy, 0.0, state.Lepton);
        made.Leave(Nucleus.Protons, Nucleus.Neutrons, state.Recoil);
        made.Add(Current == WeakCurrent.Neutral ? 111 : 211 * Math.Sign(Neutrino), state.Pion);
        return true;
    }

    // d²σ/dQ² dy without the pion's cross section, cm².
    private double Factor(double energy, double y, double q, double q2)
    {
        double flux = 1.0 - y - (q2 / (4.0 * energy * energy));
        if (flux <= 0.0)
        {
            return 0.0;
        }

        double coupling = 0.93 * pionMass;
        double pole = q2 + (pionMass * pionMass);
        double axial = 1.0 / (1.0 + (q2 / (parameters.AxialMassCoherent * parameters.AxialMassCoherent)));
        double structure = axial * axial;
        double scale = parameters.CoherentScaleNeutral;
        if (Current == WeakCurrent.Charged)
        {
            double least = leptonMass * leptonMass * y / (1.0 - y);
            double helicity0 = axial - (0.5 * least / pole);
            structure = (helicity0 * helicity0) + (0.25 * y * least * (q2 - least) / (pole * pole));
            scale = 2.0 * parameters.Vud * parameters.Vud * parameters.CoherentScaleCharged;
        }

        double fermi = PhysicalConstants.FermiConstant * coupling / (2.0 * Math.PI);
        return Math.Max(0.0, scale * fermi * fermi * energy / q * flux * structure) * PhysicalConstants.HbarCSquared;
    }

    private CoherentState State(
        double energy, double transfer, double leptonMomentum, double q, double along, double across, double rootS, double pionTurn, double leptonTurn)
    {
        double leptonEnergy = energy - transfer;
        double cosine = Math.Clamp(((energy * energy) + (leptonMomentum * leptonMomentum) - (q * q)) / (2.0 * energy * Math.Max(leptonMomentum, 1e-300)), -1.0, 1.0);
        double transverse = leptonMomentum * Math.Sqrt((1.0 - cosine) * (1.0 + cosine));
        Direction.Turn(leptonTurn, out double sin, out double cos);
        FourVector lepton = new(leptonEnergy, transverse * cos, transverse * sin, leptonMomentum * cosine);
        FourVector total = new(transfer + Nucleus.Mass, -lepton.X, -lepton.Y, energy - lepton.Z);
        double inverse = 1.0 / total.Momentum;
        Direction.Turn(pionTurn, out sin, out cos);
        Direction.FromFrame(total.X * inverse, total.Y * inverse, total.Z * inverse, across * cos, across * sin, along, out double x, out double y, out double z);
        double momentum2 = (along * along) + (across * across);
        FourVector pion = new FourVector(Math.Sqrt((pionMass * pionMass) + momentum2), x, y, z).BoostFromRestFrameOf(total, rootS);
        return new CoherentState(lepton, pion, total - pion);
    }
}
