using Umbriel.Cli.Search;
using Umbriel.DarkSector;
using Umbriel.Inference;
using Umbriel.Interchange.Cards;
using Umbriel.MiniBooNE;
using Umbriel.Response;

namespace Umbriel.Cli.MiniBooNE;

/// <summary>The computation behind <c>miniboone</c> and MiniBooNE's part of <c>search</c>: predictions, then fits.</summary>
internal sealed class MiniBooNERun(MiniBooNEInputs inputs, PointCache cache, int threads)
{
    private readonly Card card = inputs.Card;
    private readonly MiniBooNEPrediction prediction = new(
        inputs.Beams,
        new ElectronLikeSelection(inputs.Reconstruction, inputs.Releases[0].EnergyEdges.ToArray(), inputs.Card.Generation.Seed),
        inputs.Generation);

    /// <summary>Fits all of the card's planes to the given data sets; planes in the card's order, data sets within each.</summary>
    public IReadOnlyList<MiniBooNEPlane> Planes(IReadOnlyList<MiniBooNEFit> fits, Func<string, string, long, IProgress<long>> progress, CancellationToken cancellation)
    {
        (Scenario Scenario, double MZPrime)[] planes = ScanPoints.Planes(card);
        ScanAxis masses = ScanPoints.Masses(card);
        BeamMode[] modes = [.. fits.SelectMany(f => f.Release.Samples(f.Mode)).Select(s => s.Mode).Distinct().Order()];
        (DarkSectorParameters Point, BeamMode Mode)[] points =
        [
            .. from plane in planes from mode in modes from mass in masses.Values.ToArray() select (ScanPoints.Point(card, plane.Scenario, plane.MZPrime, mass), mode),
        ];
        double[][] curves = PointRunner.Run(
            [.. points.Select(p => Key(p.Point, p.Mode))],
            i => prediction.Of(points[i].Point, points[i].Mode).Curve(card.Scan.Coupling.Low, card.Scan.Coupling.High).ToArray(),
            cache,
            threads,
            progress("MiniBooNE's signal", "mass points", points.Length),
            cancellation);

        ScanAxis couplings = ScanPoints.Couplings(card);
        IProgress<long> done = progress("MiniBooNE's fits", "planes", planes.Length * fits.Count);
        List<MiniBooNEPlane> results = [];
        for (int p = 0; p < planes.Length; p++)
        {
            Dictionary<BeamMode, SignalPlane> signals = [];
            for (int m = 0; m < modes.Length; m++)
            {
                int first = ((p * modes.Length) + m) * masses.Count;
                signals[modes[m]] = new SignalPlane(masses.Values.ToArray(), [.. curves.Skip(first).Take(masses.Count).Select(YieldCurve.FromArray)]);
            }

            foreach (MiniBooNEFit fit in fits)
            {
                MiniBooNESignal signal = new(fit, [.. fit.Release.Samples(fit.Mode).Select(s => signals[s.Mode])]);
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
            Scan = new Interchange.Cards.ScanSettings { Coupling = card.Scan.Coupling },
            Response = new ResponseSettings(),
            OlderLimits = [],
            MiniBooNE = card.MiniBooNE with { Releases = [], Modes = [] },
        };
        return PointCache.Key(
            relevant.ToCanonicalText(), $"MiniBooNE {BeamModes.Name(mode)} {prediction.OilPairs} {prediction.SoilPairs}", inputs.DataHash, CodeVersion.Identity);
    }
}
