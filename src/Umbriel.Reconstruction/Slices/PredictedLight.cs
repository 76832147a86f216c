using Umbriel.Detector.Readout;

namespace Umbriel.Reconstruction.Slices;

/// <summary>Photo-electrons expected in each photomultiplier.</summary>
internal sealed class PredictedLight
{
    private readonly float[] counts = new float[Photomultipliers.Count];

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
    public static PredictedLight Sum(params IEnumerable<PredictedLight> parts)
    {
        PredictedLight sum = new();
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
