using Umbriel.Inference;

namespace Umbriel.Scan;

/// <summary>The limit of one model point alone.</summary>
/// <param name="Limit">Observed and expected limit at the point's masses.</param>
/// <param name="BestFit">
/// Best fit over |U|² at these very masses, which the observed limit is set against; a search sets its limits against the
/// best fit of all masses of its plane.
/// </param>
public sealed record PointLimit(MassLimit Limit, BestFit BestFit);
