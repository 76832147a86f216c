namespace Umbriel.Detector.Readout;

/// <summary>Scintillation light of deposits that are close in time.</summary>
/// <param name="Time">Time of its first deposit, ns.</param>
/// <param name="MeanTime">Mean time of emission, ns: light-weighted time of the deposits plus the mean of prompt and slow decay.</param>
/// <param name="Photons">Photons emitted.</param>
/// <param name="Expected">Photo-electrons expected.</param>
/// <param name="PhotoElectrons">Photo-electrons counted (Poisson).</param>
/// <param name="Prompt">Those of them that are prompt.</param>
/// <param name="Position">Where photomultipliers counted them; null if none was counted.</param>
public readonly record struct Flash(double Time, double MeanTime, double Photons, double Expected, int PhotoElectrons, int Prompt, FlashPosition? Position)
{
    /// <summary>Whether it begins in a window, ns.</summary>
    public bool IsWithin(double lowNs, double highNs) => Time >= lowNs && Time < highNs;
}
