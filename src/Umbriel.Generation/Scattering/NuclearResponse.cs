namespace Umbriel.Generation.Scattering;

/// <summary>What elastic scattering knows of the nucleus that its nucleon is in.</summary>
public enum NuclearResponse
{
    /// <summary>Nothing: free nucleons at rest.</summary>
    Free,

    /// <summary>
    /// A local Fermi gas with removal energy and Pauli's principle (<see cref="BoundUpscattering"/>), and the cascade of the
    /// nucleon through the nucleus.
    /// </summary>
    FermiGas,
}
