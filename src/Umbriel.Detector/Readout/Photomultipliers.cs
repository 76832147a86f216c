using System.Runtime.Intrinsics;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// Which photomultipliers light reaches: those of the detector card, or eight by four on a regular grid over the active volume's
/// z and y. Light goes straight: each has a share in proportion to its solid angle, cos θ/r² = d/r³ with d the distance from
/// their plane. How much light there is <see cref="FlashMaker"/> says, alike for all y and z; Rayleigh scattering's blur and
/// reflections are left out. Immutable.
/// </summary>
public sealed class Photomultipliers
{
    /// <summary>The grid where a card gives no positions. Chosen: as many as MicroBooNE has, 32.</summary>
    private const int Columns = 8;
    private const int Rows = 4;

    /// <summary>Where those stand that fill up the last vector: nothing reaches them.</summary>
    private const float Nowhere = 1e9f;

    private readonly float[] y;
    private readonly float[] z;
    private readonly float depthBehind;

    /// <summary>Sets them up in a detector.</summary>
    public Photomultipliers(DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        IReadOnlyList<PhotomultiplierPlace> places = card.Light.Photomultipliers is { Count: > 0 } own ? own : Grid(card.ActiveVolume);
        Count = places.Count;
        int padded = (Count + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
        (y, z) = (new float[padded], new float[padded]);
        for (int i = 0; i < padded; i++)
        {
            (y[i], z[i]) = i < Count ? ((float)places[i].Y, (float)places[i].Z) : (Nowhere, Nowhere);
        }

        depthBehind = (float)card.Light.PhotomultiplierDepth;
    }

    /// <summary>Number of photomultipliers, at most 1000.</summary>
    public int Count { get; }

    /// <summary>Shares light out among them.</summary>
    /// <param name="distance">Distance of its source from the wires, cm.</param>
    /// <param name="sourceY">y of the source, cm.</param>
    /// <param name="sourceZ">z of the source, cm.</param>
    /// <param name="light">Photo-electrons in all.</param>
    /// <param name="sums">Takes them: added to one number per photomultiplier.</param>
    public void Add(double distance, double sourceY, double sourceZ, double light, Span<float> sums)
    {
        float d = (float)Math.Max(0.0, distance) + depthBehind;
        Vector256<float> depth = Vector256.Create(d * d);
        Vector256<float> centreY = Vector256.Create((float)sourceY);
        Vector256<float> centreZ = Vector256.Create((float)sourceZ);
        Span<float> shares = stackalloc float[y.Length];
        for (int i = 0; i < y.Length; i += Vector256<float>.Count)
        {
            Vector256<float> dy = Vector256.Create<float>(y.AsSpan(i)) - centreY;
            Vector256<float> dz = Vector256.Create<float>(z.AsSpan(i)) - centreZ;
            Vector256<float> square = depth + (dy * dy) + (dz * dz);
            (Vector256<float>.One / (square * Vector256.Sqrt(square))).CopyTo(shares[i..]);
        }

        float total = 0.0f;
        foreach (float share in shares)
        {
            total += share;
        }

        float scale = (float)light / total;
        for (int i = 0; i < Count; i++)
        {
            sums[i] += scale * shares[i];
        }
    }

    /// <summary>Mean and width of the positions where they see light; null without any.</summary>
    /// <param name="light">Photo-electrons of each.</param>
    public FlashPosition? MeanPosition(ReadOnlySpan<float> light)
    {
        (double sum, double sumY, double sumZ) = (0.0, 0.0, 0.0);
        for (int i = 0; i < Count; i++)
        {
            sum += light[i];
            sumY += light[i] * (double)y[i];
            sumZ += light[i] * (double)z[i];
        }

        if (!(sum > 0.0))
        {
            return null;
        }

        (double meanY, double meanZ) = (sumY / sum, sumZ / sum);
        (double squareY, double squareZ) = (0.0, 0.0);
        for (int i = 0; i < Count; i++)
        {
            squareY += light[i] * (y[i] - meanY) * (y[i] - meanY);
            squareZ += light[i] * (z[i] - meanZ) * (z[i] - meanZ);
        }

        return new FlashPosition(meanY, meanZ, Math.Sqrt(squareY / sum), Math.Sqrt(squareZ / sum));
    }

    private static PhotomultiplierPlace[] Grid(Box volume) =>
    [
        .. Enumerable.Range(0, Columns * Rows).Select(i => new PhotomultiplierPlace(
            volume.YLow + ((volume.YHigh - volume.YLow) * ((i / Columns) + 0.5) / Rows),
            volume.ZLow + ((volume.ZHigh - volume.ZLow) * ((i % Columns) + 0.5) / Columns))),
    ];
}
