using System.Globalization;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>
/// Ticks of a logarithmic axis, stated one by one: gnuplot's own have no minor ones where labels stand two decades
/// apart, and hardly a label within one decade.
/// </summary>
internal static class LogTicks
{
    // First digits of labelled ticks, from the fewest to the most.
    private static readonly int[][] s_digits = [[1], [1, 3], [1, 2, 5], [1, 2, 3, 5, 7], [1, 2, 3, 4, 5, 6, 7, 8, 9]];

    /// <summary>A tick; without a label it is a minor one.</summary>
    public readonly record struct Tick(double Value, string? Label);

    /// <summary>Ticks in rising order.</summary>
    /// <param name="low">Lower end of the axis, above 0.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="length">Length of the axis (mm).</param>
    /// <param name="room">What a label needs along the axis (mm).</param>
    public static IReadOnlyList<Tick> Of(double low, double high, double length, double room)
    {
        double decade = length / Math.Log10(high / low);
        int first = (int)Math.Ceiling(Math.Log10(low) - 1e-9), last = (int)Math.Floor(Math.Log10(high) + 1e-9);
        bool plain = low >= 1e-3 && high < 1e4 && decade >= 3 * room;
        if (last - first >= 2 && !plain)
        {
            int step = (int)Math.Max(1, Math.Ceiling((room / decade) - 1e-9));
            return [.. Decades(low, high, decade < 0.7 * room ? [1] : s_digits[^1]).Select(t => new Tick(t.Value, t.Digit == 1 && (t.Power - last) % step == 0 ? Power(t.Power) : null))];
        }

        // Plain numbers, or too few whole powers of ten: other digits have labels too, as many as there is room for.
        int[] labelled = s_digits.LastOrDefault(digits => digits.Append(10).Zip(digits.Append(10).Skip(1)).All(pair => decade * Math.Log10((double)pair.Second / pair.First) >= room)) ?? s_digits[0];
        Tick[] ticks = [.. Decades(low, high, s_digits[^1]).Select(t => new Tick(t.Value, labelled.Contains(t.Digit) ? MarkedNumber.Of(t.Value) : null))];
        return ticks.Count(t => t.Label is not null) >= 3 ? ticks : Even(low, high, length, room);
    }

    /// <summary>Gnuplot's command for them.</summary>
    /// <param name="axis">x or y.</param>
    /// <param name="ticks">The ticks.</param>
    public static string Command(string axis, IReadOnlyList<Tick> ticks) =>
        $"set {axis}tics ({string.Join(", ", ticks.Select(t => t.Label is null ? $"\"\" {Number(t.Value)} 1" : $"{Quote(t.Label)} {Number(t.Value)}"))})";

    private static IEnumerable<(double Value, int Digit, int Power)> Decades(double low, double high, int[] digits)
    {
        for (int power = (int)Math.Floor(Math.Log10(low)); power <= Math.Ceiling(Math.Log10(high)); power++)
        {
            foreach (int digit in digits)
            {
                double value = double.Parse($"{digit}E{power}", CultureInfo.InvariantCulture);
                if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))
                {
                    yield return (value, digit, power);
                }
            }
        }
    }

    // A small part of a decade: even steps of 1, 2 or 5 times a power of ten, four minor ones between.
    private static Tick[] Even(double low, double high, double length, double room)
    {
        double rough = Math.Max((high - low) / 8, 1.5 * room * (high - low) / length);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * new[] { 1.0, 2, 5, 10 }.First(s => s * power >= rough * (1 - 1e-9));
        int digits = 1 + Math.Max(0, (int)Math.Floor(Math.Log10(high)) - (int)Math.Floor(Math.Log10(step)));
        long from = (long)Math.Ceiling((5 * low / step) - 1e-6), to = (long)Math.Floor((5 * high / step) + 1e-6);
        return [.. Enumerable.Range(0, (int)(to - from + 1)).Select(i => from + i).Select(i => new Tick(i * step / 5, i % 5 == 0 ? MarkedNumber.Of(i / 5 * step, digits) : null))];
    }

    private static string Power(int power) => power switch { 0 => "1", 1 => "10", _ => $"10^{{{(power < 0 ? "−" : "")}{Math.Abs(power).ToString(CultureInfo.InvariantCulture)}}}" };
}
