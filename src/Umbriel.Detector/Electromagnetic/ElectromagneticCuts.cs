namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Energies below which electromagnetic transport stops making or following particles, and its longest step. The defaults are
/// chosen: an electron of 0.3 MeV has a practical range of 0.06 cm, a fifth of a wire pitch, which is the longest step; all cuts three to
/// six times lower move the mean depth of 1 GeV showers by less than 2% (validation/transport-em.md).
/// </summary>
/// <param name="DeltaRay">Kinetic energy (GeV) above which a knocked-on electron is a particle; below, part of the continuous loss.</param>
/// <param name="Bremsstrahlung">Energy (GeV) above which a radiated photon is a particle; below, part of the continuous loss.</param>
/// <param name="Electron">Kinetic energy (GeV) at which e± are stopped and their energy left along their residual range.</param>
/// <param name="Photon">Energy (GeV) at which photons are absorbed on the spot.</param>
/// <param name="MaximumStep">Longest step of e±, cm.</param>
public sealed record ElectromagneticCuts(double DeltaRay = 0.3e-3, double Bremsstrahlung = 0.1e-3, double Electron = 0.15e-3, double Photon = 20e-6, double MaximumStep = 0.3)
{
    /// <summary>Lowest energy that any cut may have, GeV: below 10 keV the formulas fail.</summary>
    public const double Lowest = 10e-6;

    /// <summary>Highest energy that any cut may have, GeV. Chosen.</summary>
    public const double Highest = 10e-3;

    /// <summary>Refuses cuts outside [10 keV, 10 MeV] and steps outside (0, 10 cm].</summary>
    /// <exception cref="ArgumentOutOfRangeException">Names the cut.</exception>
    public void Check()
    {
        Energy(nameof(DeltaRay), DeltaRay);
        Energy(nameof(Bremsstrahlung), Bremsstrahlung);
        Energy(nameof(Electron), Electron);
        Energy(nameof(Photon), Photon);
        if (!(MaximumStep > 0.0 && MaximumStep <= 10.0))
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumStep), MaximumStep, "expected above 0 and at most 10 cm");
        }
    }

    private static void Energy(string name, double value)
    {
        if (!(value >= Lowest && value <= Highest))
        {
            throw new ArgumentOutOfRangeException(name, value, $"expected {Lowest} to {Highest} GeV");
        }
    }
}
