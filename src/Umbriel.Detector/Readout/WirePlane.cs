using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// Parallel wires that cover the y–z face of the active volume. Wires run along (y, z) = (cos θ, sin θ), θ from the
/// vertical towards +z; the pitch coordinate w = z cos θ − y sin θ increases with the wire's number. As many wires as fit:
/// ⌊(H |sin θ| + L |cos θ|)/pitch⌋, centred, then shifted by the card's offset. Immutable.
/// </summary>
public sealed class WirePlane
{
    /// <summary>Lays out the wires.</summary>
    public WirePlane(PlaneSettings settings, Box active)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Active = active;
        Pitch = settings.Pitch;
        (Sin, Cos) = settings.Angle == 90.0 ? (1.0, 0.0) : Math.SinCos(settings.Angle * Math.PI / 180.0);
        double extent = ((active.YHigh - active.YLow) * Math.Abs(Sin)) + ((active.ZHigh - active.ZLow) * Math.Abs(Cos));

        // 1e-6 of a pitch: 1036.8/0.3 is 3456 in decimals only.
        Wires = (int)Math.Min(int.MaxValue, (extent / Pitch) + 1e-6);
        double centre = Coordinate(0.5 * (active.YLow + active.YHigh), 0.5 * (active.ZLow + active.ZHigh));
        First = centre - (0.5 * (Wires - 1) * Pitch) + settings.Offset;
    }

    /// <summary>What the wires look at.</summary>
    public Box Active { get; }

    /// <summary>Number of wires.</summary>
    public int Wires { get; }

    /// <summary>Distance of neighbours, cm.</summary>
    public double Pitch { get; }

    /// <summary>Pitch coordinate of wire 0, cm.</summary>
    public double First { get; }

    /// <summary>sin θ.</summary>
    public double Sin { get; }

    /// <summary>cos θ.</summary>
    public double Cos { get; }

    /// <summary>Pitch coordinate of a point, cm.</summary>
    public double Coordinate(double y, double z) => (z * Cos) - (y * Sin);

    /// <summary>Pitch coordinate of a wire, cm.</summary>
    public double Coordinate(int wire) => First + (wire * Pitch);

    /// <summary>Where a point lies in units of wires: 0 on wire 0, 0.5 between wires 0 and 1.</summary>
    public double WireNumber(double y, double z) => (Coordinate(y, z) - First) / Pitch;

    /// <summary>Number of the nearest wire, or −1 where the point is more than half a pitch outside of the plane.</summary>
    public int Nearest(double y, double z)
    {
        double number = Math.Floor(WireNumber(y, z) + 0.5);
        return number >= 0.0 && number < Wires ? (int)number : -1;
    }

    /// <summary>The wire's ends on the frame, in order of rising y (then z).</summary>
    public ((double Y, double Z) Start, (double Y, double Z) End) Ends(int wire)
    {
        double w = Coordinate(wire);
        double low = double.NegativeInfinity;
        double high = double.PositiveInfinity;
        Clip(-w * Sin, Cos, Active.YLow, Active.YHigh, ref low, ref high);
        Clip(w * Cos, Sin, Active.ZLow, Active.ZHigh, ref low, ref high);
        return (Point(low), Point(high));

        (double, double) Point(double t) => ((t * Cos) - (w * Sin), (t * Sin) + (w * Cos));
    }

    private static void Clip(double origin, double slope, double lowEdge, double highEdge, ref double low, ref double high)
    {
        if (slope == 0.0)
        {
            return;
        }

        double a = (lowEdge - origin) / slope;
        double b = (highEdge - origin) / slope;
        low = Math.Max(low, Math.Min(a, b));
        high = Math.Min(high, Math.Max(a, b));
    }
}
