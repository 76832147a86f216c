using Umbriel.DarkSector;
using Umbriel.Response;

namespace Umbriel.Scan;

/// <summary>What a search finds at the card's own point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Signal">Its selected signal at the card's exposure.</param>
/// <param name="Limit">The limit on |U|² at its masses.</param>
public sealed record PointResult(DarkSectorParameters Point, SelectedSignal Signal, PointLimit Limit);
