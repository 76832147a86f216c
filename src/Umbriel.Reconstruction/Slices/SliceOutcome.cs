namespace Umbriel.Reconstruction.Slices;

/// <summary>How the search for the neutrino's slice ended. Values are part of files: never renumber.</summary>
public enum SliceOutcome
{
    /// <summary>It was found.</summary>
    Found = 0,

    /// <summary>There are no space points.</summary>
    NoPoints = 1,

    /// <summary>No flash in the beam gate.</summary>
    NoFlash = 2,

    /// <summary>All slices are cosmic.</summary>
    AllCosmic = 3,

    /// <summary>No slice could have made the flash.</summary>
    NoMatch = 4,
}
