using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Slices;

/// <summary>
/// Photo-electrons that charge should have made, if it came at time zero: electrons at the place of the deposit, photons per
/// electron for a minimum-ionising particle, and the visibility at the distance from the wires. Charge without points (dead
/// wires, for example) is made up for on average, by a scale. Immutable.
/// </summary>
internal sealed class LightPrediction
{
    /// <summary>Loss of a minimum-ionising particle, MeV/cm: about the mean for electrons in showers.</summary>
    private const double Loss = 2.1;

    private readonly Drift drift;
    private readonly FlashMaker maker;
    private readonly double photonsPerElectron;

    public LightPrediction(DetectorResponse response, double scale)
    {
        drift = response.Drift;
        maker = new FlashMaker(response);
        LightSettings light = response.Card.Light;
        double survival = response.Recombination.Survival(Loss);
        photonsPerElectron = light.PhotonsPerMeV * (1.0 + light.ExcitonRatio - survival) / (1.0 + light.ExcitonRatio) * Recombination.PairEnergyMeV / (survival * scale);
    }

    public double Of(in SpacePoint point)
    {
        double distance = Math.Clamp(drift.Distance(point.X), 0.0, drift.Length);
        return point.Charge / drift.Survival(distance / drift.Speed) * photonsPerElectron * maker.Visibility(distance);
    }
}
