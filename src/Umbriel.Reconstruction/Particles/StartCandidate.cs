using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>A place of a fragment where a particle may start.</summary>
/// <param name="Apex">The place, cm.</param>
internal sealed record StartCandidate(SpaceVector Apex)
{
    /// <summary>Rays from there; not known before they are looked for, or after points near it were taken away.</summary>
    public IReadOnlyList<ChargeRay>? Rays { get; set; }
}
