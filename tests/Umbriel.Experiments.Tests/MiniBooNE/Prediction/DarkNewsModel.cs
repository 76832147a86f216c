using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Scattering;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>Model points and assumptions of arXiv:2308.02543: g_D = 2, U_D4 = U_D5 = 1/√2, muon neutrinos, no flip of helicity.</summary>
internal static class DarkNewsModel
{
    /// <summary>Exposure of the stored predictions, neutrino mode of the release of 2020.</summary>
    public const double Pot = 18.75e20;

    public static GenerationSettings Settings { get; } = new()
    {
        Pot = Pot,
        Experiment = Experiment.MiniBooNE,
        Geometry = GeometryConvention.DarkNews,
        Helicity = Helicity.Conserving,
        ZPolarisation = ZPrimePolarisation.Isotropic,
        NeutrinoFlavours = [14],
        Regimes = [ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic],
    };

    /// <summary>3+1 at |V_μ4|²; |V| = |U| with these couplings.</summary>
    public static DarkSectorParameters Single(double m4, double mediator, double vertexSquared, double epsilon = 8e-4) => new()
    {
        Scenario = Scenario.Single,
        M4 = m4,
        MZPrime = mediator,
        Umu4 = Math.Sqrt(vertexSquared),
        GD = 2.0,
        UD4 = Math.Sqrt(0.5),
        UD5 = Math.Sqrt(0.5),
        Epsilon = epsilon,
    };

    /// <summary>3+2 with U_μ4 = U_μ5 at |V_μ5|² = 4 |U_μ5|².</summary>
    public static DarkSectorParameters Dual(double m4, double m5, double mediator, double vertexSquared, double epsilon = 8e-4) =>
        Single(m4, mediator, 0.25 * vertexSquared, epsilon) with { Scenario = Scenario.Dual, M5 = m5, Umu5 = Math.Sqrt(0.25 * vertexSquared) };

    /// <summary>g_D² |V_μN|² in the normalisation of the stored predictions, from the couplings themselves.</summary>
    public static double VertexSquared(DarkSectorParameters point) => Math.Pow(Couplings.From(point).ProductionVertex, 2.0);

    public static bool IsOnShell(DarkSectorParameters point) => point.MZPrime < point.ParentMass - point.DaughterMass;
}
