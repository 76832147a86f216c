namespace Umbriel.Reconstruction.Slices;

/// <summary>The slices of an event.</summary>
/// <param name="Slices">Slices, of most charge first.</param>
/// <param name="Neutrino">Index of the neutrino's, if one was found.</param>
/// <param name="Outcome">How the search ended.</param>
/// <param name="OfPoint">Slice of each point of the cloud.</param>
public sealed record SliceResult(IReadOnlyList<Slice> Slices, int? Neutrino, SliceOutcome Outcome, IReadOnlyList<int> OfPoint)
{
    /// <summary>Whether a point is in the neutrino's slice.</summary>
    public bool IsNeutrino(int point) => Neutrino is { } slice && OfPoint[point] == slice;
}
