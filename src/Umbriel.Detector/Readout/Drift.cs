using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>Journey of electrons to the first wire plane, which is the low-x or high-x side of the active volume. Immutable.</summary>
public sealed class Drift
{
    private readonly double anode;
    private readonly double sign;
    private readonly double perLifetime;
    private readonly double longitudinal;
    private readonly double transverse;

    /// <summary>Takes what it needs from a card.</summary>
    public Drift(DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        DriftSettings drift = card.Drift;
        (anode, sign) = drift.TowardsLowX ? (card.ActiveVolume.XLow, 1.0) : (card.ActiveVolume.XHigh, -1.0);
        Length = card.DriftLength;
        Speed = drift.Speed / 1000.0;
        perLifetime = 1.0 / (drift.Lifetime * 1e6);
        longitudinal = 2.0 * drift.LongitudinalDiffusion * 1e-9;
        transverse = 2.0 * drift.TransverseDiffusion * 1e-9;
    }

    /// <summary>Distance of the cathode from the wires, cm.</summary>
    public double Length { get; }

    /// <summary>Speed, cm/ns.</summary>
    public double Speed { get; }

    /// <summary>Distance of a point from the first plane, cm; negative behind it.</summary>
    public double Distance(double x) => sign * (x - anode);

    /// <summary>x of a point at a distance from the first plane, cm.</summary>
    public double X(double distance) => anode + (sign * distance);

    /// <summary>Share of electrons left after a time, ns: exp(−t/τ).</summary>
    public double Survival(double timeNs) => Math.Exp(-timeNs * perLifetime);

    /// <summary>Variance along the drift, cm²: 2 D_L t.</summary>
    public double LongitudinalVariance(double timeNs) => longitudinal * timeNs;

    /// <summary>Variance in each direction across the drift, cm²: 2 D_T t.</summary>
    public double TransverseVariance(double timeNs) => transverse * timeNs;
}
