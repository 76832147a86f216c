namespace Umbriel.Reconstruction.Truth;

/// <summary>What a set of hits or points is in truth; shares are of its charge.</summary>
/// <param name="TrueParticle">Index in the event's list of the true particle with most of the charge; null if no particle made any.</param>
/// <param name="Purity">Share of that particle, from 0 to 1.</param>
/// <param name="Completeness">Share of that particle's charge in all hits (points) of the event that is in the set, from 0 to 1.</param>
/// <param name="OverlayFraction">Share of cosmic muons and what they made, from 0 to 1.</param>
public readonly record struct TruthMatch(int? TrueParticle, double Purity, double Completeness, double OverlayFraction);

/// <summary>Share of a true particle in the charge of a set of hits or points.</summary>
/// <param name="TrueParticle">Index in the event's list of the true particle.</param>
/// <param name="Share">From 0 to 1.</param>
public readonly record struct TruthShare(int TrueParticle, double Share);
