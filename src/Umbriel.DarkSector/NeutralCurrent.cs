using Umbriel.Core;

namespace Umbriel.DarkSector;

/// <summary>
/// Standard Model neutral current, L = (g/2c_w) Z_μ [Σ C_ij ν̄_i γ^μ P_L ν_j + Σ_f f̄ γ^μ (v_f − a_f γ5) f] with
/// v_f = T3 − 2 Q s_w² and a_f = T3 (PDG review 10, Eq. 10.5, there with g/2c_w as well). Dimensionless.
/// </summary>
public static class NeutralCurrent
{
    /// <summary>(g/2c_w)² = 0.13724 with the on-shell angle; (g/2c_w)²/m_Z² = √2 G_F at tree level.</summary>
    public static readonly double CouplingSquared =
        PhysicalConstants.WeakCoupling * PhysicalConstants.WeakCoupling / (4.0 * (1.0 - PhysicalConstants.SinSquaredWeakAngle));

    /// <summary>Vector coupling of the proton, ½ − 2 s_w² = 0.05314.</summary>
    public const double ProtonVector = 0.5 - (2.0 * PhysicalConstants.SinSquaredWeakAngle);

    /// <summary>Vector coupling of the neutron, −½.</summary>
    public const double NeutronVector = -0.5;

    /// <summary>Vector coupling of the charged leptons, −½ + 2 s_w² = −0.05314.</summary>
    public const double LeptonVector = -ProtonVector;

    /// <summary>Axial coupling of the charged leptons, −½.</summary>
    public const double LeptonAxial = -0.5;
}
