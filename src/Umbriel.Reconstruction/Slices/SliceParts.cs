namespace Umbriel.Reconstruction.Slices;

/// <summary>What may belong to a candidate although a gap lies between: photons of one decay, for example.</summary>
internal static class SliceParts
{
    /// <summary>Others that nothing speaks against, whose centres lie near, nearest first.</summary>
    public static IEnumerable<SliceCandidate> Near(SliceCandidate first, IReadOnlyList<SliceCandidate> all, double reach) =>
        all.Select(c => (Part: c, Distance: (c.Centre - first.Centre).Length)).Where(p => p.Part != first && p.Part.Score == 0.0 && p.Distance < reach)
            .OrderBy(static p => p.Distance).ThenBy(static p => p.Part.Points[0]).Select(static p => p.Part);

    /// <summary>
    /// The neutrino's slice of an event whose light is not known: of those that are not cosmic the one of most charge, one that enters
    /// counting half, with all near it. A slice that looks cosmic but holds nearly all of the charge is one particle without cosmic rays.
    /// </summary>
    public static SliceCandidate? WithoutLight(IReadOnlyList<SliceCandidate> candidates, SliceSettings settings)
    {
        SliceCandidate? first = candidates.Where(c => c.Score <= settings.LargestScore).MaxBy(static c => c.Charge * (1.0 - c.Score));
        double all = candidates.Sum(static c => c.Charge);
        return candidates.FirstOrDefault(c => c.Score > settings.LargestScore && c.Charge > settings.AloneShare * all) is { } alone ? SliceCandidate.Of([alone])
            : first is not null ? SliceCandidate.Of([first, .. Near(first, candidates, settings.PartReach)])
            : null;
    }
}
