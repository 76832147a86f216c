namespace Umbriel.Inference;

/// <summary>Borders of a scanned plane of mass and |U|² that a region or a best fit touches: it may go on where nothing was looked at.</summary>
[Flags]
public enum PlaneEdges
{
    /// <summary>None: all of it is within the plane.</summary>
    None = 0,

    /// <summary>The lowest mass; "low-mass".</summary>
    LowMass = 1,

    /// <summary>The highest mass; "high-mass".</summary>
    HighMass = 2,

    /// <summary>The lowest |U|²; "low-U2".</summary>
    LowU2 = 4,

    /// <summary>The highest |U|²; "high-U2".</summary>
    HighU2 = 8,
}

/// <summary>Words for <see cref="PlaneEdges"/> in tables and reports.</summary>
public static class PlaneEdgeNames
{
    private static readonly (PlaneEdges Edge, string Name)[] Words =
        [(PlaneEdges.LowMass, "low-mass"), (PlaneEdges.HighMass, "high-mass"), (PlaneEdges.LowU2, "low-U2"), (PlaneEdges.HighU2, "high-U2")];

    internal static PlaneEdges Of(bool lowMass, bool highMass, bool lowU2, bool highU2) =>
        (lowMass ? PlaneEdges.LowMass : PlaneEdges.None) | (highMass ? PlaneEdges.HighMass : PlaneEdges.None)
        | (lowU2 ? PlaneEdges.LowU2 : PlaneEdges.None) | (highU2 ? PlaneEdges.HighU2 : PlaneEdges.None);

    /// <summary>One word a border.</summary>
    public static IEnumerable<string> Names(this PlaneEdges edges) => Words.Where(w => edges.HasFlag(w.Edge)).Select(w => w.Name);
}
