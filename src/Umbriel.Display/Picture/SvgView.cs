using System.Globalization;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Picture;

/// <summary>One view of the static picture.</summary>
internal static class SvgView
{
    private const string Ink = "#1a1a1a";
    private const string Thin = $"stroke=\"{Ink}\" stroke-width=\"0.8\"";
    private const string Small = "font-size=\"11\"";

    public static void Draw(SvgText svg, DisplayDetector detector, StoredEvent stored, EventFrame frame, PictureLayout layout, int plane, bool truth, StoredReconstruction? found)
    {
        (double x, double y) = layout.Corner(plane);
        Span1 wires = layout.Wires[plane];
        double later = detector.Shift[plane] - detector.Shift[0];
        Span1 ticks = new(layout.Ticks.Low + later, layout.Ticks.High + later);
        PlaneSettings settings = detector.Card.Planes[plane];
        string id = string.Create(CultureInfo.InvariantCulture, $"view{plane}");
        svg.Raw($"<clipPath id=\"{id}\"><rect x=\"{SvgText.N(x)}\" y=\"{SvgText.N(y)}\" width=\"{SvgText.N(layout.ViewWidth)}\" height=\"{SvgText.N(layout.ViewHeight)}\"/></clipPath>");
        svg.Raw($"<g clip-path=\"url(#{id})\">");
        Shade(wires.Low - 1e6, -0.5);
        Shade(detector.Planes[plane].Wires - 0.5, wires.High + 1e6);
        foreach (WireRange dead in settings.Dead)
        {
            Shade(dead.First - 0.5, dead.Last + 0.5);
        }

        byte[] png = ViewRaster.Png(detector, stored.Signals, plane, wires, ticks, frame.FullScaleAdc[plane]);
        svg.Raw($"<image x=\"{SvgText.N(x)}\" y=\"{SvgText.N(y)}\" width=\"{SvgText.N(layout.ViewWidth)}\" height=\"{SvgText.N(layout.ViewHeight)}\" preserveAspectRatio=\"none\"{(found is null ? "" : " opacity=\"0.4\"")} style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{Convert.ToBase64String(png)}\"/>");
        if (found is not null)
        {
            SvgFound.Draw(svg, detector, found, layout, plane, wires, ticks);
        }

        if (truth)
        {
            Arrows(svg, detector, stored, layout, plane, wires, ticks);
        }

        svg.Raw("</g>");
        svg.Box(x + 0.5, y + 0.5, layout.ViewWidth - 1.0, layout.ViewHeight - 1.0, $"fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1\"");
        string kind = settings.Signal == PlaneSignal.Collection ? "collection" : "induction";
        svg.Raw($"<text x=\"{SvgText.N(x + 9.0)}\" y=\"{SvgText.N(y + 20.0)}\" font-size=\"15\" font-weight=\"600\">{SvgText.Escape(settings.Name)} <tspan font-size=\"11\" font-weight=\"400\" fill=\"#555\">{kind}</tspan></text>");
        Axes(svg, detector, layout, plane, wires, (x, y));
        if (plane == layout.Views - 1 || layout.Stacked)
        {
            ScaleBar(svg, layout, x, y);
        }

        void Shade(double from, double to)
        {
            double low = Math.Max(wires.Low, from);
            double high = Math.Min(wires.High, to);
            if (high > low)
            {
                svg.Box(x + ((low - wires.Low) / wires.Length * layout.ViewWidth), y, (high - low) / wires.Length * layout.ViewWidth, layout.ViewHeight, "fill=\"#e4e4e7\"");
            }
        }
    }

    private static void Axes(SvgText svg, DisplayDetector detector, PictureLayout layout, int plane, Span1 wires, (double X, double Y) corner)
    {
        (double x, double y) = corner;
        double bottom = y + layout.ViewHeight;
        double right = x + layout.ViewWidth;
        foreach (double wire in AxisTicks.Between(wires.Low, wires.High, AxisTicks.Step(wires.Length, layout.ViewWidth / 75.0)))
        {
            double at = x + ((wire - wires.Low) / wires.Length * layout.ViewWidth);
            svg.Line(at, bottom, at, bottom + 5.0, Thin);
            svg.Text(at, bottom + 17.0, SvgPicture.Label(wire), $"{Small} text-anchor=\"middle\"");
        }

        svg.Text(0.5 * (x + right), bottom + 34.0, $"{detector.Card.Planes[plane].Name} wire", "text-anchor=\"middle\"");
        double low = detector.X(0, layout.Ticks.Low);
        double high = detector.X(0, layout.Ticks.High);
        double step = AxisTicks.Step(layout.HeightCm, layout.ViewHeight / 48.0);
        bool labelled = plane == 0 || layout.Stacked;
        foreach (double cm in AxisTicks.Between(Math.Min(low, high), Math.Max(low, high), step))
        {
            double at = bottom - ((cm - low) / (high - low) * layout.ViewHeight);
            svg.Line(x - 5.0, at, x, at, labelled ? Thin : "stroke=\"none\"");
            if (labelled)
            {
                svg.Text(x - 8.0, at + 4.0, SvgPicture.Label(cm), $"{Small} text-anchor=\"end\"");
            }
        }

        if (labelled)
        {
            Upright(svg, x - 44.0, 0.5 * (y + bottom), "x for t₀ = 0 (cm)");
        }

        if (plane == layout.Views - 1 || layout.Stacked)
        {
            foreach (double tick in AxisTicks.Between(layout.Ticks.Low, layout.Ticks.High, AxisTicks.Step(layout.Ticks.Length, layout.ViewHeight / 48.0)))
            {
                double at = bottom - ((tick - layout.Ticks.Low) / layout.Ticks.Length * layout.ViewHeight);
                svg.Line(right, at, right + 5.0, at, Thin);
                svg.Text(right + 8.0, at + 4.0, SvgPicture.Label(tick), Small);
            }

            Upright(svg, right + 50.0, 0.5 * (y + bottom), string.Create(CultureInfo.InvariantCulture, $"Sample ({detector.Card.Readout.TickNs / 1000.0:0.###} µs)"));
        }
    }

    private static void Upright(SvgText svg, double x, double y, string text) =>
        svg.Text(x, y, text, $"text-anchor=\"middle\" transform=\"rotate(-90 {SvgText.N(x)} {SvgText.N(y)})\"");

    private static void ScaleBar(SvgText svg, PictureLayout layout, double x, double y)
    {
        double cm = layout.WidthCm < 300.0 ? 10.0 : 100.0;
        double length = cm * layout.Scale;
        double right = x + layout.ViewWidth - 12.0;
        double at = y + layout.ViewHeight - 12.0;
        svg.Line(right - length, at, right, at, $"stroke=\"{Ink}\" stroke-width=\"2.4\"");
        svg.Text(right - (0.5 * length), at - 7.0, cm == 10.0 ? "10 cm" : "1 m", $"{Small} text-anchor=\"middle\"");
    }

    /// <summary>The vertex, and beside the tracks the primaries' directions, projected: each on its own side of the others.</summary>
    private static void Arrows(SvgText svg, DisplayDetector detector, StoredEvent stored, PictureLayout layout, int plane, Span1 wires, Span1 ticks)
    {
        const double Beside = 15.0;
        (double x, double y) = layout.Corner(plane);
        double size = 0.22 * Math.Min(layout.ViewWidth, layout.ViewHeight);
        double away = detector.Card.Drift.TowardsLowX ? 1.0 : -1.0;
        List<(ParticleStyle Style, double X, double Y, double A, double B)> arrows = [];
        foreach (ParticleState start in stored.Particles.Take(stored.Summary.Primaries).Select(static p => p.Start))
        {
            double fromX = x + ((detector.Planes[plane].WireNumber(start.Y, start.Z) - wires.Low) / wires.Length * layout.ViewWidth);
            double fromY = y + layout.ViewHeight - ((detector.Tick(plane, start.X, start.Time) - ticks.Low) / ticks.Length * layout.ViewHeight);
            svg.Raw($"<circle cx=\"{SvgText.N(fromX)}\" cy=\"{SvgText.N(fromY)}\" r=\"3\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1.1\"/>");
            arrows.Add((ParticleStyle.Of((int)start.Kind), fromX, fromY, detector.Planes[plane].Coordinate(start.DY, start.DZ), -away * start.DX));
        }

        double meanA = arrows.Sum(static arrow => arrow.A);
        double meanB = arrows.Sum(static arrow => arrow.B);
        foreach ((ParticleStyle style, double fromX, double fromY, double u, double v) in arrows)
        {
            double on = Math.Sqrt((u * u) + (v * v));
            if (on < 0.05)
            {
                continue;
            }

            (double a, double b) = (u / on, v / on);
            double side = (meanA * b) - (meanB * a) >= 0.0 ? Beside : -Beside;
            (double beginX, double beginY) = (fromX - (side * b) + (6.0 * a), fromY + (side * a) + (6.0 * b));
            double length = Math.Max(16.0, on * size);
            (double toX, double toY) = (beginX + (length * a), beginY + (length * b));
            svg.Line(beginX, beginY, toX - (6.0 * a), toY - (6.0 * b), $"stroke=\"{style.Colour}\" stroke-width=\"1.6\"");
            svg.Raw($"<path d=\"M{SvgText.N(toX)} {SvgText.N(toY)}L{SvgText.N(toX - (8.0 * a) - (3.4 * b))} {SvgText.N(toY - (8.0 * b) + (3.4 * a))}L{SvgText.N(toX - (8.0 * a) + (3.4 * b))} {SvgText.N(toY - (8.0 * b) - (3.4 * a))}z\" fill=\"{style.Colour}\"/>");
            svg.Text(toX + (11.0 * a) - (side * b * 0.2), toY + (11.0 * b) + 5.0 + (side * a * 0.2), style.Symbol, $"font-size=\"15\" font-weight=\"600\" text-anchor=\"middle\" fill=\"{style.Colour}\" stroke=\"#fff\" stroke-width=\"3\" stroke-opacity=\"0.85\" paint-order=\"stroke\"");
        }
    }
}
