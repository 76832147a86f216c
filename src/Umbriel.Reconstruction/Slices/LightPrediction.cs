using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Slices;

/// <summary>
/// Photo-electrons that charge should have made, if it came at time zero: electrons at the place of the deposit, photons per
/// electron for a minimum-ionising particle, the visibility at the distance from the wires and the share of each
/// photomultiplier. Charge without points (dead wires, for example) is made up for on average, by a scale. Immutable.
/// </summary>
internal sealed class LightPrediction
{
    /// <summary>Loss of a minimum-ionising particle, MeV/cm: about the mean for electrons in showers.</summary>
    private const double Loss = 2.1;

    private readonly Drift drift;
    private readonly FlashMaker maker;
    private readonly Photomultipliers photomultipliers;
    private readonly double photonsPerElectron;

    public LightPrediction(DetectorResponse response, double scale)
    {
        drift = response.Drift;
        maker = new FlashMaker(response);
        photomultipliers = new Photomultipliers(response.Card);
        LightSettings light = response.Card.Light;
        double survival = response.Recombination.Survival(Loss);
        photonsPerElectron = light.PhotonsPerMeV * (1.0 + light.ExcitonRatio - survival) / (1.0 + light.ExcitonRatio) * Recombination.PairEnergyMeV / (survival * scale);
    }

    /// <summary>Light of a group of points.</summary>
    public PredictedLight Of(IReadOnlyList<SpacePoint> points, IReadOnlyList<int> members)
    {
        PredictedLight light = new(photomultipliers.Count);
        foreach (int i in members)
        {
            SpacePoint point = points[i];
            double distance = Math.Clamp(drift.Distance(point.X), 0.0, drift.Length);
            double count = point.Charge / drift.Survival(distance / drift.Speed) * photonsPerElectron * maker.Visibility(distance);
            photomultipliers.Add(distance, point.Y, point.Z, count, light.Counts);
        }

        return light.Finish();
    }

    /// <summary>Where it would be seen; null without light.</summary>
    public FlashPosition? MeanPosition(PredictedLight light) => photomultipliers.MeanPosition(light.Counts);
}
