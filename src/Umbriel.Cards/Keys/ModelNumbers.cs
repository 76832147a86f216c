using Umbriel.Core;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Cards.Keys;

/// <summary>A model parameter as written: its value and where.</summary>
internal readonly record struct WrittenNumber(double Value, int Line);

/// <summary>The model parameters that a card or DarkNews file gives, under DarkNews's names.</summary>
internal sealed class ModelNumbers(string file)
{
    /// <summary>DarkNews's further mixings and couplings: accepted where they are zero, which is their default there.</summary>
    public static readonly string[] OnlyZero =
    [
        "Ue4", "Ue5", "Ue6", "Umu6", "Utau4", "Utau5", "Utau6", "epsilonZ", "theta",
        "mu_tr_e4", "mu_tr_e5", "mu_tr_e6", "mu_tr_mu4", "mu_tr_mu5", "mu_tr_mu6", "mu_tr_tau4", "mu_tr_tau5", "mu_tr_tau6",
        "mu_tr_44", "mu_tr_45", "mu_tr_46", "mu_tr_55", "mu_tr_56", "mu_tr_66",
        "s_e4", "s_e5", "s_e6", "s_mu4", "s_mu5", "s_mu6", "s_tau4", "s_tau5", "s_tau6",
        "s_44", "s_45", "s_46", "s_55", "s_56", "s_66",
    ];

    private readonly Dictionary<string, WrittenNumber> values = new(StringComparer.Ordinal);

    /// <summary>File the numbers stand in.</summary>
    public string File => file;

    /// <summary>The number of that name, or null.</summary>
    public WrittenNumber? this[string name] => values.TryGetValue(name, out WrittenNumber number) ? number : null;

    /// <summary>Adds a number after checking that it is finite and, where only zero is supported, zero.</summary>
    public void Add(string name, double value, int line)
    {
        if (!double.IsFinite(value))
        {
            throw YamlPlace.Error(file, line, name, Show.Number(value), "a finite number");
        }

        if (value != 0.0 && OnlyZero.Contains(name))
        {
            throw YamlPlace.Error(file, line, name, Show.Number(value), "0 (not supported: dark neutrinos mix with nu_mu only, and the Z' is the only portal)");
        }

        values[name] = new WrittenNumber(value == 0.0 ? 0.0 : value, line);
    }

    /// <summary>A number checked against <paramref name="accept"/>, or the default.</summary>
    public double Get(string name, double fallback, Predicate<double> accept, string expected) =>
        this[name] is not { } number ? fallback
        : accept(number.Value) ? number.Value
        : throw Error(name, expected);

    /// <summary>As <see cref="Get(string, double, Predicate{double}, string)"/>, for a number without a default.</summary>
    public double Require(string name, Predicate<double> accept, string expected) =>
        this[name] is null
            ? throw new UserErrorException(file, name, "no value", expected)
            : Get(name, 0.0, accept, expected);

    /// <summary>The error that names a written number.</summary>
    public UserErrorException Error(string name, string expected) => this[name] is { } number
        ? YamlPlace.Error(file, number.Line, name, Show.Number(number.Value), expected)
        : new UserErrorException(file, name, "no value", expected);

    /// <summary>Refuses two of several ways to say one thing.</summary>
    public void RequireAtMostOne(IReadOnlyList<string> names)
    {
        string? used = null;
        foreach (string name in names)
        {
            if (this[name] is not { } number)
            {
                continue;
            }

            if (used is not null)
            {
                throw YamlPlace.Error(file, number.Line, name, $"the value although {used} is given too", $"one of {string.Join(", ", names)}");
            }

            used = name;
        }
    }
}
