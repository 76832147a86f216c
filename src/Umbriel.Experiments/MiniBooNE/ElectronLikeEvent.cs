namespace Umbriel.Experiments.MiniBooNE;

/// <summary>A pair as MiniBooNE's electron-like selection sees it.</summary>
/// <param name="Evis">Visible energy E₊ + E₋ − 2 m_e, GeV.</param>
/// <param name="CosTheta">Cosine of the angle of the summed momenta to the beam; 1 when both leptons are at rest.</param>
/// <param name="EnuQE">Quasi-elastic neutrino energy, GeV, see <see cref="QuasiElasticEnergy"/>; not a number below threshold.</param>
/// <param name="Weight">Probability of selection; 0 when the pair is not taken for one ring.</param>
public readonly record struct ElectronLikeEvent(double Evis, double CosTheta, double EnuQE, double Weight);
