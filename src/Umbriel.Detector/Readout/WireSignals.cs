namespace Umbriel.Detector.Readout;

/// <summary>A stretch of samples of one wire.</summary>
/// <param name="Plane">Index of the plane.</param>
/// <param name="Wire">Wire.</param>
/// <param name="StartTick">First sample.</param>
/// <param name="Length">Number of samples.</param>
/// <param name="Offset">Where they start in <see cref="WireSignals.Buffer"/>.</param>
public readonly record struct WireRegion(int Plane, int Wire, int StartTick, int Length, int Offset);

/// <summary>
/// Regions of interest of an event, in order of plane, wire and time, as ADC counts above the pedestal. Cleared and used
/// again; not thread-safe.
/// </summary>
public sealed class WireSignals
{
    private readonly List<WireRegion> regions = [];
    private short[] buffer = new short[1 << 14];

    /// <summary>The regions.</summary>
    public IReadOnlyList<WireRegion> Regions => regions;

    /// <summary>Samples of all regions, one after the other.</summary>
    public ReadOnlySpan<short> Buffer => buffer.AsSpan(0, SampleCount);

    /// <summary>Samples of all regions.</summary>
    public int SampleCount { get; private set; }

    /// <summary>Samples of a region.</summary>
    public ReadOnlySpan<short> Samples(in WireRegion region) => buffer.AsSpan(region.Offset, region.Length);

    /// <summary>Empties everything.</summary>
    public void Clear()
    {
        regions.Clear();
        SampleCount = 0;
    }

    /// <summary>Adds a region and returns its samples, to be filled.</summary>
    public Span<short> Add(int plane, int wire, int startTick, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        if (SampleCount + length > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(2 * buffer.Length, SampleCount + length));
        }

        regions.Add(new WireRegion(plane, wire, startTick, length, SampleCount));
        SampleCount += length;
        return buffer.AsSpan(SampleCount - length, length);
    }
}
