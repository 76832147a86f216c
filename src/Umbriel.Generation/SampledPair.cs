using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation;

/// <summary>A decayed N and the line it came along.</summary>
internal struct SampledPair
{
    /// <summary>Momentum of N.</summary>
    public FourVector Heavy;

    /// <summary>Momentum of the electron.</summary>
    public FourVector Electron;

    /// <summary>Momentum of the positron.</summary>
    public FourVector Positron;

    /// <summary>From N's decay point against its flight.</summary>
    public Ray Back;

    /// <summary>Unit vector of the neutrino's direction, E = 0.</summary>
    public FourVector BeamDirection;

    /// <summary>What was struck.</summary>
    public FourVector Struck;

    /// <summary>φ d³s of the scatter over φ d³y of the pair, docs/physics.md (34); zero if no scatter is that far away.</summary>
    public double Spread;

    /// <summary>Time of flight of the Z', cm.</summary>
    public double MediatorFlight;
}
