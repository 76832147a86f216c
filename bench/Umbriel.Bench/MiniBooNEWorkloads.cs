using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Generation;

namespace Umbriel.Bench;

/// <summary>MiniBooNE's prediction and fit.</summary>
internal static class MiniBooNEWorkloads
{
    private const int Fits = 1 << 9;

    public static IEnumerable<(string Name, string Unit, Func<double> Work)> All(string data)
    {
        MiniBooNERelease release = MiniBooNERelease.Load(data, MiniBooNEDataRelease.Release2020);
        yield return ("miniboone-point", "model points", Point(data, release));
        yield return ("miniboone-fit", "chi-squares", Fit(new MiniBooNEFit(release, BeamMode.Fhc)));
        yield return ("miniboone-fit-combined", "chi-squares", Fit(new MiniBooNEFit(release, BeamMode.Combined)));
    }

    /// <summary>A model point in neutrino mode for all couplings: tables, pairs, selection, yield curve.</summary>
    private static Func<double> Point(string data, MiniBooNERelease release)
    {
        MiniBooNEPrediction prediction = new(
            MiniBooNEBeams.Load(data),
            new ElectronLikeSelection(ElectronLikeReconstruction.Load(data), release.EnergyEdges.ToArray(), 1),
            new GenerationSettings { Regimes = new MiniBooNESettings().Regimes });
        return () =>
        {
            Workloads.Consume(prediction.Of(Workloads.Light, BeamMode.Fhc).Curve(1e-12, 1.0).At(1e-9)[0]);
            return 1.0;
        };
    }

    private static Func<double> Fit(MiniBooNEFit fit)
    {
        double[] signal = new double[fit.BinCount];
        return () =>
        {
            for (int i = 0; i < Fits; i++)
            {
                for (int b = 0; b < signal.Length; b++)
                {
                    signal[b] = 100.0 * i / (Fits * (1 + b));
                }

                Workloads.Consume(fit.ChiSquare(signal));
            }

            return Fits;
        };
    }
}
