namespace Umbriel.Reconstruction.Slices;

/// <summary>Which candidate could have made a flash: the square of the logarithm of predicted over counted light in units of its spread, and a price for entering from outside and for each further part.</summary>
internal static class FlashMatch
{
    /// <summary>The best, if any comes within the factor.</summary>
    public static SliceCandidate? Best(List<SliceCandidate> candidates, double counted, SliceSettings settings)
    {
        List<SliceCandidate> possible = [.. candidates.Where(c => c.Score <= settings.LargestScore && c.Light > settings.LeastPart * counted)];
        List<SliceCandidate>? best = null;
        double lowest = double.PositiveInfinity;
        foreach (SliceCandidate first in possible)
        {
            List<SliceCandidate> parts = Gather(first, possible, counted, settings);
            double sum = parts.Sum(static p => p.Light);
            double price = Misfit(sum, counted, settings) + (settings.EnterPrice * parts.Max(static p => p.Score) / 0.5) + (settings.PartPrice * (parts.Count - 1));
            if (price < lowest && Math.Abs(Math.Log(sum / counted)) < Math.Log(settings.LightFactor))
            {
                (best, lowest) = (parts, price);
            }
        }

        return best is null ? null : SliceCandidate.Of(best);
    }

    /// <summary>A candidate and those near it, nearest first, while the misfit falls by more than a part's price.</summary>
    private static List<SliceCandidate> Gather(SliceCandidate first, List<SliceCandidate> possible, double counted, SliceSettings settings)
    {
        List<SliceCandidate> parts = [first];
        double sum = first.Light;
        foreach (SliceCandidate other in possible.Where(c => c != first && c.Score == 0.0 && (c.Centre - first.Centre).Length < settings.PartReach).OrderBy(c => (c.Centre - first.Centre).Length))
        {
            if (Misfit(sum + other.Light, counted, settings) + settings.PartPrice < Misfit(sum, counted, settings))
            {
                parts.Add(other);
                sum += other.Light;
            }
        }

        return parts;
    }

    private static double Misfit(double predicted, double counted, SliceSettings settings)
    {
        double pull = Math.Log(predicted / counted) / settings.LightSpread;
        return 0.5 * pull * pull;
    }
}
