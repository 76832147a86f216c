using Umbriel.Experiments.MicroBooNE;
using Umbriel.Cli.Search;
using Umbriel.DarkSector;
using Umbriel.Inference;
using Umbriel.Cards;
using Umbriel.Experiments.MiniBooNE;

namespace Umbriel.Cli.MiniBooNE;

/// <summary>The computation behind <c>miniboone</c> and MiniBooNE's part of <c>search</c>: predictions, then fits.</summary>
internal sealed class MiniBooNERun(MiniBooNEInputs inputs, PointCache cache, int threads)
{
    private readonly Card card = inputs.Card;
    private MiniBooNEPrediction prediction = new(
        inputs.Beams,
        new ElectronLikeSelection(inputs.Reconstruction, inputs.Releases[0].EnergyEdges.ToArray(), inputs.Card.Generation.Seed),
        inputs.Generation);

    /// <summary>Multiplies the number of pairs behind every prediction.</summary>
    public int Statistics
    {
        init => prediction = prediction with { Counts = prediction.Counts.Times(value) };
    }

    /// <summary>Fits all of the card's planes to the given data sets; planes in the card's order, data sets within each.</summary>
    public IReadOnlyList<MiniBooNEPlane> Planes(IReadOnlyList<MiniBooNEFit> fits, Func<string, string, long, IProgress<long>> progress, CancellationToken cancellation)
    {
        (Scenario Scenario, double MZPrime)[] planes = ScanPoints.Planes(card);
        Dictionary<BeamMode, SignalPlane[]> signals = [];
        foreach (BeamMode mode in fits.SelectMany(f => f.Release.Samples(f.Mode)).Select(s => s.Mode).Distinct().Order())
        {
            signals[mode] = SignalPlane.Compute(
                card,
                planes,
                point => Key(point, mode),
                point => prediction.Of(point, mode).Curve(card.Scan.Coupling.Low, card.Scan.Coupling.High),
                cache,
                threads,
                count => progress($"MiniBooNE's signal, {BeamModes.Name(mode)}", "mass points", count),
                cancellation);
        }

        ScanAxis masses = ScanPoints.Masses(card);
        ScanAxis couplings = ScanPoints.Couplings(card);
        IProgress<long> done = progress("MiniBooNE's fits", "planes", planes.Length * fits.Count);
        List<MiniBooNEPlane> results = [];
        for (int p = 0; p < planes.Length; p++)
        {
            foreach (MiniBooNEFit fit in fits)
            {
                MiniBooNESignal signal = new(fit, [.. fit.Release.Samples(fit.Mode).Select(s => signals[s.Mode][p])]);
                results.Add(new MiniBooNEPlane(planes[p].Scenario, planes[p].MZPrime, fit, signal, signal.Plane(masses, couplings, threads, cancellation)));
                done.Report(1);
            }
        }

        return results;
    }

    private string Key(DarkSectorParameters point, BeamMode mode)
    {
        // Only what a prediction depends on: neither MicroBooNE's part of the card nor the data sets and the rest of the scan.
        Card relevant = card with
        {
            Model = point.WithMixingSquared(1e-8),
            Fit = new FitSettings(),
            Scan = new Cards.ScanSettings { Coupling = card.Scan.Coupling },
            Response = new ResponseSettings(),
            OlderLimits = [],
            MiniBooNE = card.MiniBooNE with { Releases = [], Modes = [] },
        };
        return PointCache.Key(
            relevant.ToCanonicalText(), $"MiniBooNE {BeamModes.Name(mode)} {prediction.Counts}", inputs.DataHash, CodeVersion.Identity);
    }
}
