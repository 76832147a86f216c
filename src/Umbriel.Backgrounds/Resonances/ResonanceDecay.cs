using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// Branching fractions of resonances at an invariant mass W: the tabulated ones over the channels that are open at W
/// and possible for the charge, normalised to 1. Those of the Δ(1232) are Γ_γ(W) and Γ_π(W) over their sum, with
/// Γ_γ ∝ E³ (1 + E²/0.706 GeV²)^−4 in the photon's energy E and Γ_π of <see cref="BreitWigner"/> (GENIE's BWFunc).
/// </summary>
public sealed class ResonanceDecay
{
    /// <summary>Number of decay modes.</summary>
    public const int Modes = 7;

    private const double PhotonScale = 0.706;
    private readonly ResonanceTable table;
    private readonly BreitWigner delta;
    private readonly double radiative;
    private readonly double eta;

    /// <summary>Takes the resonances and the parameters.</summary>
    /// <param name="table">The resonances.</param>
    /// <param name="parameters">The parameters.</param>
    public ResonanceDecay(ResonanceTable table, InelasticParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(parameters);
        this.table = table;
        delta = new BreitWigner(table[Resonance.P33At1232]);
        radiative = parameters.RadiativeFactor;
        eta = parameters.EtaFactor;
    }

    /// <summary>The branching fractions at W.</summary>
    /// <param name="resonance">Which.</param>
    /// <param name="charge">Its charge, −1 to 2.</param>
    /// <param name="w">W, GeV, above <see cref="NeutrinoScattering.PionThreshold"/>.</param>
    /// <param name="shares">Receives them by <see cref="ResonanceDecayMode"/>.</param>
    public void Shares(Resonance resonance, int charge, double w, Span<double> shares)
    {
        ResonanceState state = table[resonance];
        Span<double> open = shares[..Modes];
        double sum = 0.0;
        for (int mode = 0; mode < Modes; mode++)
        {
            bool possible = w > Threshold((ResonanceDecayMode)mode, state.Model.TwoIsospin, charge);
            open[mode] = possible ? state.Branching[mode] : 0.0;
            sum += open[mode];
        }

        if (resonance == Resonance.P33At1232 && open[(int)ResonanceDecayMode.NucleonPhoton] > 0.0)
        {
            double photon = open[(int)ResonanceDecayMode.NucleonPhoton] * PhotonWidth(w) / PhotonWidth(state.Mass);
            double pion = open[(int)ResonanceDecayMode.NucleonPion] * delta.Width(w) / delta.Width(state.Mass);
            open[(int)ResonanceDecayMode.NucleonPhoton] = photon;
            open[(int)ResonanceDecayMode.NucleonPion] = pion;
            sum = photon + pion;
        }

        for (int mode = 0; mode < Modes; mode++)
        {
            open[mode] /= sum;
        }

        Rescale(open, ResonanceDecayMode.NucleonPhoton, radiative);
        Rescale(open, ResonanceDecayMode.NucleonEta, eta);
    }

    /// <summary>Probability that the pion of Nπ is neutral.</summary>
    /// <param name="twoIsospin">2I of the resonance.</param>
    /// <param name="charge">Its charge.</param>
    /// <param name="w">W, GeV: below the threshold of the charged pion only the neutral one is possible.</param>
    public static double NeutralPionShare(int twoIsospin, int charge, double w) => charge switch
    {
        1 when w <= PhysicalConstants.MassNeutron + PhysicalConstants.MassChargedPion => 1.0,
        0 when w <= PhysicalConstants.MassProton + PhysicalConstants.MassChargedPion => 1.0,
        0 or 1 => twoIsospin == 3 ? 2.0 / 3.0 : 1.0 / 3.0,
        _ => 0.0,
    };

    private static void Rescale(Span<double> shares, ResonanceDecayMode mode, double factor)
    {
        double before = shares[(int)mode];
        double after = Math.Min(1.0, factor * before);
        if (before is <= 0.0 or >= 1.0)
        {
            return;
        }

        double others = (1.0 - after) / (1.0 - before);
        for (int i = 0; i < Modes; i++)
        {
            shares[i] *= others;
        }

        shares[(int)mode] = after;
    }

    private static double PhotonWidth(double w)
    {
        double e = ((w * w) - (Nucleons.MeanMass * Nucleons.MeanMass)) / (2.0 * w);
        double form = 1.0 / ((1.0 + (e * e / PhotonScale)) * (1.0 + (e * e / PhotonScale)));
        return e * e * e * form * form;
    }

    /// <summary>Mass of the lightest final state, of the heaviest where one of several charges is chosen later.</summary>
    private static double Threshold(ResonanceDecayMode mode, int twoIsospin, int charge)
    {
        bool single = charge is 0 or 1;
        double nucleon = charge >= 1 ? PhysicalConstants.MassProton : PhysicalConstants.MassNeutron;
        return mode switch
        {
            ResonanceDecayMode.NucleonPion => single ? 0.0 : nucleon + PhysicalConstants.MassChargedPion,
            ResonanceDecayMode.NucleonEta => single ? nucleon + HadronProperties.MassEta : double.PositiveInfinity,
            ResonanceDecayMode.NucleonPhoton => single ? nucleon : double.PositiveInfinity,
            ResonanceDecayMode.Strange when twoIsospin == 1 => HadronProperties.MassLambda + HadronProperties.MassNeutralKaon,
            ResonanceDecayMode.Strange => HadronProperties.MassSigmaMinus + HadronProperties.MassNeutralKaon,
            _ => PhysicalConstants.MassNeutron + (2.0 * PhysicalConstants.MassChargedPion),
        };
    }
}
