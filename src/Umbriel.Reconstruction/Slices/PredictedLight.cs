using Umbriel.Detector.Readout;

namespace Umbriel.Reconstruction.Slices;

/// <summary>Photo-electrons expected in each photomultiplier.</summary>
/// <param name="count">Number of photomultipliers.</param>
internal sealed class PredictedLight(int count)
{
    private readonly float[] counts = new float[count];

    /// <summary>One number per photomultiplier.</summary>
    public Span<float> Counts => counts;

    /// <summary>In all.</summary>
    public double Total { get; private set; }

    /// <summary>Works out the total when the counts are filled.</summary>
    public PredictedLight Finish()
    {
        Total = 0.0;
        foreach (float count in counts)
        {
            Total += count;
        }

        return this;
    }

    /// <summary>That of several together.</summary>
    public static PredictedLight Sum(params IReadOnlyCollection<PredictedLight> parts)
    {
        PredictedLight sum = new(parts.First().counts.Length);
        foreach (PredictedLight part in parts)
        {
            for (int i = 0; i < sum.counts.Length; i++)
            {
                sum.counts[i] += part.counts[i];
            }
        }

        return sum.Finish();
    }
}
