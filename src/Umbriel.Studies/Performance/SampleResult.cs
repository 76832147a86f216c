using Umbriel.Detector;

namespace Umbriel.Studies.Performance;

/// <summary>A sample with what was observed of its events.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Events">Its events, in order.</param>
public sealed record SampleResult(PerformanceSample Sample, IReadOnlyList<EventObservation> Events)
{
    /// <summary>Prongs of one kind (all for null), that leave enough to be found.</summary>
    public IEnumerable<ObservedProng> Visible(ParticleKind? kind = null) => Events.SelectMany(static e => e.Prongs).Where(p => p.IsVisible && (kind is null || p.Kind == kind));
}
