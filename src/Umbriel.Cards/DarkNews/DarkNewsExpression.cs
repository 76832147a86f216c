using System.Globalization;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Cards.DarkNews;

/// <summary>A value of a DarkNews parameter file: double, bool, string, list of these, or null for None.</summary>
internal sealed record DarkNewsValue(object? Content, int Line)
{
    /// <summary>The value for messages.</summary>
    public string Kind => Content switch
    {
        null => "None",
        double number => Show.Number(number),
        bool flag => flag ? "True" : "False",
        string text => Show.Quoted(text),
        _ => "a list",
    };
}

/// <summary>
/// Parses DarkNews's assignments: arithmetic with + - * / ^ (right-associative, a sign binds tighter), parentheses,
/// functions, pi, e and earlier names; quoted strings; booleans; None; lists. Written from the description in DarkNews's
/// own template_parameters_file.txt.
/// </summary>
internal sealed class DarkNewsExpression(string file, DarkNewsTokens tokens, IReadOnlyDictionary<string, DarkNewsValue> names)
{
    private const int MaximumDepth = 64;

    private int depth;

    /// <summary>Names that the file's expressions used.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>The value at the current token.</summary>
    public DarkNewsValue Value()
    {
        int line = tokens.Line;
        switch (tokens.Kind)
        {
            case DarkNewsToken.Text:
                string text = tokens.Text;
                tokens.Next();
                return new DarkNewsValue(text, line);
            case DarkNewsToken.Symbol when tokens.Text == "[":
                return new DarkNewsValue(List(), line);
            case DarkNewsToken.Name when tokens.Text.Equals("true", StringComparison.OrdinalIgnoreCase) || tokens.Text.Equals("false", StringComparison.OrdinalIgnoreCase):
                bool flag = tokens.Text.Equals("true", StringComparison.OrdinalIgnoreCase);
                tokens.Next();
                return new DarkNewsValue(flag, line);
            case DarkNewsToken.Name when tokens.Text == "None":
                tokens.Next();
                return new DarkNewsValue(null, line);
            case DarkNewsToken.Name when names.TryGetValue(tokens.Text, out DarkNewsValue? known) && known.Content is not double:
                Used.Add(tokens.Text);
                tokens.Next();
                return known with { Line = line };
            default:
                double number = Sum();
                return double.IsFinite(number)
                    ? new DarkNewsValue(number, line)
                    : throw new UserErrorException($"{file}:{line}", null, $"an expression that gives {Show.Number(number)}", "a finite number");
        }
    }

    private List<DarkNewsValue> List()
    {
        Enter();
        List<DarkNewsValue> items = [];
        tokens.Next();
        while (!tokens.Is("]"))
        {
            items.Add(Value());
            if (tokens.Is(","))
            {
                tokens.Next();
            }
            else if (!tokens.Is("]"))
            {
                throw tokens.Unexpected("a comma or ]");
            }
        }

        tokens.Next();
        depth--;
        return items;
    }

    private double Sum()
    {
        Enter();
        double value = Product();
        while (tokens.Is("+") || tokens.Is("-"))
        {
            bool plus = tokens.Is("+");
            tokens.NextOperand();
            double right = Product();
            value = plus ? value + right : value - right;
        }

        depth--;
        return value;
    }

    private double Product()
    {
        double value = Power();
        while (tokens.Is("*") || tokens.Is("/"))
        {
            bool times = tokens.Is("*");
            tokens.NextOperand();
            double right = Power();
            value = times ? value * right : value / right;
        }

        return value;
    }

    private double Power()
    {
        Enter();
        double value = Signed();
        if (tokens.Is("^"))
        {
            tokens.NextOperand();
            value = Math.Pow(value, Power());
        }

        depth--;
        return value;
    }

    private double Signed()
    {
        double sign = 1.0;
        while (tokens.Is("+") || tokens.Is("-"))
        {
            sign = tokens.Is("-") ? -sign : sign;
            tokens.NextOperand();
        }

        return sign * Atom();
    }

    private double Atom()
    {
        string text = tokens.Text;
        switch (tokens.Kind)
        {
            case DarkNewsToken.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number):
                tokens.Next();
                return number;
            case DarkNewsToken.Symbol when text == "(":
                return Bracketed();
            case DarkNewsToken.Name:
                int line = tokens.Line;
                tokens.Next();
                return tokens.Is("(") ? Function(text, line) : Constant(text, line);
            default:
                throw tokens.Unexpected("a number, a name defined above, a string, True, False or a list");
        }
    }

    private double Bracketed()
    {
        tokens.NextOperand();
        double value = Sum();
        if (!tokens.Is(")"))
        {
            throw tokens.Unexpected("a closing parenthesis");
        }

        tokens.Next();
        return value;
    }

    private double Constant(string name, int line)
    {
        if (name.Equals("pi", StringComparison.OrdinalIgnoreCase))
        {
            return Math.PI;
        }

        if (name.Equals("e", StringComparison.OrdinalIgnoreCase))
        {
            return Math.E;
        }

        if (names.TryGetValue(name, out DarkNewsValue? value) && value.Content is double number)
        {
            Used.Add(name);
            return number;
        }

        throw new UserErrorException($"{file}:{line}", null, $"the name {Show.Quoted(name)} in an expression", "a number, or a name that an earlier line sets to a number");
    }

    private double Function(string name, int line)
    {
        if (name == "sum")
        {
            return SumOfList(line);
        }

        double x = Bracketed();
        return name switch
        {
            "sin" => Math.Sin(x),
            "cos" => Math.Cos(x),
            "tan" => Math.Tan(x),
            "exp" => Math.Exp(x),
            "sqrt" => Math.Sqrt(x),
            "abs" => Math.Abs(x),
            "trunc" => Math.Truncate(x),
            "round" => Math.Round(x, MidpointRounding.ToEven),
            "sgn" => x < -1e-100 ? -1.0 : x > 1e-100 ? 1.0 : 0.0,
            _ => throw new UserErrorException($"{file}:{line}", null, $"the function {Show.Quoted(name)}", "sin, cos, tan, exp, sqrt, abs, trunc, round, sgn or sum"),
        };
    }

    private double SumOfList(int line)
    {
        tokens.NextOperand();
        DarkNewsValue list = Value();
        if (list.Content is not List<DarkNewsValue> items || !items.TrueForAll(item => item.Content is double) || !tokens.Is(")"))
        {
            throw new UserErrorException($"{file}:{line}", "sum", list.Kind, "sum([ ... ]) of numbers");
        }

        tokens.Next();
        return items.Sum(item => (double)item.Content!);
    }

    private void Enter()
    {
        if (++depth > MaximumDepth)
        {
            throw new UserErrorException($"{file}:{tokens.Line}", null, "an expression nested too deeply", $"at most {MaximumDepth} levels");
        }
    }
}
