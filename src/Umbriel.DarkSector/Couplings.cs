using Umbriel.Core;

namespace Umbriel.DarkSector;

/// <summary>
/// The vertices of one model point, all dimensionless magnitudes. Signs of the interference are fixed where the
/// amplitudes are added and derived in docs/physics-signs.md: with g_D ε &gt; 0 the Z' and Z neutrino vertices are
/// opposite in sign.
/// </summary>
public sealed record Couplings
{
    private Couplings()
    {
    }

    /// <summary>
    /// Z' vertex ν_μ–N of the upscattering, g_D |V_μ4| (single) or g_D |V_μ5| (dual).
    /// Simplified regime of the letter: |V_μi| = |U_μi|. Three-portal normalisation:
    /// |V_μi| = |Σ_k U_μk U_Dk| U_Di over the dark neutrinos k of the scenario.
    /// </summary>
    public double ProductionVertex { get; private init; }

    /// <summary>Z' vertex of the decay, g_D |V_μ4| for N4 → ν Z' (single) or g_D |V_54| for N5 → N4 Z' (dual).</summary>
    public double DecayVertex { get; private init; }

    /// <summary>e ε in the chosen convention; 2.42258e-4 (thomson) or 2.46894e-4 (darknews) at ε = 8e-4.</summary>
    public double ElectromagneticCoupling { get; private init; }

    /// <summary>
    /// Z vertex of the upscattering in units of g/2c_w. Orthonormality of the active rows of the mixing matrix gives
    /// |c_μi| = |U_μi| up to third order in the mixing, whatever the dark and sterile content of N_i.
    /// </summary>
    public double ProductionZVertex { get; private init; }

    /// <summary>
    /// Z vertex of the decay in units of g/2c_w: |U_μ4| (single), |U_μ4 U_μ5| (dual: both neutrinos are mostly not
    /// active). Zero when Z exchange is switched off, as is <see cref="ProductionZVertex"/>.
    /// </summary>
    public double DecayZVertex { get; private init; }

    /// <summary>Z' vertex ν_μ–N4 with g_D; opens Z' → ν N4 in the dual scenario. Equals the production vertex in the single one.</summary>
    public double LightN4Vertex { get; private init; }

    /// <summary>
    /// Z' vertex N4–N4 with g_D; opens Z' → N4 N4 in the dual scenario. The letter's simplified regime does not fix
    /// it: zero there (named in docs/physics-signs.md), g_D U_D4² in the three-portal normalisation.
    /// </summary>
    public double DiagonalN4Vertex { get; private init; }

    /// <summary>Derives the vertices from the parameters.</summary>
    /// <exception cref="ArgumentException">A parameter is not finite, or negative where a magnitude is meant.</exception>
    public static Couplings From(DarkSectorParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RequireMagnitude("Umu4", parameters.Umu4);
        RequireMagnitude("Umu5", parameters.Umu5);
        RequireMagnitude("gD", parameters.GD);
        RequireMagnitude("UD4", parameters.UD4 ?? 1.0);
        RequireMagnitude("UD5", parameters.UD5 ?? 1.0);
        if (!double.IsFinite(parameters.Epsilon))
        {
            throw new ArgumentException($"epsilon: found {parameters.Epsilon}; expected a finite number", nameof(parameters));
        }

        bool single = parameters.Scenario == Scenario.Single;
        double gD = parameters.GD;
        double u4 = parameters.Umu4;
        double u5 = parameters.Umu5;
        bool threePortal = parameters.UD4 is not null || parameters.UD5 is not null;
        double d4 = parameters.UD4 ?? 1.0;
        double d5 = parameters.UD5 ?? 1.0;

        double production;
        double decay;
        double lightN4;
        if (single)
        {
            // UD5 alone says nothing about N4; DarkNews then keeps its default UD4 = 1.
            production = decay = lightN4 = threePortal ? gD * u4 * d4 * d4 : gD * u4;
        }
        else
        {
            production = threePortal ? gD * ((u4 * d4) + (u5 * d5)) * d5 : gD * u5;
            decay = threePortal ? gD * d4 * d5 : gD;
            lightN4 = threePortal ? gD * ((u4 * d4) + (u5 * d5)) * d4 : gD * u4;
        }

        return new Couplings
        {
            ProductionVertex = production,
            DecayVertex = decay,
            ElectromagneticCoupling = ElectricCharge(parameters.EmCoupling) * parameters.Epsilon,
            ProductionZVertex = !parameters.ZInterference ? 0.0 : single ? u4 : u5,
            DecayZVertex = !parameters.ZInterference ? 0.0 : single ? u4 : u4 * u5,
            LightN4Vertex = lightN4,
            DiagonalN4Vertex = threePortal && !single ? gD * d4 * d4 : 0.0,
        };
    }

    /// <summary>The charge e that a convention means: √(4πα) = 0.302822 or g sinθ_W = 0.308618.</summary>
    public static double ElectricCharge(EmCouplingConvention convention) => convention switch
    {
        EmCouplingConvention.Thomson => Math.Sqrt(4.0 * Math.PI * PhysicalConstants.FineStructure),
        EmCouplingConvention.DarkNews => PhysicalConstants.WeakCoupling * Math.Sqrt(PhysicalConstants.SinSquaredWeakAngle),
        _ => throw new ArgumentOutOfRangeException(nameof(convention)),
    };

    private static void RequireMagnitude(string key, double value)
    {
        if (!double.IsFinite(value) || value < 0.0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"{key}: expected a finite magnitude, zero or more");
        }
    }
}
