using Umbriel.Detector;
using Umbriel.Learning;

namespace Umbriel.Studies.Performance;

/// <summary>How well found tracks and showers are told apart.</summary>
/// <param name="Area">Area under the curve of the track score of muons and protons against electrons and photons.</param>
/// <param name="Tracks">Scores of muons and protons.</param>
/// <param name="Showers">Scores of electrons and photons.</param>
/// <param name="Confusion">For each kind how many count as showers, as tracks, and were not found.</param>
public sealed record TrackSeparation(Estimate? Area, IReadOnlyList<double> Tracks, IReadOnlyList<double> Showers, IReadOnlyList<(ParticleKind Kind, int Shower, int Track, int Missing)> Confusion)
{
    private static readonly ParticleKind[] Kinds = [ParticleKind.Electron, ParticleKind.Photon, ParticleKind.MuonMinus, ParticleKind.Proton];

    /// <summary>Of the samples of single particles.</summary>
    public static TrackSeparation Of(IEnumerable<SampleResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        ObservedProng[] all = [.. results.Where(static r => r.Sample.Name is "electrons" or "photons" or "muons" or "protons").SelectMany(static r => r.Visible())];
        double[] tracks = Scores(all, static k => k is ParticleKind.MuonMinus or ParticleKind.Proton);
        double[] showers = Scores(all, static k => k is ParticleKind.Electron or ParticleKind.Photon);
        return new TrackSeparation(
            Auc(tracks, showers),
            tracks,
            showers,
            [
                .. Kinds.Select(kind => (
                    kind,
                    all.Count(p => p.Kind == kind && p.Found is { IsTrack: false }),
                    all.Count(p => p.Kind == kind && p.Found is { IsTrack: true }),
                    all.Count(p => p.Kind == kind && !p.IsFound))).Where(static c => c.Item2 + c.Item3 + c.Item4 > 0),
            ]);
    }

    private static double[] Scores(IEnumerable<ObservedProng> all, Func<ParticleKind, bool> kind) => [.. all.Where(p => kind(p.Kind)).Select(static p => p.Found?.TrackScore).OfType<double>()];

    /// <summary>The area with its error of J. A. Hanley, B. J. McNeil, Radiology 143 (1982) 29.</summary>
    private static Estimate? Auc(double[] wanted, double[] others)
    {
        if (wanted.Length == 0 || others.Length == 0)
        {
            return null;
        }

        double a = AreaUnderCurve.Of([.. wanted.Select(static s => (float)s)], [.. others.Select(static s => (float)s)]);
        double q1 = a / (2.0 - a);
        double q2 = 2.0 * a * a / (1.0 + a);
        double variance = ((a * (1.0 - a)) + ((wanted.Length - 1.0) * (q1 - (a * a))) + ((others.Length - 1.0) * (q2 - (a * a)))) / ((double)wanted.Length * others.Length);
        return new Estimate(a, Math.Sqrt(Math.Max(0.0, variance)), wanted.Length + others.Length);
    }
}
