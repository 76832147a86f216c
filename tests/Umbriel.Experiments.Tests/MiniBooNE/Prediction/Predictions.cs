using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Generation;
using Umbriel.Response;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>The program's prediction of MiniBooNE in neutrino mode, as events at <see cref="DarkNewsModel.Pot"/>.</summary>
internal static class Predictions
{
    private static readonly Lazy<MiniBooNEBeams> LazyBeams = new(() => MiniBooNEBeams.Load(Reference.DataDirectory));

    public static MiniBooNEBeams Beams => LazyBeams.Value;

    /// <summary>Bin edges of the stored signals: 1.3 instead of 1.25 GeV.</summary>
    public static double[] StoredEdges { get; } = Reference.Release2020.ReferenceSignalEdges.ToArray();

    public static ElectronLikeSelection Selection(EfficiencyConvention convention, double[]? edges = null, ulong seed = 1, ClippedLepton clipped = ClippedLepton.Reject) =>
        new(ElectronLikeReconstruction.Load(Reference.DataDirectory, convention, SingleRingVariant.Circle1, clipped), edges ?? StoredEdges, seed);

    /// <summary>Selected events in 11 bins and outside them at the point's own mixing, by the class that the program uses.</summary>
    public static double[] Compute(DarkSectorParameters point, GenerationSettings settings, ElectronLikeSelection selection, PairCounts? counts = null)
    {
        MiniBooNEPrediction prediction = new(Beams, selection, settings);
        prediction = prediction with { Counts = counts ?? prediction.Counts.Times(2) };
        return [.. prediction.Of(point, BeamMode.Fhc).Compute(point.MixingSquared).Select(n => n * settings.Pot / MiniBooNEPrediction.Pot)];
    }

    /// <summary>The same from the pairs of one region, with statistical errors as if every pair were independent; they are spread evenly, so the errors are upper bounds.</summary>
    public static Counts Region(DarkSectorParameters point, GenerationSettings settings, ElectronLikeSelection selection, EventOrigin origin, int pairs, ulong firstPair = 0)
    {
        PairEnsemble ensemble = origin == EventOrigin.Soil
            ? PairEnsemble.FromSoil(point, settings, Beams.Fhc, pairs)
            : PairEnsemble.FromLiquid(point, settings, Beams.Fhc, pairs);
        DecayWidths widths = DecayWidths.Compute(point);
        double[] weights = new double[ensemble.Count];
        ensemble.Weights(widths.CtauParentCm, weights);
        double[] bins = new double[selection.BinCount];
        Counts counts = new();
        for (int i = 0; i < ensemble.Count; i++)
        {
            selection.Probabilities(firstPair + (ulong)i, ensemble.Electron[i], ensemble.Positron[i], bins);
            for (int b = 0; b < bins.Length; b++)
            {
                bins[b] *= widths.BrEE * weights[i];
            }

            counts.Add(bins);
        }

        return counts;
    }
}
