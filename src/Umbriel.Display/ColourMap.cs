namespace Umbriel.Display;

/// <summary>
/// Colour scales of 256 steps, made in OKLab (B. Ottosson, 2020, "A perceptual color space for image processing"), in which
/// lightness is perceptually uniform: it falls linearly from almost white, so that nothing is hidden on white paper and
/// printing in grey keeps the order. Immutable.
/// </summary>
public sealed class ColourMap
{
    /// <summary>Number of steps.</summary>
    public const int Steps = 256;

    private const double Light = 0.985;
    private readonly byte[] colours;

    private ColourMap(Func<double, (double Lightness, double Chroma, double Hue)> path)
    {
        colours = new byte[3 * Steps];
        for (int i = 0; i < Steps; i++)
        {
            (double lightness, double chroma, double hue) = path(i / (Steps - 1.0));
            InGamut(lightness, chroma, hue * Math.PI / 180.0, colours.AsSpan(3 * i, 3));
        }
    }

    /// <summary>From white over yellow and red to dark violet: charge on collection wires, energy.</summary>
    public static ColourMap Sequential { get; } = new(static t => (Light - (0.755 * t), 0.205 * Math.Sin(Math.PI * Math.Pow(t, 0.8)) * (1.0 - (0.25 * t)) + (0.075 * t), 98.0 - (150.0 * Math.Pow(t, 1.25))));

    /// <summary>From dark blue over white (in the middle) to dark red, both sides alike in lightness: bipolar signals.</summary>
    public static ColourMap Diverging { get; } = new(static t =>
    {
        double s = Math.Abs((2.0 * t) - 1.0);
        return (Light - (0.60 * s), 0.17 * Math.Pow(s, 0.8), t < 0.5 ? 255.0 : 27.0);
    });

    /// <summary>From blue over green to orange, dark enough for points on white: time.</summary>
    public static ColourMap Time { get; } = new(static t => (0.42 + (0.36 * t), 0.15, 275.0 - (215.0 * t)));

    /// <summary>Red, green and blue of each step, one after the other.</summary>
    public ReadOnlySpan<byte> Colours => colours;

    /// <summary>The step of a value between 0 and 1; outside of them the nearest.</summary>
    public static int Step(double value) => (int)Math.Clamp((value * (Steps - 1)) + 0.5, 0.0, Steps - 1);

    /// <summary>All steps as 1536 hexadecimal digits.</summary>
    public string ToHexadecimal() => Convert.ToHexStringLower(colours);

    /// <summary>Lowers the chroma until the colour can be shown in sRGB.</summary>
    private static void InGamut(double lightness, double chroma, double hue, Span<byte> colour)
    {
        double low = 0.0;
        double high = chroma;
        if (!Convert3(lightness, chroma, hue, colour))
        {
            for (int i = 0; i < 30; i++)
            {
                double middle = 0.5 * (low + high);
                (low, high) = Convert3(lightness, middle, hue, colour) ? (middle, high) : (low, middle);
            }

            _ = Convert3(lightness, low, hue, colour);
        }
    }

    private static bool Convert3(double lightness, double chroma, double hue, Span<byte> colour)
    {
        (double sin, double cos) = Math.SinCos(hue);
        double a = chroma * cos;
        double b = chroma * sin;
        double l = Cube(lightness + (0.3963377774 * a) + (0.2158037573 * b));
        double m = Cube(lightness - (0.1055613458 * a) - (0.0638541728 * b));
        double s = Cube(lightness - (0.0894841775 * a) - (1.2914855480 * b));
        ReadOnlySpan<double> linear =
        [
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s),
        ];
        bool inside = true;
        for (int i = 0; i < 3; i++)
        {
            inside &= linear[i] is >= -1e-6 and <= 1.000001;
            double c = Math.Clamp(linear[i], 0.0, 1.0);
            colour[i] = (byte)((255.0 * (c <= 0.0031308 ? 12.92 * c : (1.055 * Math.Pow(c, 1.0 / 2.4)) - 0.055)) + 0.5);
        }

        return inside;
    }

    private static double Cube(double x) => x * x * x;
}
