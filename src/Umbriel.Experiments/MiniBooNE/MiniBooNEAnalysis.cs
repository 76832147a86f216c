using Umbriel.Inference;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>One of MiniBooNE's data sets: a release in one polarity, or in both.</summary>
public sealed class MiniBooNEAnalysis : IAnalysis
{
    private readonly double[] exposures;

    internal MiniBooNEAnalysis(MiniBooNEFit fit, MiniBooNEInputs inputs)
    {
        Fit = fit;
        Files = inputs.Files;
        Likelihood = new MiniBooNELikelihood(fit);
        Predictions = [.. fit.Release.Samples(fit.Mode).Select(sample => inputs.Prediction(sample.Mode))];
        exposures = [.. fit.Release.Samples(fit.Mode).Select(sample => sample.ProtonsOnTarget / MiniBooNEPrediction.Pot)];
    }

    /// <summary>The fit to the data.</summary>
    public MiniBooNEFit Fit { get; }

    /// <inheritdoc/>
    public string Name => $"miniboone-{MiniBooNEDataReleases.Name(Fit.Release.Which)}-{BeamModes.Name(Fit.Mode)}";

    /// <inheritdoc/>
    public IReadOnlyList<string> Files { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> References => Cited([Fit.Release.Which]);

    /// <inheritdoc/>
    public IReadOnlyList<ISignalPrediction> Predictions { get; }

    /// <inheritdoc/>
    public ILikelihood Likelihood { get; }

    /// <inheritdoc/>
    public double[] Bins(IReadOnlyList<double[]> predicted)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        double[] signal = new double[Fit.BinCount];
        for (int m = 0; m < exposures.Length; m++)
        {
            for (int b = 0; b < MiniBooNERelease.NueBins; b++)
            {
                signal[(m * MiniBooNERelease.NueBins) + b] = exposures[m] * predicted[m][b];
            }
        }

        return signal;
    }

    /// <summary>Expected selected events, those outside the fitted bins included.</summary>
    /// <param name="predicted">As for <see cref="Bins"/>.</param>
    public double Selected(IReadOnlyList<double[]> predicted)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        double sum = 0.0;
        for (int m = 0; m < exposures.Length; m++)
        {
            sum += exposures[m] * predicted[m].Sum();
        }

        return sum;
    }

    /// <summary>References of releases, and where efficiency, ring criterion and the way to fit come from.</summary>
    public static IReadOnlyList<string> Cited(IEnumerable<MiniBooNEDataRelease> releases) =>
    [
        .. releases.Select(release => release == MiniBooNEDataRelease.Release2018 ? "MiniBooNE:2018esg" : "MiniBooNE:2020pnu"),
        "Abdullahi:2023ejc", "Kelly:2022uaa", "MiniBooNE:2012maf",
    ];
}
