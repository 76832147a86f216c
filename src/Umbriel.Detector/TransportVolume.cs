namespace Umbriel.Detector;

/// <summary>The box of liquid argon within which particles are followed, cm. Outside it they have escaped.</summary>
public readonly record struct TransportVolume(double XLow, double XHigh, double YLow, double YHigh, double ZLow, double ZHigh)
{
    /// <summary>Whether a point is inside.</summary>
    public bool Contains(double x, double y, double z) => x >= XLow && x <= XHigh && y >= YLow && y <= YHigh && z >= ZLow && z <= ZHigh;

    /// <summary>The box without a margin on every side, cm.</summary>
    public TransportVolume Shrunk(double margin) => new(XLow + margin, XHigh - margin, YLow + margin, YHigh - margin, ZLow + margin, ZHigh - margin);
}
