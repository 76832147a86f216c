namespace Umbriel.Learning;

/// <summary>Area under the curve of efficiency against mistag: the probability that the score of a wanted row exceeds that of another, ties counted half.</summary>
public static class AreaUnderCurve
{
    /// <summary>The area, from 0 to 1; 1/2 if the score says nothing. By the sum of ranks (H. B. Mann, D. R. Whitney, Ann. Math. Stat. 18 (1947) 50).</summary>
    /// <param name="wanted">Scores of wanted rows, at least one.</param>
    /// <param name="others">Scores of others, at least one.</param>
    public static double Of(IReadOnlyCollection<float> wanted, IReadOnlyCollection<float> others)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(others);
        if (wanted.Count == 0 || others.Count == 0)
        {
            throw new ArgumentException("Expected scores of both kinds.", nameof(wanted));
        }

        float[] high = [.. wanted];
        float[] low = [.. others];
        Array.Sort(high);
        Array.Sort(low);

        // Pairs are counted twice, so that ties are whole.
        long twice = 0;
        int below = 0;
        int upTo = 0;
        foreach (float score in high)
        {
            while (below < low.Length && low[below] < score)
            {
                below++;
            }

            while (upTo < low.Length && low[upTo] <= score)
            {
                upTo++;
            }

            twice += below + upTo;
        }

        return twice / (2.0 * high.Length * low.Length);
    }
}
