using Umbriel.Detector;

namespace Umbriel.Studies.Performance;

/// <summary>
/// How many photons are rejected by cuts that keep 80% of electrons: a shower passes with a dE/dx at its start, and a conversion distance,
/// of at most the cuts. Cuts are chosen on events of even number and tried on the others. Found particles count; one without dE/dx fails.
/// </summary>
/// <param name="LossCut">Largest dE/dx, MeV/cm.</param>
/// <param name="DistanceCut">Largest conversion distance, cm; missing where it was not asked for.</param>
/// <param name="Electrons">Share of electrons that pass, of odd events.</param>
/// <param name="Photons">Share of photons that fail, of odd events.</param>
public sealed record PhotonRejection(double LossCut, double? DistanceCut, Estimate? Electrons, Estimate? Photons)
{
    private const double Efficiency = 0.8;

    /// <summary>Shares of electrons that the cut on the distance alone keeps, of which the best is taken.</summary>
    private static readonly double[] Kept = [0.81, 0.82, 0.83, 0.84, 0.85, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98, 1.0];

    /// <summary>Finds and tries cuts. Null unless both kinds were found among even events, and enough electrons have a dE/dx.</summary>
    /// <param name="electrons">A sample with electrons.</param>
    /// <param name="photons">One with photons in the electrons' place.</param>
    /// <param name="withDistance">Whether the distance from the vertex counts, which needs another particle there.</param>
    public static PhotonRejection? Of(SampleResult electrons, SampleResult photons, bool withDistance)
    {
        ArgumentNullException.ThrowIfNull(electrons);
        ArgumentNullException.ThrowIfNull(photons);
        ProngMatch[] wanted = Found(electrons, ParticleKind.Electron, 0);
        ProngMatch[] others = Found(photons, ParticleKind.Photon, 0);
        if (wanted.Length == 0 || others.Length == 0)
        {
            return null;
        }

        (double Loss, double? Distance, int Rejected)? best = null;
        foreach (double? distance in withDistance ? DistanceCuts(wanted) : [null])
        {
            double[] losses = [.. wanted.Where(m => !(m.ConversionDistance > distance)).Select(static m => m.StartLoss).OfType<double>().Order()];
            int needed = (int)Math.Ceiling(Efficiency * wanted.Length);
            if (needed > losses.Length)
            {
                continue;
            }

            double loss = losses[needed - 1];
            int rejected = others.Count(m => !Passes(m, loss, distance));
            best = best is null || rejected > best.Value.Rejected ? (loss, distance, rejected) : best;
        }

        return best is { } cut
            ? new PhotonRejection(
                cut.Loss,
                cut.Distance,
                Estimate.Share(Found(electrons, ParticleKind.Electron, 1), m => Passes(m, cut.Loss, cut.Distance)),
                Estimate.Share(Found(photons, ParticleKind.Photon, 1), m => !Passes(m, cut.Loss, cut.Distance)))
            : null;
    }

    private static IEnumerable<double?> DistanceCuts(ProngMatch[] wanted)
    {
        double[] distances = [.. wanted.Select(static m => m.ConversionDistance).Order()];
        return Kept.Select(kept => (double?)distances[(int)Math.Ceiling(kept * distances.Length) - 1]);
    }

    private static bool Passes(ProngMatch match, double loss, double? distance) => match.StartLoss <= loss && !(match.ConversionDistance > distance);

    private static ProngMatch[] Found(SampleResult result, ParticleKind kind, int parity) =>
    [
        .. result.Events.Where((_, i) => i % 2 == parity).SelectMany(static e => e.Prongs).Where(p => p.Kind == kind && p.IsVisible).Select(static p => p.Found).OfType<ProngMatch>(),
    ];
}
