namespace Umbriel.Core;

/// <summary>Names the independent families of random numbers. Values are part of reproducibility: never renumber.</summary>
public enum RandomStage
{
    /// <summary>Event generation.</summary>
    Generation = 1,

    /// <summary>Reconstruction smearing in the published response.</summary>
    Smearing = 2,

    /// <summary>Pseudo-experiments.</summary>
    PseudoExperiment = 3,

    /// <summary>Randomised shifts of quadrature lattices.</summary>
    LatticeShift = 4,

    /// <summary>Energy and angle smearing in MiniBooNE.</summary>
    MiniBooNESmearing = 5,
}
