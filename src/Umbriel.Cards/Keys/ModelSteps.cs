using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.Text;

namespace Umbriel.Cards.Keys;

/// <summary>How each model parameter is read and checked against those before it.</summary>
internal static class ModelSteps
{
    public const string Modulus = "a modulus from 0 to 1 (not squared)";

    public const string UnitaryModulus = "a modulus above 0 and at most 1 (unitarity)";

    public const string KineticMixing = "a kinetic mixing epsilon between 0 and 1";

    public const string Perturbative = "above 0 and at most 4 pi (perturbative)";

    /// <summary>Largest mass accepted, GeV: the couplings hold for m_Z' well below m_Z, the beam ends at 10 GeV.</summary>
    private const double LargestMass = 50.0;

    /// <summary>Room for decimal rounding in sums of squares that are meant to be 1.</summary>
    private const double Rounding = 1e-6;

    public static readonly string Mass = $"a mass in GeV, above 0 and at most {LargestMass}";

    public static readonly string ZPrimeMass = $"a mass in GeV, above 2 m_e = {Show.Number(PhysicalConstants.ElectronPairThreshold)} so that Z' -> e+e- is open, and at most {LargestMass}";

    public static DarkSectorParameters M4(ModelNumbers numbers, ModelDefaults defaults, DarkSectorParameters model)
    {
        double m4 = defaults.Mass is { } standard ? numbers.Get("m4", standard, IsMass, Mass) : numbers.Require("m4", IsMass, Mass);
        return model.Scenario == Scenario.Dual || m4 > PhysicalConstants.ElectronPairThreshold
            ? model with { M4 = m4 }
            : throw numbers.Error("m4", $"m4 above 2 m_e = {Show.Number(PhysicalConstants.ElectronPairThreshold)} so that N4 -> nu e+e- is open");
    }

    public static DarkSectorParameters M5(ModelNumbers numbers, ModelDefaults defaults, DarkSectorParameters model)
    {
        if (model.Scenario == Scenario.Single)
        {
            return numbers["m5"] is null ? model : throw numbers.Error("m5", "no m5 in the single scenario; for two dark neutrinos set model: dual");
        }

        double m5 = numbers.Require("m5", IsMass, Mass);
        if (m5 <= model.M4)
        {
            throw numbers.Error("m5", $"m5 above m4 = {Show.Number(model.M4)}");
        }

        return m5 - model.M4 > PhysicalConstants.ElectronPairThreshold
            ? model with { M5 = m5 }
            : throw numbers.Error("m5", $"m5 - m4 above 2 m_e = {Show.Number(PhysicalConstants.ElectronPairThreshold)} so that N5 -> N4 e+e- is open");
    }

    public static DarkSectorParameters MZPrime(ModelNumbers numbers, ModelDefaults defaults, DarkSectorParameters model) => model with
    {
        MZPrime = defaults.MZPrime is { } standard
            ? numbers.Get("mzprime", standard, value => IsMass(value) && value > PhysicalConstants.ElectronPairThreshold, ZPrimeMass)
            : numbers.Require("mzprime", value => IsMass(value) && value > PhysicalConstants.ElectronPairThreshold, ZPrimeMass),
    };

    public static DarkSectorParameters Umu4(ModelNumbers numbers, ModelDefaults defaults, DarkSectorParameters model) =>
        model with { Umu4 = numbers.Get("Umu4", defaults.Umu4(model.Scenario), IsModulus, Modulus) };

    public static DarkSectorParameters Umu5(ModelNumbers numbers, ModelDefaults defaults, DarkSectorParameters model)
    {
        if (model.Scenario == Scenario.Single)
        {
            RefuseInSingle(numbers, "Umu5", defaults);
            return model;
        }

        double umu5 = numbers.Get("Umu5", defaults.Umu5, IsModulus, Modulus);
        double sum = (model.Umu4 * model.Umu4) + (umu5 * umu5);
        return sum <= 1.0 + Rounding
            ? model with { Umu5 = umu5 }
            : throw numbers.Error(numbers["Umu5"] is null ? "Umu4" : "Umu5", $"|Umu4|^2 + |Umu5|^2 of at most 1 (unitarity), not {Show.Number(sum)}");
    }

    /// <summary>One of UD4, UD5 given means DarkNews's normalisation, in which the other is 1 by default.</summary>
    public static DarkSectorParameters UD4(ModelNumbers numbers, ModelDefaults defaults, DarkSectorParameters model) =>
        defaults.DarkMixing is null && numbers["UD4"] is null && (model.Scenario == Scenario.Single || numbers["UD5"] is null)
            ? model
            : model with { UD4 = DarkMixing(numbers, "UD4", defaults) };

    public static DarkSectorParameters UD5(ModelNumbers numbers, ModelDefaults defaults, DarkSectorParameters model)
    {
        if (model.Scenario == Scenario.Single)
        {
            RefuseInSingle(numbers, "UD5", defaults);
            return model;
        }

        if (model.UD4 is not { } ud4)
        {
            return model;
        }

        double ud5 = DarkMixing(numbers, "UD5", defaults);
        double sum = (ud4 * ud4) + (ud5 * ud5);
        return !defaults.UnitaryDarkMixing || sum <= 1.0 + Rounding
            ? model with { UD5 = ud5 }
            : throw numbers.Error(
                numbers["UD5"] is null ? "UD4" : "UD5",
                $"|UD4|^2 + |UD5|^2 of at most 1 (unitarity), not {Show.Number(sum)}; DarkNews's 1 and 1 are not unitary, use 0.70710678 for both");
    }

    /// <summary>ε from the number of that name, if it is given.</summary>
    public static ModelStep Epsilon(string name, Func<double, double> epsilon) => (numbers, _, model) =>
        numbers[name] is not { } written ? model
        : epsilon(written.Value) is > 0.0 and < 1.0 and var value ? model with { Epsilon = value }
        : throw numbers.Error(name, KineticMixing);

    /// <summary>g_D from the number of that name, if it is given.</summary>
    public static ModelStep DarkCoupling(string name, Func<double, double> coupling) => (numbers, _, model) =>
        numbers[name] is null ? model : model with { GD = coupling(numbers.Require(name, value => value > 0.0 && value <= 4.0 * Math.PI, Perturbative)) };

    private static double DarkMixing(ModelNumbers numbers, string name, ModelDefaults defaults) => numbers.Get(
        name,
        1.0,
        value => value > 0.0 && (!defaults.UnitaryDarkMixing || value <= 1.0 + Rounding),
        defaults.UnitaryDarkMixing ? UnitaryModulus : "a number above 0");

    // DarkNews files carry Umu5 and UD5 without a fifth neutrino; there they mean nothing.
    private static void RefuseInSingle(ModelNumbers numbers, string name, ModelDefaults defaults)
    {
        if (defaults.DarkMixing is null && numbers[name] is { Value: not 0.0 })
        {
            throw numbers.Error(name, "no such mixing in the single scenario; for two dark neutrinos set model: dual");
        }
    }

    private static bool IsMass(double value) => value is > 0.0 and <= LargestMass;

    private static bool IsModulus(double value) => value is >= 0.0 and <= 1.0;
}
