using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>All readings of the published background.</summary>
public static class PublishedReadings
{
    /// <summary>In the order of lists and reports, the default first.</summary>
    public static IReadOnlyList<PublishedReading> All { get; } =
    [
        new(
            "drawn-minus-poisson",
            "drawn errors² minus the expected counts, plus the statistic's own term",
            PublishedErrors.Drawn,
            inputs => (inputs.Published.Score, [new DrawnErrorsLessPoisson(inputs.Published.DrawnErrors, inputs.Correlation)])),
        new(
            "drawn-only",
            "drawn errors² alone, taken to contain the statistics",
            PublishedErrors.Drawn,
            inputs => (inputs.Published.Score, [new DrawnErrors(inputs.Published.DrawnErrors, inputs.Correlation)]),
            containsStatistics: true),
        new(
            "drawn-plus-cnp",
            "drawn errors² plus the statistic's own term",
            PublishedErrors.Drawn,
            inputs => (inputs.Published.Score, [new DrawnErrors(inputs.Published.DrawnErrors, inputs.Correlation)])),
        new(
            "matrix",
            "the score block of the released fractional matrix, plus the statistic's own term",
            PublishedErrors.Matrix,
            inputs => (inputs.Published.Score, [new PublishedMatrix(inputs.Published.RequireMatrix().Only(inputs.Published.ScoreChannel))])),
        new(
            "constrained-matrix",
            "the whole released fractional matrix, the score bins constrained by the sidebands, plus the statistic's own term",
            PublishedErrors.Matrix,
            Constrained),
    ];

    /// <summary>The default.</summary>
    public static PublishedReading Default => All[0];

    private static (Spectrum Background, IReadOnlyList<ISystematicSource> Sources) Constrained(SystematicInputs inputs)
    {
        SidebandConstraint constraint = new(inputs.Published);
        return (constraint.Prediction, [constraint]);
    }
}
