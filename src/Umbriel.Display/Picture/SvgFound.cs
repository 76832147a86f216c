using System.Globalization;
using System.Text;
using Umbriel.Core;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Picture;

/// <summary>What was found, in one view of the static picture: hits by particle, each particle's start with an arrow and its number, the vertex.</summary>
internal static class SvgFound
{
    public static void Draw(SvgText svg, DisplayDetector detector, StoredReconstruction found, PictureLayout layout, int plane, Span1 wires, Span1 ticks)
    {
        (double x, double y) = layout.Corner(plane);
        Hits(svg, detector, found, layout, plane, wires, ticks);
        double away = detector.Card.Drift.TowardsLowX ? 1.0 : -1.0;
        double size = Math.Max(30.0, 0.17 * Math.Min(layout.ViewWidth, layout.ViewHeight));
        for (int i = 0; i < found.Particles.Count; i++)
        {
            StoredParticle particle = found.Particles[i];
            (double fromX, double fromY) = Place(particle.Start);
            (double u, double v) = (detector.Planes[plane].Coordinate(particle.Direction.Y, particle.Direction.Z), -away * particle.Direction.X);
            Arrow(svg, (fromX, fromY), (u, v), size, FoundColours.Of(i), (i + 1).ToString(CultureInfo.InvariantCulture));
        }

        if (found.Vertex is { } vertex)
        {
            (double atX, double atY) = Place(vertex);
            svg.Raw($"<path class=\"vertex\" d=\"M{SvgText.N(atX - 6.0)} {SvgText.N(atY)}h12M{SvgText.N(atX)} {SvgText.N(atY - 6.0)}v12\" stroke=\"#000\" stroke-width=\"1.8\"/>");
        }

        (double X, double Y) Place(SpaceVector place) => (
            x + ((detector.Planes[plane].WireNumber(place.Y, place.Z) - wires.Low) / wires.Length * layout.ViewWidth),
            y + layout.ViewHeight - ((detector.Tick(plane, place.X, 0.0) - ticks.Low) / ticks.Length * layout.ViewHeight));
    }

    /// <summary>A path a particle: every hit is a stroke of two widths along its wire.</summary>
    private static void Hits(SvgText svg, DisplayDetector detector, StoredReconstruction found, PictureLayout layout, int plane, Span1 wires, Span1 ticks)
    {
        (double x, double y) = layout.Corner(plane);
        IReadOnlyList<int?> owners = found.HitParticles();
        SortedDictionary<int, StringBuilder> paths = [];
        for (int i = 0; i < found.Hits.Count; i++)
        {
            Hit hit = found.Hits[i];
            double tick = hit.Time + detector.Shift[plane];
            if (hit.Plane != plane || hit.Wire < wires.Low || hit.Wire > wires.High || tick < ticks.Low || tick > ticks.High)
            {
                continue;
            }

            int owner = owners[i] ?? -1;
            if (!paths.TryGetValue(owner, out StringBuilder? path))
            {
                paths[owner] = path = new StringBuilder();
            }

            double atX = x + ((hit.Wire - wires.Low) / wires.Length * layout.ViewWidth);
            double atY = y + layout.ViewHeight - ((tick - hit.Width - ticks.Low) / ticks.Length * layout.ViewHeight);
            path.Append('M').Append(SvgText.N(atX)).Append(' ').Append(SvgText.N(atY)).Append('v').Append(SvgText.N(-2.0 * hit.Width / ticks.Length * layout.ViewHeight));
        }

        double thick = Math.Clamp(0.7 * layout.ViewWidth / wires.Length, 0.8, 3.0);
        foreach ((int owner, StringBuilder path) in paths)
        {
            svg.Raw($"<path class=\"hits\" d=\"{path}\" stroke=\"{FoundColours.Of(owner < 0 ? null : owner)}\" stroke-width=\"{SvgText.N(thick)}\" fill=\"none\"/>");
        }
    }

    private static void Arrow(SvgText svg, (double X, double Y) from, (double U, double V) direction, double size, string colour, string number)
    {
        svg.Raw($"<circle cx=\"{SvgText.N(from.X)}\" cy=\"{SvgText.N(from.Y)}\" r=\"3.4\" fill=\"{colour}\" stroke=\"#fff\" stroke-width=\"1.2\"/>");
        double on = Math.Sqrt((direction.U * direction.U) + (direction.V * direction.V));
        (double a, double b) = on > 0.05 ? (direction.U / on, direction.V / on) : (0.0, 0.0);
        if (on > 0.05)
        {
            double length = Math.Max(14.0, on * size);
            (double toX, double toY) = (from.X + (length * a), from.Y + (length * b));
            string head = $"M{SvgText.N(toX)} {SvgText.N(toY)}L{SvgText.N(toX - (8.0 * a) - (3.6 * b))} {SvgText.N(toY - (8.0 * b) + (3.6 * a))}L{SvgText.N(toX - (8.0 * a) + (3.6 * b))} {SvgText.N(toY - (8.0 * b) - (3.6 * a))}z";
            svg.Line(from.X, from.Y, toX - (6.0 * a), toY - (6.0 * b), "stroke=\"#fff\" stroke-width=\"4\"");
            svg.Line(from.X, from.Y, toX - (6.0 * a), toY - (6.0 * b), $"stroke=\"{colour}\" stroke-width=\"2\"");
            svg.Raw($"<path class=\"arrow\" d=\"{head}\" fill=\"{colour}\" stroke=\"#fff\" stroke-width=\"0.8\"/>");
        }

        // Behind the start, where the particle is not.
        svg.Text(from.X - (12.0 * (on > 0.05 ? a : 1.0)), from.Y - (12.0 * b) + 4.5, number, $"font-size=\"13\" font-weight=\"600\" text-anchor=\"middle\" fill=\"{colour}\" stroke=\"#fff\" stroke-width=\"3\" stroke-opacity=\"0.85\" paint-order=\"stroke\"");
    }
}
