using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.Text;

namespace Umbriel.Cards;

/// <summary>What a parameter is where it is not given.</summary>
/// <param name="Mass">m4, GeV; null where it must be given.</param>
/// <param name="MZPrime">Z' mass, GeV; null where it must be given.</param>
/// <param name="Epsilon">Kinetic mixing.</param>
/// <param name="GD">Dark gauge coupling.</param>
/// <param name="Umu4">|U_μ4| by scenario.</param>
/// <param name="Umu5">|U_μ5| in the dual scenario.</param>
/// <param name="DarkMixing">|U_Di|; null for the letter's simplified regime.</param>
internal sealed record ModelDefaults(
    double? Mass, double? MZPrime, double Epsilon, double GD, Func<Scenario, double> Umu4, double Umu5, double? DarkMixing)
{
    /// <summary>Whether |U_D4|² + |U_D5|² ≤ 1 is demanded; DarkNews's own default is 2.</summary>
    public bool UnitaryDarkMixing { get; init; } = DarkMixing is null;

    /// <summary>The letter's: ε = 8e-4, α_D = 0.25 and its example |U|² = 2e-10.</summary>
    public static readonly ModelDefaults Letter = new(
        null, null, 8e-4, Math.Sqrt(4.0 * Math.PI * 0.25), scenario => scenario == Scenario.Single ? Math.Sqrt(2e-10) : 0.0, Math.Sqrt(2e-10), null);

    /// <summary>DarkNews 0.4.9's three-portal model.</summary>
    public static readonly ModelDefaults DarkNews = new(0.150, 1.25, 1e-3, 1.0, _ => 1e-3, 0.0, 1.0);
}

/// <summary>Turns written numbers into model parameters and checks that they make physical sense.</summary>
internal static class ModelAssembler
{
    /// <summary>Largest mass accepted, GeV: the couplings hold for m_Z' well below m_Z, the beam ends at 10 GeV.</summary>
    private const double LargestMass = 50.0;

    private const double Threshold = 2.0 * PhysicalConstants.MassElectron;

    /// <summary>Room for decimal rounding in sums of squares that are meant to be 1.</summary>
    private const double Rounding = 1e-6;

    /// <summary>The parameters; conventions are left at their defaults.</summary>
    public static DarkSectorParameters Assemble(ModelNumbers numbers, Scenario scenario, ModelDefaults defaults)
    {
        bool dual = scenario == Scenario.Dual;
        if (!dual)
        {
            RefuseDualOnly(numbers, defaults);
        }

        string mass = $"a mass in GeV, above 0 and at most {LargestMass}";
        double m4 = defaults.Mass is { } m4Default ? numbers.Get("m4", m4Default, IsMass, mass) : numbers.Require("m4", IsMass, mass);
        double? m5 = dual ? numbers.Require("m5", IsMass, mass) : null;
        string zMass = $"a mass in GeV, above 2 m_e = {Show.Number(Threshold)} so that Z' -> e+e- is open, and at most {LargestMass}";
        double mZPrime = defaults.MZPrime is { } mzDefault
            ? numbers.Get("mzprime", mzDefault, value => IsMass(value) && value > Threshold, zMass)
            : numbers.Require("mzprime", value => IsMass(value) && value > Threshold, zMass);
        CheckGap(numbers, m4, m5);

        double umu4 = numbers.Get("Umu4", defaults.Umu4(scenario), IsModulus, "a modulus from 0 to 1 (not squared)");
        double umu5 = dual ? numbers.Get("Umu5", defaults.Umu5, IsModulus, "a modulus from 0 to 1 (not squared)") : 0.0;
        if ((umu4 * umu4) + (umu5 * umu5) > 1.0 + Rounding)
        {
            throw numbers.Error(numbers["Umu5"] is null ? "Umu4" : "Umu5", $"|Umu4|^2 + |Umu5|^2 of at most 1 (unitarity), not {Show.Number((umu4 * umu4) + (umu5 * umu5))}");
        }

        (double? ud4, double? ud5) = DarkMixings(numbers, dual, defaults.DarkMixing, defaults.UnitaryDarkMixing);
        return new DarkSectorParameters
        {
            Scenario = scenario,
            M4 = m4,
            M5 = m5,
            MZPrime = mZPrime,
            Umu4 = umu4,
            Umu5 = umu5,
            UD4 = ud4,
            UD5 = ud5,
            Epsilon = KineticMixing(numbers, defaults.Epsilon),
            GD = DarkCoupling(numbers, defaults.GD),
        };
    }

