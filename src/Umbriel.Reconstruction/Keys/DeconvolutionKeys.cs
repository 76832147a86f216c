using Umbriel.Formats.Keys;
using Umbriel.Reconstruction.Signals;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>deconvolution</c> section.</summary>
internal sealed class DeconvolutionKeys : CardTable<DeconvolutionSettings>
{
    public DeconvolutionKeys()
    {
        Key("smoothing", Between(0.5, 20.0, "samples"), deconvolution => deconvolution.Smoothing, (deconvolution, value) => deconvolution with { Smoothing = value },
            "Gaussian width that a point of charge has after the response is taken out", example: "3");
        Key("typicalCharge", Between(100.0, 1e7, "electrons"), deconvolution => deconvolution.TypicalCharge, (deconvolution, value) => deconvolution with { TypicalCharge = value },
            "charge at which signal and noise are balanced: about what a minimum-ionising track leaves on a wire", example: "15000");
        Key("noiseLength", Between(1.0, 1e4, "samples"), deconvolution => deconvolution.NoiseLength, (deconvolution, value) => deconvolution with { NoiseLength = value },
            "length over which noise competes with that charge", example: "50");
    }
}
