using Umbriel.Core;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation;

/// <summary>A decayed N and the line it came along.</summary>
internal readonly struct SampledPair
{
    /// <summary>Momentum of N.</summary>
    public required FourVector Heavy { get; init; }

    /// <summary>Momentum of the electron.</summary>
    public required FourVector Electron { get; init; }

    /// <summary>Momentum of the positron.</summary>
    public required FourVector Positron { get; init; }

    /// <summary>From N's decay point against its flight.</summary>
    public required Ray Back { get; init; }

    /// <summary>Unit vector of the neutrino's direction, E = 0.</summary>
    public required FourVector BeamDirection { get; init; }

    /// <summary>Time of flight of the Z', cm.</summary>
    public required double MediatorFlight { get; init; }
}
