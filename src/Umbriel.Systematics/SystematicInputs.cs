namespace Umbriel.Systematics;

/// <summary>What the sources of a fit to published spectra are made from.</summary>
/// <param name="Published">The published background, its errors and its matrix.</param>
/// <param name="Correlation">ρ between the drawn errors of any two bins.</param>
/// <param name="MixtureSpread">Relative spread of predictions over the efficiency's reference mixtures; computed when first asked for.</param>
public sealed record SystematicInputs(PublishedBackground Published, double Correlation, Lazy<double> MixtureSpread);
