using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>Factor of the four wire-response knobs on the charge that a step brings to a plane (see <see cref="DetectorVariations"/>).</summary>
internal sealed class WireVariation
{
    private readonly DetectorVariations knobs;
    private readonly Box active;
    private readonly Drift drift;

    public WireVariation(DetectorCard card, Drift drift)
    {
        knobs = card.Variations;
        active = card.ActiveVolume;
        this.drift = drift;
        IsActive = knobs.WireX != 0.0 || knobs.WireYZ != 0.0 || knobs.WireThetaXZ != 0.0 || knobs.WireThetaYZ != 0.0;
    }

    public bool IsActive { get; }

    public double Factor(in Deposit step, WirePlane plane)
    {
        (double x, double y, double z) = (0.5 * (step.X + step.EndX), 0.5 * (step.Y + step.EndY), 0.5 * (step.Z + step.EndZ));
        double u = Math.Clamp(drift.Distance(x) / drift.Length, 0.0, 1.0);
        double across = 2.0 * Math.PI * (y - (0.5 * (active.YLow + active.YHigh))) / (active.YHigh - active.YLow);
        double along = 2.0 * Math.PI * (z - (0.5 * (active.ZLow + active.ZHigh))) / (active.ZHigh - active.ZLow);
        double factor = (1.0 + (knobs.WireX * ((2.0 * u) - 1.0))) * (1.0 + (knobs.WireYZ * Math.Cos(across) * Math.Cos(along)));

        // A point has no direction; it gets the mean over θ, which is neutral.
        if (step.Length > 0.0)
        {
            double dx = Math.Abs(step.EndX - step.X);
            double pitch = Math.Abs(plane.Coordinate(step.EndY - step.Y, step.EndZ - step.Z));
            double wire = Math.Abs(((step.EndY - step.Y) * plane.Cos) + ((step.EndZ - step.Z) * plane.Sin));
            factor *= (1.0 + (knobs.WireThetaXZ * Turn(dx, pitch))) * (1.0 + (knobs.WireThetaYZ * Turn(wire, pitch)));
        }

        return factor;
    }

    private static double Turn(double side, double pitch) => (4.0 / Math.PI * Math.Atan2(side, pitch)) - 1.0;
}
