using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// Where charge seems to come from when slow positive ions distort the field: a smooth analytic map with the main features
/// measured by MicroBooNE (JINST 15 (2020) P12037), not its table; the powers are chosen. With u the drift fraction (0 at the wires) and v, w in
/// [−1, 1] across y and z: Δy = −T sin²(πu/2) v³ and Δz = −T sin²(πu/2) w⁹ pull tracks inwards, most at the cathode's edge;
/// the apparent distance from the wires shrinks by L sin(πu)(1 − v²)(1 − w⁸). All vanish at the wires. Recombination keeps
/// the card's uniform field.
/// </summary>
public sealed class SpaceChargeMap
{
    private readonly Box active;
    private readonly Drift drift;
    private readonly double transverse;
    private readonly double longitudinal;

    /// <summary>Scales the map with the card's sizes and its knob.</summary>
    public SpaceChargeMap(DetectorCard card, Drift drift)
    {
        ArgumentNullException.ThrowIfNull(card);
        active = card.ActiveVolume;
        this.drift = drift;
        transverse = card.SpaceCharge.Transverse * card.Variations.SpaceCharge;
        longitudinal = card.SpaceCharge.Longitudinal * card.Variations.SpaceCharge;
    }

    /// <summary>Whether anything moves.</summary>
    public bool IsActive => transverse != 0.0 || longitudinal != 0.0;

    /// <summary>The apparent position of a point, cm.</summary>
    public (double X, double Y, double Z) Apparent(double x, double y, double z)
    {
        double distance = drift.Distance(x);
        double u = Math.Clamp(distance / drift.Length, 0.0, 1.0);
        double v = Fraction(y, active.YLow, active.YHigh);
        double w = Fraction(z, active.ZLow, active.ZHigh);
        double w2 = w * w;
        double w8 = w2 * w2 * w2 * w2;
        double sin = Math.Sin(0.5 * Math.PI * u);
        double pull = transverse * sin * sin;
        double shrink = longitudinal * Math.Sin(Math.PI * u) * (1.0 - (v * v)) * (1.0 - w8);
        return (drift.X(distance - shrink), y - (pull * v * v * v), z - (pull * w8 * w));
    }

    private static double Fraction(double value, double low, double high) => Math.Clamp(((2.0 * value) - low - high) / (high - low), -1.0, 1.0);
}
