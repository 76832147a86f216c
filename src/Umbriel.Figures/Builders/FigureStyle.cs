using System.Globalization;

namespace Umbriel.Figures;

/// <summary>Colours and texts that the figures share, for gnuplot's <see cref="StyleFile"/> and the report alike.</summary>
internal static class FigureStyle
{
    public const string Ink = "#1a1a1a";
    public const string Signal = "#c8102e";
    public const string SignalFill = "#eba3ae";
    public const string PublishedSignal = "#5b0a16";
    public const string Hatch = "#31465c";
    public const string Background = "#a9c4de";
    public const string BackgroundEdge = "#3b5f85";
    public const string Example = "#1b9e3e";
    public const string Older = "#d4d4d4";
    public const string OlderEdge = "#9a9a9a";
    public const string OlderText = "#5c5c5c";

    // Six colours of Okabe and Ito (told apart under every common colour blindness), then three of Tol's muted set.
    private static readonly string[] s_palette =
        ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#332288", "#882255", "#999933"];

    // A rainbow without its light colours, for more curves than the palette has: it keeps their order.
    private static readonly (int R, int G, int B)[] s_ramp =
        [(0x33, 0x22, 0x88), (0x1F, 0x6F, 0xC4), (0x2A, 0xA8, 0xC8), (0x11, 0x77, 0x33), (0x9A, 0xA8, 0x1C), (0xE6, 0x9F, 0x00), (0xE0, 0x55, 0x18), (0xA5, 0x17, 0x0E), (0x4A, 0x12, 0x0C)];

    // Total, 1s0t, 1s1t, 2s0t.
    private static readonly string[] s_topology = [Ink, "#0072B2", "#D55E00", "#009E73"];

    // Tol's light set, its two reddish colours last: the signal is red.
    private static readonly string[] s_stack =
        ["#77AADD", "#99DDFF", "#44BB99", "#BBCC33", "#EEDD88", "#AAAA00", "#DDDDDD", "#EE8866", "#FFAABB"];

    /// <summary>Colours of so many curves, all different; those of the palette where they suffice.</summary>
    public static string[] CurveColours(int count) => count <= s_palette.Length ? s_palette[..count] : [.. Enumerable.Range(0, count).Select(i => Ramp((double)i / (count - 1)))];

    public static string SeriesColour(int index) => s_palette[index % s_palette.Length];

    public static string StackColour(int index) => s_stack[index % s_stack.Length];

    public static string TopologyColour(int index) => s_topology[index % s_topology.Length];

    /// <summary>Shortest text that reads back as the same double.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A double-quoted gnuplot string of marked text.</summary>
    public static string Quote(string marked) => "\"" + MarkedText.ToGnuplot(marked) + "\"";

    /// <summary>A CSV field: quoted where it has to be, and never starting as a formula or comment would.</summary>
    public static string Field(string marked)
    {
        string plain = MarkedText.ToPlain(marked).Replace('\n', ' ').Replace('\r', ' ');
        return plain.AsSpan().ContainsAny(",\"#") ? "\"" + plain.Replace("\"", "\"\"") + "\"" : plain;
    }

    /// <summary>Commands for ticks a distance of 1, 2 or 5 times a power of ten apart, at most eight of them.</summary>
    public static string HorizontalTicks(double low, double high)
    {
        double rough = (high - low) / 8;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double digit = new[] { 1.0, 2, 5, 10 }.First(step => step * power >= rough * (1 - 1e-9));
        return string.Create(CultureInfo.InvariantCulture, $"set xtics {(decimal)(digit * power)}\nset mxtics {(digit == 2 ? 4 : 5)}");
    }

    /// <summary>A round number at or above <paramref name="value"/> whose ticks fall on round steps.</summary>
    public static double RoundUp(double value)
    {
        if (!(value > 0))
        {
            return 1;
        }

        double step = Math.Pow(10, Math.Floor(Math.Log10(value))) / 10;
        return Math.Ceiling((value / step) - 1e-9) * step;
    }

    private static string Ramp(double place)
    {
        double at = place * (s_ramp.Length - 1);
        int below = Math.Min((int)at, s_ramp.Length - 2);
        ((int R, int G, int B) a, (int R, int G, int B) b, double share) = (s_ramp[below], s_ramp[below + 1], at - below);
        return $"#{Mix(a.R, b.R, share):X2}{Mix(a.G, b.G, share):X2}{Mix(a.B, b.B, share):X2}";
    }

    private static int Mix(int a, int b, double share) => (int)Math.Round(a + (share * (b - a)));
}
