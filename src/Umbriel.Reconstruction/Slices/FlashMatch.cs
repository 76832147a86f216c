using Umbriel.Detector.Readout;

namespace Umbriel.Reconstruction.Slices;

/// <summary>
/// Which candidate could have made a flash: half the square of the logarithm of predicted over counted light and of the
/// distances in y and z of the predicted from the seen place, each in units of its spread, and a price for entering from
/// outside and for each further part. The place is known to its width over the root of the number of photo-electrons, and to
/// the settings' spread.
/// </summary>
internal sealed class FlashMatch(LightPrediction prediction, Flash flash, SliceSettings settings)
{
    /// <summary>Predicted over counted light.</summary>
    public double Ratio(PredictedLight light) => light.Total / flash.PhotoElectrons;

    /// <summary>Distance of the places in units of their spread; null where there is no place.</summary>
    public double? Pull(PredictedLight light)
    {
        if (prediction.MeanPosition(light) is not { } expected || flash.Position is not { } seen)
        {
            return null;
        }

        double y = Square(expected.Y - seen.Y) / ((Square(expected.YWidth) / flash.PhotoElectrons) + Square(settings.PlaceSpread));
        double z = Square(expected.Z - seen.Z) / ((Square(expected.ZWidth) / flash.PhotoElectrons) + Square(settings.PlaceSpread));
        return Math.Sqrt(y + z);
    }

    /// <summary>The best, if any comes within factor and distance.</summary>
    public SliceCandidate? Best(IReadOnlyList<SliceCandidate> candidates)
    {
        List<SliceCandidate> possible = [.. candidates.Where(c => c.Score <= settings.LargestScore && Ratio(c.Light) > settings.LeastPart)];
        SliceCandidate? best = null;
        double lowest = double.PositiveInfinity;
        foreach (SliceCandidate first in possible)
        {
            SliceCandidate whole = Gather(first, possible);
            double price = Misfit(whole.Light) + (settings.EnterPrice * whole.Score / 0.5) + (settings.PartPrice * (whole.Parts.Count - 1));
            if (price < lowest && Ratio(whole.Light) < settings.LightFactor && Ratio(whole.Light) > 1.0 / settings.HeavyFactor && !(Pull(whole.Light) > settings.LargestPull))
            {
                (best, lowest) = (whole, price);
            }
        }

        return best;
    }

    /// <summary>A candidate and those near it, nearest first, while the misfit falls by more than a part's price.</summary>
    private SliceCandidate Gather(SliceCandidate first, List<SliceCandidate> possible)
    {
        List<SliceCandidate> parts = [first];
        PredictedLight sum = first.Light;
        foreach (SliceCandidate other in SliceParts.Near(first, possible, settings.PartReach))
        {
            PredictedLight with = PredictedLight.Sum(sum, other.Light);
            if (Misfit(with) + settings.PartPrice < Misfit(sum))
            {
                parts.Add(other);
                sum = with;
            }
        }

        return SliceCandidate.Of(parts);
    }

    private double Misfit(PredictedLight light)
    {
        double pull = Math.Log(Ratio(light)) / settings.LightSpread;
        return 0.5 * (Square(pull) + Square(Pull(light) ?? 0.0));
    }

    private static double Square(double x) => x * x;
}
