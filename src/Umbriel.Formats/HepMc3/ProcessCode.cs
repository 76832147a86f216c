using Umbriel.Core;

namespace Umbriel.Formats.HepMc3;

/// <summary>Process codes of upscattering.</summary>
public static class ProcessCode
{
    /// <summary>The code of a regime, in the neutral-current blocks of NuHepMC's convention E.C.1 (arXiv:2310.13211).</summary>
    public static int Of(ScatteringRegime regime) => regime switch
    {
        ScatteringRegime.Coherent => 150,
        ScatteringRegime.ProtonElastic => 250,
        _ => 251,
    };
}
