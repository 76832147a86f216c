using Umbriel.Detector.Readout;

namespace Umbriel.Reconstruction;

/// <summary>The part of a detector that is looked at: from one z to another, whatever x and y.</summary>
/// <param name="ZLow">Lowest z, cm.</param>
/// <param name="ZHigh">Highest z, cm.</param>
public readonly record struct Region(double ZLow, double ZHigh)
{
    /// <summary>Everything.</summary>
    public static Region All { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Whether a z is within.</summary>
    public bool Contains(double z) => z >= ZLow && z <= ZHigh;

    /// <summary>First and last wire of a plane that reach into it; the last is lower if there is none.</summary>
    public (int First, int Last) Wires(WirePlane plane)
    {
        ArgumentNullException.ThrowIfNull(plane);
        (double low, double high) = (Math.Max(ZLow, plane.Active.ZLow), Math.Min(ZHigh, plane.Active.ZHigh));
        (double one, double two) = (plane.WireNumber(plane.Active.YLow, low), plane.WireNumber(plane.Active.YHigh, low));
        (double three, double four) = (plane.WireNumber(plane.Active.YLow, high), plane.WireNumber(plane.Active.YHigh, high));
        double least = Math.Min(Math.Min(one, two), Math.Min(three, four));
        double most = Math.Max(Math.Max(one, two), Math.Max(three, four));
        return low > high ? (0, -1) : (Math.Max(0, (int)Math.Floor(least)), Math.Min(plane.Wires - 1, (int)Math.Ceiling(most)));
    }
}
