using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Cards.Keys;

/// <summary>The numbers that make a model, one row each, under DarkNews's names. How each is read is in <see cref="ModelSteps"/>.</summary>
internal static class ModelParameters
{
    private const string TwoNeutrinos = "{model: dual, m5: 0.2}";

    /// <summary>All parameters, in the order in which they are read and written.</summary>
    public static readonly ModelParameter[] All =
    [
        new("m4", ModelSteps.M4, model => model.M4, "required", ModelSteps.Mass, "mass of N4, GeV; above 2 m_e if single", "0.12"),
        new("m5", ModelSteps.M5, model => model.Scenario == Scenario.Dual ? model.M5 : null, "required if dual", ModelSteps.Mass, "mass of N5, GeV; above `m4` by more than 2 m_e; refused if single", "0.3") { Alongside = TwoNeutrinos },
        new("mzprime", ModelSteps.MZPrime, model => model.MZPrime, "required", ModelSteps.ZPrimeMass, "mass of the Z', GeV", "0.05"),
        new("Umu4", ModelSteps.Umu4, model => model.Umu4, "single: 1.4142136e-5, dual: 0", ModelSteps.Modulus, "|U_μ4|, not squared. The default is the letter's example |U|² = 2e-10; `search` scans it", "1e-4"),
        new("Umu5", ModelSteps.Umu5, model => model.Scenario == Scenario.Dual ? model.Umu5 : null, "dual: 1.4142136e-5", ModelSteps.Modulus, "|U_μ5|, not squared; refused if single. |U_μ4|² + |U_μ5|² ≤ 1", "1e-4") { Alongside = TwoNeutrinos },
        new("UD4", ModelSteps.UD4, model => model.UD4, "absent", ModelSteps.UnitaryModulus, DarkMixing, "0.6"),
        new("UD5", ModelSteps.UD5, model => model.UD5, "absent", ModelSteps.UnitaryModulus, DarkMixing, "0.6") { Alongside = "{model: dual, m5: 0.2, UD4: 0.6, UD5: 0.5}" },
        new("epsilon", ModelSteps.Epsilon("epsilon", value => value), model => model.Epsilon, "8e-4", ModelSteps.KineticMixing, "kinetic mixing ε, or one of the next three in its place", "1e-3"),
        InPlaceOf("epsilon", "epsilon2", ModelSteps.Epsilon("epsilon2", Math.Sqrt), ModelSteps.KineticMixing, "ε²", "1e-6"),
        InPlaceOf("epsilon", "alpha_epsilon2", ModelSteps.Epsilon("alpha_epsilon2", value => Math.Sqrt(value / PhysicalConstants.FineStructure)), ModelSteps.KineticMixing, "α(0) ε²", "7.3e-9"),
        InPlaceOf("epsilon", "chi", ModelSteps.Epsilon("chi", value => value * Math.Sqrt(1.0 - PhysicalConstants.SinSquaredWeakAngle)), ModelSteps.KineticMixing, "ε/cosθ_W", "1e-3"),
        new("gD", ModelSteps.DarkCoupling("gD", value => value), model => model.GD, "2, which is `alphaD` = 0.3183", ModelSteps.Perturbative, "dark gauge coupling g_D", "1.5"),
        InPlaceOf("gD", "alphaD", ModelSteps.DarkCoupling("alphaD", value => Math.Sqrt(4.0 * Math.PI * value)), ModelSteps.Perturbative, "dark fine-structure constant α_D, g_D = √(4π α_D). Not both", "0.3"),
    ];

    private const string DarkMixing =
        "absent: the letter's simplified regime, |V_μ4(5)| = |U_μ4(5)|, |V_54| = 1. If one is given, DarkNews's three-portal vertices, and the other is 1. |U_D4|² + |U_D5|² ≤ 1";

    /// <summary>Names of all parameters.</summary>
    public static readonly string[] Names = [.. All.Select(parameter => parameter.Name)];

    /// <summary>All ways of writing the parameter of that name, itself included; none for another name.</summary>
    public static string[] WaysOf(string name) => All.FirstOrDefault(parameter => parameter.Name == name) is { } asked
        ? [.. All.Where(parameter => (parameter.InPlaceOf ?? parameter.Name) == (asked.InPlaceOf ?? asked.Name)).Select(parameter => parameter.Name)]
        : [];

    /// <summary>The model that the numbers make; scenario and conventions are those of <paramref name="start"/>.</summary>
    /// <exception cref="UserErrorException">A number is missing, makes no physical sense, or is given in two ways.</exception>
    public static DarkSectorParameters Assemble(ModelNumbers numbers, DarkSectorParameters start, ModelDefaults defaults)
    {
        foreach (IGrouping<string, ModelParameter> ways in All.GroupBy(parameter => parameter.InPlaceOf ?? parameter.Name, StringComparer.Ordinal))
        {
            numbers.RequireAtMostOne([.. ways.Select(parameter => parameter.Name)]);
        }

        DarkSectorParameters model = start with { Epsilon = defaults.Epsilon, GD = defaults.GD };
        foreach (ModelParameter parameter in All)
        {
            model = parameter.Read(numbers, defaults, model);
        }

        return model;
    }

    private static ModelParameter InPlaceOf(string other, string name, ModelStep read, string values, string meaning, string example) =>
        new(name, read, _ => null, $"`{other}`", values, $"in place of `{other}`: {meaning}", example) { InPlaceOf = other };
}
