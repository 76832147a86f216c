using Umbriel.Core;
using Umbriel.Formats.Text;
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
    /// <exception cref="UserErrorException">The tables do not have it.</exception>
    public static PublishedSpectrum Spectrum(PublishedData data, FitVariable variable) => variable switch
    {
        FitVariable.Energy => data.Energy,
        FitVariable.Angle => data.Angle,
        FitVariable.Rate => data.Rate ?? throw new UserErrorException(Path.Combine(data.Directory, PublishedCounts.FileName), null, "no such file", "the counts that the card's fit.variable, rate, is of"),
        _ => data.Score,
    };

    /// <summary>The fit that a card asks for.</summary>
    /// <param name="data">The published tables.</param>
    /// <param name="settings">The card's fit section.</param>
    /// <param name="mixture">What the efficiency's reference mixtures leave open; computed only where a source asks for it.</param>
    /// <exception cref="UserErrorException">The tables hold no covariance, or do not allow what the card asks for.</exception>
    /// <exception cref="ArgumentException">The statistic does not go with the covariance.</exception>
    public static SignalFit Build(PublishedData data, FitSettings settings, Lazy<MixtureUncertainty> mixture)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            return Read(data, settings, mixture);
        }
        catch (NumericalFailureException e)
        {
            // Nothing but the tables and the card's fit section comes in here.
            throw new UserErrorException($"{data.Directory}: fit.covariance {settings.Covariance.Name}: {e.Message}", e);
        }
    }

    private static SignalFit Read(PublishedData data, FitSettings settings, Lazy<MixtureUncertainty> mixture)
    {
        PublishedReading reading = settings.Covariance;
        PublishedBackground published = Published(data, settings.Variable);
        double lowest = AbsoluteCovariance.LowestCorrelation(published.Score.Total.Length);
        if (reading.Basis == PublishedErrors.Drawn && settings.Correlation < lowest)
        {
            throw new UserErrorException("fit", "correlation", Show.Number(settings.Correlation), $"{lowest:G4} or more: no {published.Score.Total.Length} bins can all have less");
        }

        if (reading.Basis == PublishedErrors.Matrix && published.Matrix is null)
        {
            throw new UserErrorException("fit", "covariance", $"{reading.Name} for the variable {settings.Variable.ToString().ToLowerInvariant()}", "a reading of the drawn errors: the released matrix is of the score");
        }

        SystematicInputs inputs = new(published, settings.Correlation, new Lazy<double>(() => Spread(mixture.Value)));
        SystematicModel model = reading.Read(inputs);
        if (settings.BackgroundScaling == BackgroundScaling.Prediction)
        {
            model = model.RelativeToPrediction();
        }
        else if (settings.SignalCovariance && inputs.Published.Matrix is { } matrix)
        {
            model = model.With(new SignalMatrix(matrix.Only(Fitted)));
        }

        return model.With(settings.Systematics.Select(source => source.Create(inputs))).Fit(settings.Statistic);
    }

    private static double Spread(MixtureUncertainty mixture) => mixture.Relative is > 0.0 and <= double.MaxValue
        ? mixture.Relative
        : throw new UserErrorException("fit.systematics", EfficiencyMixture.Switch.Name, $"a spread of {mixture.Relative} between mixtures", "two or more mixtures in response.mixture");

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
        return FractionalCovariance.TryCreate(
            binning,
            [.. data.FractionalCovariance],
            "flux, cross section, re-interaction, detector, MC statistics",
            DigitisationTolerance,
            out FractionalCovariance? matrix,
            out CovarianceFlaw? flaw)
            ? new PublishedBackground(spectrum, Fitted, [.. fitted.BackgroundError], matrix)
            : throw new UserErrorException(Path.Combine(data.Directory, PublishedData.CovarianceFile), flaw.Where, flaw.Found, flaw.Expected);
    }

    /// <summary>Asymmetry and negative eigenvalues that the digitised matrix may show (its elements are read to 2e-4).</summary>
    private const double DigitisationTolerance = 0.02;
}
