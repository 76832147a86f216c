using Umbriel.Inference;
using Umbriel.Inference.Tests;

namespace Umbriel.Systematics.Tests;

/// <summary>Readings of the published tables.</summary>
internal static class Published
{
    public static SystematicInputs Inputs(double correlation = 0.0, bool swapSidebands = false)
    {
        (Spectrum spectrum, double[] errors, FractionalCovariance matrix) = PublishedTables.Background(swapSidebands);
        return new SystematicInputs(new PublishedBackground(spectrum, "score", errors, matrix), correlation, new Lazy<double>(0.16));
    }

    public static SystematicModel Read(string reading, SystematicInputs? inputs = null) =>
        PublishedReadings.All.First(r => r.Name == reading).Read(inputs ?? Inputs());

    public static SystematicModel WithSignalMatrix(string reading, SystematicInputs? inputs = null) =>
        Read(reading, inputs).With(new SignalMatrix(PublishedTables.Background().Matrix.Only("score")));
}
