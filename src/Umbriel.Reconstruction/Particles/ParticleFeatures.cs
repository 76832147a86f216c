using Umbriel.Core;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>
/// What tells a shower from a track, without any calibration of energy. Charge is summed up in cubes with edges of 1 cm (of 3 cm for the wide view);
/// adjoining cubes are a piece, and the piece of most charge is the body. Slices of 1 cm cut the body along its axis of largest variance, away from the
/// particle's start. What cannot be said is null.
/// </summary>
public static class ParticleFeatures
{
    private const double Cube = 1.0;
    private const double WideCube = 3.0;
    private const double Linear = 0.8;

    /// <summary>Slices that an end and a middle need to be compared.</summary>
    private const int LeastSlices = 8;

    private static readonly (string Name, string Meaning)[] Known =
    [
        ("extent", "largest distance of a point from the start, cm"),
        ("core", "share of the charge within 1 cm of the line from the start along the direction"),
        ("linearity", "mean share of the largest eigenvalue of the charge's covariance in 3 x 3 x 3 cubes, weighted with charge"),
        ("nonlinear_share", "share of the charge where that is below 0.8"),
        ("wide_linearity", "as linearity, in cubes of 3 cm; null for an extent below 9 cm"),
        ("body_share", "share of the charge in the body"),
        ("pieces", "pieces per 10 cm of extent"),
        ("outside_distance", "mean distance of the charge outside the body from the body's axis, cm; null if there is none"),
        ("length", "length of the body along its axis, cm"),
        ("cubes_per_length", "cubes of the body per cm of its length"),
        ("detour", "longest of the shortest ways within the body from the cube next to the start, over the straight distance"),
        ("breadth", "cubes of the body per cm of that way"),
        ("charge_median", "median charge of the slices, electrons per cm"),
        ("charge_mean", "mean of the same over their median"),
        ("charge_spread", "half the distance of the 16% and 84% quantiles of the same over their median; null below 8 slices"),
        ("start_charge", "charge per cm in the first 3 cm over the median; null below 8 slices"),
        ("end_charge", "charge per cm in the last 3 cm over the median: the rise to a stopping track's end; null below 8 slices"),
        ("slope", "mean charge of the last third of the slices less that of the first third, over their mean; null below 6 slices"),
        ("centroid", "distance of the centre of charge from the beginning over the length"),
        ("spread_near", "root mean square distance of charge from the middle of its slice, first 5 cm, cm"),
        ("spread_middle", "the same from 5 to 15 cm"),
        ("spread_far", "the same from 15 to 40 cm"),
        ("residual", "root mean square distance of the slices' middles from a parabola, cm; null for fewer than five"),
        ("bend", "root mean square angle between successive chords of 3 cm, radians; null where there are not two"),
    ];

    /// <summary>Name of each feature.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(static f => f.Name)];

    /// <summary>What each feature is.</summary>
    public static IReadOnlyList<string> Meanings { get; } = [.. Known.Select(static f => f.Meaning)];

    /// <summary>The features of a particle, in the order of <see cref="Names"/>.</summary>
    /// <param name="particle">The particle.</param>
    /// <param name="points">The points that it refers to.</param>
    public static double?[] Of(Particle particle, IReadOnlyList<SpacePoint> points)
    {
        ArgumentNullException.ThrowIfNull(particle);
        ArgumentNullException.ThrowIfNull(points);
        SpaceVector[] places = [.. particle.Points.Select(i => points[i].Place - particle.Start)];
        double extent = 0.0;
        int[] cellOf = new int[places.Length];
        (ChargeCells cells, ChargeCells wide) = (new ChargeCells(Cube), new ChargeCells(WideCube));
        for (int i = 0; i < places.Length; i++)
        {
            double charge = points[particle.Points[i]].Charge;
            cellOf[i] = cells.Add(places[i], charge);
            wide.Add(places[i], charge);
            extent = Math.Max(extent, places[i].Length);
        }

        int[] pieces = cells.Pieces(out int count);
        double[] pieceCharges = new double[count];
        for (int cell = 0; cell < cells.Count; cell++)
        {
            pieceCharges[pieces[cell]] += cells.Charge(cell);
        }

        int body = Array.IndexOf(pieceCharges, pieceCharges.Max());
        int[] inside = [.. Enumerable.Range(0, places.Length).Where(i => pieces[cellOf[i]] == body)];
        ChargeShape shape = ChargeShape.Of(points, [.. inside.Select(i => particle.Points[i])]);
        SpaceVector axis = shape.Axis.Dot(shape.Centre - particle.Start) < 0.0 ? -shape.Axis : shape.Axis;
        AxisProfile profile = new([.. inside.Select(i => places[i])], [.. inside.Select(i => points[particle.Points[i]].Charge)], axis);
        double length = Math.Max(1.0, profile.Length);
        double[] slices = profile.SortedCharge();
        double median = slices[slices.Length / 2];
        bool ends = slices.Length >= LeastSlices;
        int bodyCells = pieces.Count(p => p == body);
        int start = cells.Nearest(default, pieces, body);
        double[] ways = cells.Ways(start);
        int farthest = Enumerable.Range(0, ways.Length).Where(i => pieces[i] == body).MaxBy(i => ways[i]);
        (double? linearity, double? nonlinear) = Linearity(cells);
        return
        [
            extent,
            particle.Core,
            linearity,
            nonlinear,
            extent < 3.0 * WideCube ? null : Linearity(wide).Mean,
            pieceCharges[body] / pieceCharges.Sum(),
            10.0 * count / Math.Max(1.0, extent),
            Outside(cells, pieces, body, shape.Centre - particle.Start, axis),
            profile.Length,
            bodyCells / length,
            farthest == start ? null : ways[farthest] / (cells.Centre(farthest) - cells.Centre(start)).Length,
            bodyCells / (ways[farthest] + 1.0),
            median,
            slices.Average() / median,
            ends ? (slices[(int)(0.84 * slices.Length)] - slices[(int)(0.16 * slices.Length)]) / (2.0 * median) : null,
            ends ? profile.FirstEnd / median : null,
            ends ? profile.LastEnd / median : null,
            profile.Slope(),
            profile.Centroid / length,
            profile.Spread(0, 5),
            profile.Spread(5, 15),
            profile.Spread(15, 40),
            profile.Residual(),
            profile.Bend(axis),
        ];
    }

    private static double? Outside(ChargeCells cells, int[] pieces, int body, SpaceVector centre, SpaceVector axis)
    {
        (double sum, double total) = (0.0, 0.0);
        for (int i = 0; i < cells.Count; i++)
        {
            if (pieces[i] != body)
            {
                SpaceVector d = cells.Centre(i) - centre;
                sum += cells.Charge(i) * (d - (axis * d.Dot(axis))).Length;
                total += cells.Charge(i);
            }
        }

        return total > 0.0 ? sum / total : null;
    }

    private static (double? Mean, double? Low) Linearity(ChargeCells cells)
    {
        (double sum, double low, double total) = (0.0, 0.0, 0.0);
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells.Linearity(i) is { } linearity)
            {
                double charge = cells.Charge(i);
                sum += charge * linearity;
                low += linearity < Linear ? charge : 0.0;
                total += charge;
            }
        }

        return total > 0.0 ? (sum / total, low / total) : (null, null);
    }
}
