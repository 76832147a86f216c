namespace Umbriel.Reconstruction.Signals;

/// <summary>How strongly waveforms are smoothed when the response is taken out.</summary>
public sealed record DeconvolutionSettings
{
    /// <summary>Gaussian width that a point of charge has afterwards, samples.</summary>
    public double Smoothing { get; init; } = 2.5;

    /// <summary>Charge, electrons, at which signal and noise are balanced: about what a minimum-ionising track leaves on a wire.</summary>
    public double TypicalCharge { get; init; } = 20000.0;

    /// <summary>Length, samples, over which noise competes with that charge.</summary>
    public double NoiseLength { get; init; } = 64.0;
}
