using System.Globalization;
using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Picture;

/// <summary>The static picture of an event: its views with one scale, axes in wires, samples and cm, scale bar and colour bars.</summary>
public static class SvgPicture
{
    private const string Ink = "#1a1a1a";

    /// <summary>Writes the picture; the same event gives the same bytes.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="detector">The detector.</param>
    /// <param name="stored">The event.</param>
    /// <param name="truth">Whether the true directions of the primaries are drawn.</param>
    /// <param name="found">What was found in it, if it was reconstructed: hits by particle, starts and directions, the vertex.</param>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static void Write(string path, DisplayDetector detector, StoredEvent stored, bool truth, StoredReconstruction? found = null) =>
        AtomicFile.WriteText(path, Render(detector, stored, truth, found));

    /// <summary>The picture's text.</summary>
    public static string Render(DisplayDetector detector, StoredEvent stored, bool truth, StoredReconstruction? found = null)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(stored);
        EventFrame frame = EventFrame.Of(detector, stored);
        PictureLayout layout = new(detector, frame);
        SvgText svg = new();
        svg.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.N(layout.Width)} {SvgText.N(layout.Height)}\" width=\"{SvgText.N(layout.Width)}\" height=\"{SvgText.N(layout.Height)}\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" font-size=\"12\" fill=\"{Ink}\">");
        string title = $"{detector.Title}, simulation · event {stored.Summary.Number.ToString(CultureInfo.InvariantCulture)}";
        string particles = Particles(stored);
        svg.Raw($"<title>{SvgText.Escape($"{title}: {particles}")}</title>");
        svg.Box(0.0, 0.0, layout.Width, layout.Height, "fill=\"#ffffff\"");
        svg.Text(PictureLayout.Left, 22.0, title, "font-size=\"15\" font-weight=\"600\"");
        svg.Text(PictureLayout.Left, 42.0, $"{particles}; {Energy(stored.Summary.Visible)} deposited in the active volume", "font-size=\"12.5\" fill=\"#444\"");
        for (int plane = 0; plane < layout.Views; plane++)
        {
            SvgView.Draw(svg, detector, stored, frame, layout, plane, truth, found);
        }

        Bars(svg, detector, frame, layout);
        svg.Raw("</svg>");
        return svg.ToString();
    }

    private static string Particles(StoredEvent stored)
    {
        const int Most = 4;
        List<string> parts = [];
        for (int i = 0; i < Math.Min(Most, stored.Summary.Primaries); i++)
        {
            ParticleState start = stored.Particles[i].Start;
            parts.Add($"{ParticleStyle.SymbolOf((int)start.Kind)} {Energy(start.Energy)}");
        }

        if (stored.Summary.Primaries > Most)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"and {stored.Summary.Primaries - Most} more"));
        }

        return parts.Count == 0 ? "no particles" : string.Join(", ", parts);
    }

    private static string Energy(double energy) => energy >= 1.0
        ? string.Create(CultureInfo.InvariantCulture, $"{energy:0.00} GeV")
        : string.Create(CultureInfo.InvariantCulture, $"{1e3 * energy:0.#} MeV");

    private static void Bars(SvgText svg, DisplayDetector detector, EventFrame frame, PictureLayout layout)
    {
        const double Height = 10.0;
        double y = layout.Height - 40.0;
        double width = Math.Min(250.0, (layout.Width - PictureLayout.Left - PictureLayout.Right - 60.0) / 2.0);
        int induction = Find(PlaneSignal.Induction);
        int collection = Find(PlaneSignal.Collection);
        double x = PictureLayout.Left;
        if (induction >= 0)
        {
            Bar(x, ColourMap.Diverging, -frame.FullScaleAdc[induction], frame.FullScaleAdc[induction], "Induction signal (ADC counts)");
        }

        if (collection >= 0)
        {
            Bar(layout.Width - PictureLayout.Right - width, ColourMap.Sequential, 0.0, frame.FullScaleAdc[collection], "Collection signal (ADC counts)");
        }

        int Find(PlaneSignal signal) => Enumerable.Range(0, layout.Views).FirstOrDefault(i => detector.Card.Planes[i].Signal == signal, -1);

        void Bar(double left, ColourMap map, double low, double high, string label)
        {
            string id = low < 0.0 ? "diverging" : "sequential";
            svg.Raw($"<linearGradient id=\"{id}\">");
            for (int i = 0; i <= 32; i++)
            {
                ReadOnlySpan<byte> colour = map.Colours.Slice(3 * ColourMap.Step(i / 32.0), 3);
                svg.Raw($"<stop offset=\"{SvgText.N(i / 32.0)}\" stop-color=\"#{Convert.ToHexStringLower(colour)}\"/>");
            }

            svg.Raw("</linearGradient>");
            svg.Box(left, y, width, Height, $"fill=\"url(#{id})\" stroke=\"{Ink}\" stroke-width=\"0.6\"");
            double step = AxisTicks.Step(high - low, 4.0);
            foreach (double value in AxisTicks.Between(low, high, step))
            {
                double at = left + ((value - low) / (high - low) * width);
                svg.Line(at, y + Height, at, y + Height + 4.0, $"stroke=\"{Ink}\" stroke-width=\"0.6\"");
                svg.Text(at, y + Height + 16.0, Label(value), "font-size=\"11\" text-anchor=\"middle\"");
            }

            svg.Text(left, y - 6.0, label, "font-size=\"11.5\"");
        }
    }

    /// <summary>A number with a true minus sign.</summary>
    internal static string Label(double value) => (value + 0.0).ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');
}
