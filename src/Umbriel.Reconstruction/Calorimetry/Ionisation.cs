using Umbriel.Detector.Readout;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>From electrons at the first plane back to the energy that freed them. Immutable.</summary>
internal sealed class Ionisation
{
    private readonly DetectorResponse response;
    private readonly double showerMeV;
    private readonly double startMeV;

    public Ionisation(DetectorResponse response, CalorimetrySettings settings)
    {
        this.response = response;
        showerMeV = Recombination.PairEnergyMeV / response.Recombination.Survival(settings.ShowerLoss);
        startMeV = Recombination.PairEnergyMeV / response.Recombination.Survival(settings.StartRecombinationLoss);
    }

    /// <summary>Electrons that set out: corrected for the electron lifetime.</summary>
    /// <param name="charge">Electrons at the first plane.</param>
    /// <param name="x">Where they set out, cm.</param>
    public double Freed(double charge, double x) => charge / response.Drift.Survival(Math.Max(0.0, response.Drift.Distance(x)) / response.Drift.Speed);

    /// <summary>Energy, GeV, with the mean recombination of showers.</summary>
    public double ShowerEnergy(double charge, double x) => 1e-3 * showerMeV * Freed(charge, x);

    /// <summary>dE/dx, MeV/cm, of minimum-ionising electrons, however many, from a length of each.</summary>
    public double StartLoss(double charge, double x, double length) => startMeV * Freed(charge, x) / length;

    /// <summary>dE/dx, MeV/cm, of charge from a length of one track.</summary>
    public double Loss(double charge, double x, double length) => response.Recombination.LossOf(Freed(charge, x) / length);
}
