using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Cards;

/// <summary>Amplifier and shaper.</summary>
public sealed record ElectronicsSettings
{
    /// <summary>
    /// Height of the shaper's answer to an instantaneous charge, mV/fC. MicroBooNE's (public Wire-Cell configuration), as is
    /// <see cref="Shaping"/>.
    /// </summary>
    public double Gain { get; init; } = 14.0;

    /// <summary>Peaking time of the shaper, µs.</summary>
    public double Shaping { get; init; } = 2.2;

    /// <summary>Gain between shaper and digitiser.</summary>
    public double PostGain { get; init; } = 1.0;

    /// <summary>Digitiser counts per mV: 12 bits over 2 V.</summary>
    public double AdcPerMillivolt { get; init; } = 2.048;

    /// <summary>Share of the passing charge that an induction wire sees at the peak of its integral. Chosen.</summary>
    public double InductionStrength { get; init; } = 0.5;

    /// <summary>Height of the answer to one instantaneous electron, ADC counts.</summary>
    public double AdcPerElectron => Gain * PostGain * AdcPerMillivolt * ColdElectronics.ElectronChargeFc;
}
