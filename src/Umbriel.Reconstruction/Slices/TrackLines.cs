using Umbriel.Core;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Slices;

/// <summary>Pieces of a track: straight fragments in one line, as dead wires leave them.</summary>
internal static class TrackLines
{
    /// <summary>Joins them.</summary>
    public static void Join(DisjointSets groups, IReadOnlyList<ChargeShape> shapes, SliceSettings settings)
    {
        List<int> tracks = [.. Enumerable.Range(0, shapes.Count).Where(i => shapes[i].Length > settings.LeastTrack && shapes[i].Width < settings.Straight * shapes[i].Length)];
        for (int m = 0; m < tracks.Count; m++)
        {
            for (int n = m + 1; n < tracks.Count; n++)
            {
                (ChargeShape a, ChargeShape b) = (shapes[tracks[m]], shapes[tracks[n]]);
                if (Math.Abs(a.Axis.Dot(b.Axis)) > settings.Aligned && Continues(a, b, settings) && Continues(b, a, settings))
                {
                    groups.Join(tracks[m], tracks[n]);
                }
            }
        }
    }

    private static bool Continues(in ChargeShape line, in ChargeShape other, SliceSettings settings)
    {
        (SpaceVector one, SpaceVector two) = (other.Centre + (other.Axis * other.Low), other.Centre + (other.Axis * other.High));
        SpaceVector near = Beyond(line, one) < Beyond(line, two) ? one : two;
        return Beyond(line, near) < settings.LineGap && (near - line.Centre).Across(line.Axis) < settings.LineWidth;
    }

    private static double Beyond(in ChargeShape line, SpaceVector place)
    {
        double along = (place - line.Centre).Dot(line.Axis);
        return Math.Max(0.0, Math.Max(along - line.High, line.Low - along));
    }
}
