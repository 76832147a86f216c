using Umbriel.Core;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>What tells a piece of a shower or track that was found by itself from a particle of its own. Lengths in cm, angles in radians, charges as in <see cref="StartFeatures"/>.</summary>
internal static class PieceFeatures
{
    /// <summary>Most points of a particle that are looked at for the distance between two, evenly chosen.</summary>
    private const int Sample = 48;

    /// <summary>Names, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "along", "across", "angle", "angle_between", "start_distance", "start_angle", "back_angle", "impact", "back_impact", "approach", "approach_along", "approach_back",
        "gap", "beyond", "charge", "piece_charge", "share", "length", "piece_length", "core", "piece_core", "end_distance", "others", "other_angle",
    ];

    /// <summary>The features of a piece of a particle.</summary>
    /// <param name="points">All points.</param>
    /// <param name="whole">What it may be a piece of.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="others">All particles, these two included.</param>
    public static double?[] Of(IReadOnlyList<SpacePoint> points, Particle whole, Particle piece, IReadOnlyList<Particle> others)
    {
        SpaceVector centre = Centre(points, piece) - whole.Start;
        double along = centre.Dot(whole.Direction);
        SpaceVector between = piece.Start - whole.Start;
        double distance = between.Length;
        (double? approach, double? here, double? there) = Approach(between, whole.Direction, piece.Direction);
        return
        [
            along,
            centre.Across(whole.Direction),
            Angle(centre, whole.Direction),
            Angle(piece.Direction, whole.Direction),
            distance,
            distance > 0.0 ? Angle(between, whole.Direction) : null,
            distance > 0.0 ? Angle(between, piece.Direction) : null,
            between.Across(whole.Direction),
            between.Across(piece.Direction),
            approach,
            here,
            there,
            Gap(points, whole, piece),
            along - whole.Length,
            whole.Charge / StartFeatures.Unit,
            piece.Charge / StartFeatures.Unit,
            piece.Charge / (piece.Charge + whole.Charge),
            whole.Length,
            piece.Length,
            whole.Core,
            piece.Core,
            (piece.End - whole.Start).Length - distance,
            others.Count - 2,
            others.Where(o => o != whole && o != piece && o.Start != piece.Start).Select(o => (double?)Angle(piece.Start - o.Start, o.Direction)).Min(),
        ];
    }

    private static SpaceVector Centre(IReadOnlyList<SpacePoint> points, Particle particle)
    {
        SpaceVector sum = default;
        foreach (int i in particle.Points)
        {
            sum += points[i].Place * points[i].Charge;
        }

        return sum * (1.0 / particle.Charge);
    }

    private static double Angle(SpaceVector d, SpaceVector axis) => Math.Atan2(d.Across(axis), d.Dot(axis));

    /// <summary>Least distance of the two axes' lines, and where on each it is; missing if they are parallel.</summary>
    private static (double? Distance, double? Here, double? There) Approach(SpaceVector between, SpaceVector one, SpaceVector two)
    {
        double cosine = one.Dot(two);
        double determinant = 1.0 - (cosine * cosine);
        if (determinant < 1e-6)
        {
            return (null, null, null);
        }

        (double a, double b) = (between.Dot(one), between.Dot(two));
        double here = (a - (cosine * b)) / determinant;
        double there = ((cosine * a) - b) / determinant;
        return ((between + (two * there) - (one * here)).Length, here, there);
    }

    private static double Gap(IReadOnlyList<SpacePoint> points, Particle one, Particle two)
    {
        double least = double.PositiveInfinity;
        (int stepOne, int stepTwo) = (Step(one), Step(two));
        for (int i = 0; i < one.Points.Count; i += stepOne)
        {
            SpaceVector place = points[one.Points[i]].Place;
            for (int j = 0; j < two.Points.Count; j += stepTwo)
            {
                SpaceVector d = points[two.Points[j]].Place - place;
                least = Math.Min(least, d.Dot(d));
            }
        }

        return Math.Sqrt(least);
    }

    private static int Step(Particle particle) => 1 + (particle.Points.Count / Sample);
}
