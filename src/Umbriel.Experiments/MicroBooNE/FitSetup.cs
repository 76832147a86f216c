using Umbriel.Experiments.MicroBooNE;
using Umbriel.Formats.HepData;
using Umbriel.Inference;
using Umbriel.Response;
using Umbriel.Response.Published;
using Umbriel.Systematics;

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>Turns the published tables and a card's fit section into a fit.</summary>
public static class FitSetup
{
    private const string Fitted = "fitted";

    /// <summary>The published distribution that a card fits.</summary>
    public static PublishedSpectrum Spectrum(PublishedData data, FitVariable variable) => variable switch
    {
        FitVariable.Energy => data.Energy,
        FitVariable.Angle => data.Angle,
        _ => data.Score,
    };

    /// <summary>The fit that a card asks for.</summary>
    /// <param name="data">The published tables.</param>
    /// <param name="settings">The card's fit section.</param>
    /// <param name="mixture">What the efficiency's reference mixtures leave open; computed only where a source asks for it.</param>
    public static SignalFit Build(PublishedData data, FitSettings settings, Lazy<MixtureUncertainty> mixture) =>
        Build(data, settings, mixture, settings.Covariance);

    /// <summary>The fit of a card with another reading of the background's uncertainty.</summary>
    public static SignalFit Build(PublishedData data, FitSettings settings, Lazy<MixtureUncertainty> mixture, PublishedReading reading)
    {
        SystematicInputs inputs = new(Published(data, settings.Variable), settings.Correlation, new Lazy<double>(() => mixture.Value.Relative));
        SystematicModel model = reading.Read(inputs);
        if (settings.SignalCovariance && inputs.Published.Matrix is { } matrix)
        {
            model = model.With(new SignalMatrix(matrix.Only(Fitted)));
        }

        return model.With(settings.Systematics.Select(source => source.Create(inputs))).Fit(settings.Statistic);
    }

    private static PublishedBackground Published(PublishedData data, FitVariable variable)
    {
        PublishedSpectrum fitted = Spectrum(data, variable);
        Channel channel = new(Fitted, [.. fitted.Edges]);
        if (variable != FitVariable.Score)
        {
            // The released matrix covers the score bins and the sidebands only.
            Spectrum alone = new(new Binning(channel), "background", [.. fitted.Background], [.. fitted.Data]);
            return new PublishedBackground(alone, Fitted, [.. fitted.BackgroundError], matrix: null);
        }

        Binning binning = new(channel, new Channel("2g0p", [.. data.TwoPhotonNoProton.Edges]), new Channel("2g1p", [.. data.TwoPhotonOneProton.Edges]));
        Spectrum spectrum = new(
            binning,
            "background",
            [.. fitted.Background, .. data.TwoPhotonNoProton.Prediction, .. data.TwoPhotonOneProton.Prediction],
            [.. fitted.Data, .. data.TwoPhotonNoProton.Data, .. data.TwoPhotonOneProton.Data]);
        FractionalCovariance matrix = new(binning, [.. data.FractionalCovariance], "flux, cross section, re-interaction, detector, MC statistics", data.Directory, DigitisationTolerance);
        return new PublishedBackground(spectrum, Fitted, [.. fitted.BackgroundError], matrix);
    }

    /// <summary>Asymmetry and negative eigenvalues that the digitised matrix may show (its elements are read to 2e-4).</summary>
    private const double DigitisationTolerance = 0.02;
}
