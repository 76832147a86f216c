using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>The published facts a background model is made from.</summary>
public sealed class PublishedBackground
{
    private readonly double[]? drawnErrors;

    /// <summary>Collects them.</summary>
    /// <param name="spectrum">Background and data: the score channel, followed by the sidebands where the matrix has them.</param>
    /// <param name="scoreChannel">Name of the channel that is fitted.</param>
    /// <param name="drawnErrors">Drawn background error per score bin, events; null when not known.</param>
    /// <param name="matrix">Fractional covariance on the spectrum's binning; null when not known.</param>
    /// <exception cref="ArgumentException">When sizes do not match, data are missing, or a score bin expects no background.</exception>
    public PublishedBackground(Spectrum spectrum, string scoreChannel, double[]? drawnErrors, FractionalCovariance? matrix)
    {
        Score = spectrum.Only(scoreChannel);
        Spectrum = spectrum;
        ScoreChannel = scoreChannel;
        _ = spectrum.Data;
        for (int i = 0; i < Score.Total.Length; i++)
        {
            if (!(Score.Total[i] > 0.0))
            {
                throw new ArgumentException($"no expected events in {scoreChannel}, bin {i + 1}; expected more than zero", nameof(spectrum));
            }
        }

        if (drawnErrors is not null && drawnErrors.Length != Score.Total.Length)
        {
            throw new ArgumentException($"{drawnErrors.Length} drawn errors; expected {Score.Total.Length}, one per bin of {scoreChannel}", nameof(drawnErrors));
        }

        matrix?.Binning.Require(spectrum.Binning, "spectrum");
        this.drawnErrors = (double[]?)drawnErrors?.Clone();
        Matrix = matrix;
    }

    /// <summary>All channels.</summary>
    public Spectrum Spectrum { get; }

    /// <summary>The fitted channel alone.</summary>
    public Spectrum Score { get; }

    /// <summary>Name of the fitted channel.</summary>
    public string ScoreChannel { get; }

    /// <summary>Fractional covariance of all channels, where known.</summary>
    public FractionalCovariance? Matrix { get; }

    /// <summary>Drawn background error per score bin, events.</summary>
    /// <exception cref="InvalidOperationException">Not known.</exception>
    public ReadOnlySpan<double> DrawnErrors => drawnErrors ?? throw new InvalidOperationException("a background without drawn errors");

    /// <summary>The matrix, where a variant cannot do without.</summary>
    /// <exception cref="InvalidOperationException">Not known.</exception>
    public FractionalCovariance RequireMatrix() => Matrix ?? throw new InvalidOperationException("a background without a fractional matrix");
}
