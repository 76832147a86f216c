namespace Umbriel.Reconstruction.Slices;

/// <summary>How the search for the neutrino's slice ended.</summary>
public enum SliceOutcome
{
    /// <summary>It was found.</summary>
    Found,

    /// <summary>There are no space points.</summary>
    NoPoints,

    /// <summary>No flash in the beam gate.</summary>
    NoFlash,

    /// <summary>All slices are cosmic.</summary>
    AllCosmic,

    /// <summary>No slice could have made the flash.</summary>
    NoMatch,
}
