using System.Globalization;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.Limits;

/// <summary>Reads one limit: comments, one line of column names, then mass and upper limit on |U_μ4|².</summary>
internal static class LimitFile
{
    private const int MaximumBytes = 1 << 22;
    private const string Header = "m4_GeV,Umu4_sq_upper_limit";

    /// <summary>Pieces of the limit; a value of 1 is no limit and ends a piece.</summary>
    /// <exception cref="UserErrorException">Unreadable, or not a limit.</exception>
    public static List<LimitPiece> Read(string path)
    {
        List<LimitPiece> pieces = [];
        List<double> mass = [];
        List<double> u2 = [];
        bool header = false;
        int number = 0;
        double last = 0.0;
        foreach (ReadOnlySpan<char> raw in InputFile.Decode(path, InputFile.ReadBytes(path, MaximumBytes)).AsSpan().EnumerateLines())
        {
            number++;
            ReadOnlySpan<char> line = raw.Trim();
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            if (!header)
            {
                header = line.SequenceEqual(Header) ? true : throw new UserErrorException($"{path}:{number}", "header", Show.Quoted(line.ToString()), Header);
                continue;
            }

            (double m, double value) = Row(path, number, line);
            last = m >= last ? m : throw new UserErrorException($"{path}:{number}", "m4_GeV", Show.Number(m), $"a mass not below the one before, {Show.Number(last)}");
            if (value < 1.0)
            {
                mass.Add(m);
                u2.Add(value);
            }
            else
            {
                Close();
            }
        }

        Close();
        return pieces.Count > 0 ? pieces : throw new UserErrorException(path, null, "no limit", $"{Header} and at least two rows with a limit below 1");

        void Close()
        {
            if (mass.Count == 1)
            {
                throw new UserErrorException($"{path}:{number}", "m4_GeV", $"a limit at the single mass {Show.Number(mass[0])}", "at least two rows in a row with a limit below 1");
            }

            if (mass.Count > 1)
            {
                pieces.Add(new LimitPiece([.. mass], [.. u2]));
                mass.Clear();
                u2.Clear();
            }
        }
    }

    private static (double Mass, double Value) Row(string path, int number, ReadOnlySpan<char> line)
    {
        int comma = line.IndexOf(',');
        if (comma < 0 || line[(comma + 1)..].Contains(','))
        {
            throw new UserErrorException($"{path}:{number}", null, Show.Quoted(line.ToString()), "two numbers, " + Header);
        }

        double mass = Number(path, number, "m4_GeV", line[..comma], double.MaxValue, "a mass in GeV above 0");
        return (mass, Number(path, number, "Umu4_sq_upper_limit", line[(comma + 1)..], 1.0, "an upper limit above 0 and at most 1"));
    }

    private static double Number(string path, int line, string key, ReadOnlySpan<char> text, double highest, string expected) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0.0 && value <= highest
            ? value
            : throw new UserErrorException($"{path}:{line}", key, Show.Quoted(text.ToString()), expected);
}
