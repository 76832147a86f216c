using Umbriel.Detector;

namespace Umbriel.Studies.Performance;

/// <summary>How π0 were found, of decays to two photons that both leave more than 80% of their energy in the active volume.</summary>
/// <param name="BothFound">Share with both photons found.</param>
/// <param name="OneFound">Share with just one found.</param>
/// <param name="Masses">Masses of those with both found, GeV.</param>
/// <param name="Peak">Their peak; null if there are too few.</param>
public sealed record PionNumbers(Estimate? BothFound, Estimate? OneFound, IReadOnlyList<double> Masses, GaussianCore? Peak)
{
    /// <summary>Of a sample of π0.</summary>
    public static PionNumbers Of(SampleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        EventObservation[] contained = [.. result.Events.Where(IsContained)];
        double[] masses = [.. contained.Select(static e => e.PairMass).OfType<double>()];
        return new PionNumbers(
            Estimate.Share(contained, static e => e.Prongs.All(static p => p.IsFound)),
            Estimate.Share(contained, static e => e.Prongs.Count(static p => p.IsFound) == 1),
            masses,
            GaussianCore.Of(masses));
    }

    /// <summary>Whether an event is a contained decay to two photons.</summary>
    public static bool IsContained(EventObservation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return observation.Prongs is [{ Kind: ParticleKind.Photon, IsContained: true }, { Kind: ParticleKind.Photon, IsContained: true }];
    }
}
