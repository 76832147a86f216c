using Umbriel.Core;

namespace Umbriel.DarkSector;

/// <summary>
/// The parameters of the U(1)' model of the letter's Eq. (1), under DarkNews's names. Masses in GeV, couplings
/// dimensionless. Instances are plain data; the Couplings type turns them into vertices.
/// </summary>
public sealed record DarkSectorParameters
{
    /// <summary>One dark neutrino (N4 → ν e+e−) or two (N5 → N4 e+e−).</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Dirac (default) or Majorana dark neutrinos.</summary>
    public HnlType HnlType { get; init; } = HnlType.Dirac;

    /// <summary>Mass of N4, GeV.</summary>
    public required double M4 { get; init; }

    /// <summary>Mass of N5, GeV; only in the dual scenario.</summary>
    public double? M5 { get; init; }

    /// <summary>Mass of the dark gauge boson, GeV.</summary>
    public required double MZPrime { get; init; }

    /// <summary>|U_μ4| (not squared).</summary>
    public double Umu4 { get; init; }

    /// <summary>|U_μ5| (not squared).</summary>
    public double Umu5 { get; init; }

    /// <summary>Kinetic mixing ε.</summary>
    public double Epsilon { get; init; } = 8e-4;

    /// <summary>
    /// g_D of arXiv:2308.02543's fits, which closes the letter's example signal (validation/closure.md); the letter does not
    /// print its own.
    /// </summary>
    public const double DefaultGD = 2.0;

    /// <summary>Dark gauge coupling g_D = √(4π α_D).</summary>
    public double GD { get; init; } = DefaultGD;

    /// <summary>α_D = g_D²/4π.</summary>
    public double AlphaD => GD * GD / (4.0 * Math.PI);

    /// <summary>|U_D4| of DarkNews's three-portal normalisation; null selects the letter's simplified regime.</summary>
    public double? UD4 { get; init; }

    /// <summary>|U_D5|; see <see cref="UD4"/>.</summary>
    public double? UD5 { get; init; }

    /// <summary>What e ε means; see <see cref="EmCouplingConvention"/>.</summary>
    public EmCouplingConvention EmCoupling { get; init; } = EmCouplingConvention.DarkNews;

    /// <summary>Whether the branching ratio to e+e− is computed or taken as one.</summary>
    public BranchingRatioConvention BRee { get; init; } = BranchingRatioConvention.Unity;

    /// <summary>Whether Standard Model Z exchange is added coherently.</summary>
    public bool ZInterference { get; init; } = true;

    /// <summary>Mass of the upscattered dark neutrino: m4 (single) or m5 (dual), GeV.</summary>
    public double ParentMass => Scenario == Scenario.Single ? M4 : M5!.Value;

    /// <summary>Mass of the neutral daughter: 0 (single) or m4 (dual), GeV.</summary>
    public double DaughterMass => Scenario == Scenario.Single ? 0.0 : M4;

    /// <summary>|U_μ4|² (single) or |U_μ5|² (dual): the quantity that limits are set on.</summary>
    public double MixingSquared => Scenario == Scenario.Single ? Umu4 * Umu4 : Umu5 * Umu5;

    /// <summary>
    /// The same model at another value of <see cref="MixingSquared"/>. In the dual scenario |U_μ4| follows in proportion:
    /// the direction of the mixing is part of the model.
    /// </summary>
    public DarkSectorParameters WithMixingSquared(double u2)
    {
        double mixing = Math.Sqrt(u2);
        return Scenario == Scenario.Single
            ? this with { Umu4 = mixing }
            : this with { Umu5 = mixing, Umu4 = Umu5 > 0.0 ? Umu4 / Umu5 * mixing : Umu4 };
    }
}
