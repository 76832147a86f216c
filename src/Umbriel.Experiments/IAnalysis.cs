using Umbriel.Inference;

namespace Umbriel.Experiments;

/// <summary>One measurement that a model can be compared with: from a model point to expected events, and their likelihood.</summary>
public interface IAnalysis
{
    /// <summary>Its name in files, such as <c>miniboone-2020-fhc</c>.</summary>
    string Name { get; }

    /// <summary>Every file read: they are in the manifest of a result, and their content is in the <see cref="ISignalPrediction.Identity"/> of predictions.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>What to cite for it, as keys of the bibliography.</summary>
    IReadOnlyList<string> References { get; }

    /// <summary>The predictions that the signal is made of, one a beam. Analyses that differ in their data alone share them.</summary>
    IReadOnlyList<ISignalPrediction> Predictions { get; }

    /// <summary>The data, their background and its uncertainty.</summary>
    ILikelihood Likelihood { get; }

    /// <summary>Expected signal events in the bins of <see cref="Likelihood"/>.</summary>
    /// <param name="predicted">Expected events of each of <see cref="Predictions"/>, in their bins.</param>
    double[] Bins(IReadOnlyList<double[]> predicted);
}