    private static void RefuseDualOnly(ModelNumbers numbers, ModelDefaults defaults)
    {
        if (numbers["m5"] is not null)
        {
            throw numbers.Error("m5", "no m5 in the single scenario; for two dark neutrinos set model: dual");
        }

        // DarkNews files carry Umu5 and UD5 without a fifth neutrino; there they mean nothing.
        if (defaults.DarkMixing is null)
        {
            foreach (string name in (string[])["Umu5", "UD5"])
            {
                if (numbers[name] is { Value: not 0.0 })
                {
                    throw numbers.Error(name, "no such mixing in the single scenario; for two dark neutrinos set model: dual");
                }
            }
        }
    }

    private static void CheckGap(ModelNumbers numbers, double m4, double? m5)
    {
        if (m5 is { } heavy)
        {
            if (heavy <= m4)
            {
                throw numbers.Error("m5", $"m5 above m4 = {Show.Number(m4)}");
            }

            if (heavy - m4 <= Threshold)
            {
                throw numbers.Error("m5", $"m5 - m4 above 2 m_e = {Show.Number(Threshold)} so that N5 -> N4 e+e- is open");
            }
        }
        else if (m4 <= Threshold)
        {
            throw numbers.Error("m4", $"m4 above 2 m_e = {Show.Number(Threshold)} so that N4 -> nu e+e- is open");
        }
    }

    /// <summary>One of UD4, UD5 given means DarkNews's normalisation, in which the other is 1 by default.</summary>
    private static (double? UD4, double? UD5) DarkMixings(ModelNumbers numbers, bool dual, double? fallback, bool unitary)
    {
        if (fallback is null && numbers["UD4"] is null && (!dual || numbers["UD5"] is null))
        {
            return (null, null);
        }

        Predicate<double> accept = value => value > 0.0 && (!unitary || value <= 1.0 + Rounding);
        string expected = unitary ? "a modulus above 0 and at most 1 (unitarity)" : "a number above 0";
        double ud4 = numbers.Get("UD4", 1.0, accept, expected);
        if (!dual)
        {
            return (ud4, null);
        }

        double ud5 = numbers.Get("UD5", 1.0, accept, expected);
        double sum = (ud4 * ud4) + (ud5 * ud5);
        if (unitary && sum > 1.0 + Rounding)
        {
            throw numbers.Error(
                numbers["UD5"] is null ? "UD4" : "UD5",
                $"|UD4|^2 + |UD5|^2 of at most 1 (unitarity), not {Show.Number(sum)}; DarkNews's 1 and 1 are not unitary, use 0.70710678 for both");
        }

        return (ud4, ud5);
    }

    private static double KineticMixing(ModelNumbers numbers, double fallback)
    {
        string? name = numbers.OneOf("epsilon", "epsilon2", "alpha_epsilon2", "chi");
        if (name is null)
        {
            return fallback;
        }

        double written = numbers[name]!.Value.Value;
        double epsilon = name switch
        {
            "epsilon" => written,
            "epsilon2" => Math.Sqrt(written),
            "alpha_epsilon2" => Math.Sqrt(written / PhysicalConstants.FineStructure),
            _ => written * Math.Sqrt(1.0 - PhysicalConstants.SinSquaredWeakAngle),
        };
        return epsilon is > 0.0 and < 1.0 ? epsilon : throw numbers.Error(name, "a kinetic mixing epsilon between 0 and 1");
    }

    private static double DarkCoupling(ModelNumbers numbers, double fallback) => numbers.OneOf("gD", "alphaD") switch
    {
        null => fallback,
        "alphaD" => Math.Sqrt(4.0 * Math.PI * numbers.Get("alphaD", 0.0, value => value > 0.0 && value <= 4.0 * Math.PI, "above 0 and at most 4 pi (perturbative)")),
        _ => numbers.Get("gD", 0.0, value => value > 0.0 && value <= 4.0 * Math.PI, "above 0 and at most 4 pi (perturbative)"),
    };

    private static bool IsMass(double value) => value is > 0.0 and <= LargestMass;

    private static bool IsModulus(double value) => value is >= 0.0 and <= 1.0;
}
