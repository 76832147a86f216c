using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>What is near a place in the detector.</summary>
/// <param name="WallDistance">To the nearest side of the active volume, cm; negative outside.</param>
/// <param name="DeadWireDistances">In each view, along the pitch direction, to the nearest dead wire, cm; missing where a plane has none.</param>
public sealed record Surroundings(double WallDistance, IReadOnlyList<double?> DeadWireDistances)
{
    /// <summary>Works it out.</summary>
    public static Surroundings Of(SpaceVector place, DetectorResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        Box box = response.Card.ActiveVolume;
        double wall = Math.Min(
            Math.Min(Math.Min(place.X - box.XLow, box.XHigh - place.X), Math.Min(place.Y - box.YLow, box.YHigh - place.Y)),
            Math.Min(place.Z - box.ZLow, box.ZHigh - place.Z));
        double?[] dead = new double?[response.Planes.Count];
        for (int plane = 0; plane < dead.Length; plane++)
        {
            double number = response.Planes[plane].WireNumber(place.Y, place.Z);
            foreach (WireRange range in response.Card.Planes[plane].Dead)
            {
                double distance = response.Planes[plane].Pitch * Math.Max(0.0, Math.Max(range.First - number, number - range.Last));
                dead[plane] = dead[plane] is { } nearest ? Math.Min(nearest, distance) : distance;
            }
        }

        return new Surroundings(wall, dead);
    }
}
