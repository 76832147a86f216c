using Umbriel.Detector;

namespace Umbriel.Studies.Performance;

/// <summary>How true particles of one kind and energy were found.</summary>
/// <param name="Sample">Name of the sample.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Low">Least energy, GeV.</param>
/// <param name="High">Largest energy, GeV.</param>
/// <param name="Efficiency">Share that was found, of those that leave 20 MeV.</param>
/// <param name="Purity">Mean purity of those found.</param>
/// <param name="Completeness">Mean completeness of those found.</param>
/// <param name="Tracks">Share of those found that counts as a track.</param>
/// <param name="Bias">Median of (found − true)/true energy, of those found that are contained.</param>
/// <param name="Resolution">Half of the central 68% interval of that over 1 + bias.</param>
/// <param name="Angle">68% of directions are closer to the true one, degrees.</param>
/// <param name="Along">68% of starts are closer along, cm.</param>
/// <param name="Across">68% of starts are closer across, cm.</param>
public sealed record ProngNumbers(
    string Sample,
    ParticleKind Kind,
    double Low,
    double High,
    Estimate? Efficiency,
    Estimate? Purity,
    Estimate? Completeness,
    Estimate? Tracks,
    Estimate? Bias,
    Estimate? Resolution,
    Estimate? Angle,
    Estimate? Along,
    Estimate? Across)
{
    private const double Within = 0.68;

    /// <summary>Of the prongs of a sample with an energy from one to another, both included, GeV.</summary>
    public static ProngNumbers Of(SampleResult result, ParticleKind kind, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(result);
        ObservedProng[] all = [.. result.Visible(kind).Where(p => p.Energy >= low && p.Energy <= high)];
        ObservedProng[] found = [.. all.Where(static p => p.IsFound)];
        ProngMatch[] matches = [.. found.Select(static p => p.Best!)];
        bool isShower = kind is ParticleKind.Electron or ParticleKind.Positron or ParticleKind.Photon;
        double[] ratios = [.. found.Where(static p => p.IsContained).Select(p => ((isShower ? p.Best!.ShowerEnergy : p.Best!.Energy) / p.Energy) - 1.0).OfType<double>()];
        Estimate? bias = Estimate.Quantile(ratios, 0.5);
        return new ProngNumbers(
            result.Sample.Name,
            kind,
            low,
            high,
            Estimate.Share(all, static p => p.IsFound),
            Estimate.Mean([.. matches.Select(static m => m.Purity)]),
            Estimate.Mean([.. matches.Select(static m => m.Completeness)]),
            Estimate.Share(matches, static m => m.IsTrack),
            bias,
            bias is { Value: > -1.0 } b && Estimate.HalfInterval(ratios) is { } half ? half with { Value = half.Value / (1.0 + b.Value), Error = half.Error / (1.0 + b.Value) } : null,
            Estimate.Quantile(matches.Select(static m => m.Angle), Within),
            Estimate.Quantile(matches.Select(static m => m.StartAlong).OfType<double>().Select(Math.Abs), Within),
            Estimate.Quantile(matches.Select(static m => m.StartAcross).OfType<double>(), Within));
    }
}
