namespace Umbriel.Detector.Cards;

/// <summary>Sampling of the waveforms.</summary>
public sealed record ReadoutSettings
{
    /// <summary>Samples per µs (MHz). MicroBooNE's.</summary>
    public double Frequency { get; init; } = 2.0;

    /// <summary>Samples of a waveform.</summary>
    public required int Ticks { get; init; }

    /// <summary>Time of the first sample before time zero of the deposits, ms.</summary>
    public double PreSample { get; init; }

    /// <summary>Bits of the digitiser.</summary>
    public int Bits { get; init; } = 12;

    /// <summary>
    /// A group of samples is kept if its noise-free signal somewhere exceeds this many ADC counts in size. Chosen: an eighth of the
    /// noise.
    /// </summary>
    public double Threshold { get; init; } = 0.25;

    /// <summary>Samples kept before and after a signal. Chosen.</summary>
    public int Padding { get; init; } = 10;

    /// <summary>
    /// Neighbouring wires that share coherent noise: those of a regulator in MicroBooNE (JINST 12 (2017) P08003).
    /// </summary>
    public int CoherentGroup { get; init; } = 48;

    /// <summary>
    /// Share of the noise power that is white (enters after the shaper), the rest having the shaper's spectrum. Chosen.
    /// </summary>
    public double WhiteNoise { get; init; } = 0.1;

    /// <summary>Length of a sample, ns.</summary>
    public double TickNs => 1000.0 / Frequency;
}
