namespace Umbriel.Core.Geometry;

/// <summary>An axis-aligned box, cm.</summary>
public readonly record struct Box(double XLow, double XHigh, double YLow, double YHigh, double ZLow, double ZHigh) : IActiveVolume
{
    /// <inheritdoc/>
    public double Volume => (XHigh - XLow) * (YHigh - YLow) * (ZHigh - ZLow);

    Box IActiveVolume.Bounds => this;

    /// <inheritdoc/>
    public void Sample(double u, double v, double w, out double x, out double y, out double z)
    {
        x = XLow + (u * (XHigh - XLow));
        y = YLow + (v * (YHigh - YLow));
        z = ZLow + (w * (ZHigh - ZLow));
    }

    /// <summary>A point distributed uniformly (three random numbers, in the order x, y, z).</summary>
    /// <param name="random">The stream it is drawn from.</param>
    public SpaceVector Sample(ref RandomStream random)
    {
        Sample(random.NextDouble(), random.NextDouble(), random.NextDouble(), out double x, out double y, out double z);
        return new SpaceVector(x, y, z);
    }

    /// <inheritdoc/>
    public bool Contains(double x, double y, double z) => x >= XLow && x <= XHigh && y >= YLow && y <= YHigh && z >= ZLow && z <= ZHigh;

    /// <inheritdoc/>
    public Interval Intersect(in Ray ray) =>
        Ray.Slab(ray.X, ray.DX, XLow, XHigh)
            .Intersect(Ray.Slab(ray.Y, ray.DY, YLow, YHigh))
            .Intersect(Ray.Slab(ray.Z, ray.DZ, ZLow, ZHigh));

    /// <summary>The box without a margin on every side, cm.</summary>
    public Box Shrunk(double margin) => new(XLow + margin, XHigh - margin, YLow + margin, YHigh - margin, ZLow + margin, ZHigh - margin);
}
