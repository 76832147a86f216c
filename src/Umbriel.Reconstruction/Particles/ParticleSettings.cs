namespace Umbriel.Reconstruction.Particles;

/// <summary>How fragments become particles.</summary>
public sealed record ParticleSettings
{
    /// <summary>Least charge of an event's first particle, electrons: some 4 MeV.</summary>
    public double LeastCharge { get; init; } = 1e5;

    /// <summary>Least charge of a further particle that does not start with another, electrons: some 14 MeV of a shower. What has less is left to the search for second showers and stubs.</summary>
    public double FurtherCharge { get; init; } = 3.5e5;

    /// <summary>Share of this charge that one of its fragments must have.</summary>
    public double FurtherShare { get; init; } = 0.5;

    /// <summary>Least number of a particle's points, and of those of a fragment in which a start is looked for.</summary>
    public int LeastPoints { get; init; } = 5;

    /// <summary>Least charge of a fragment in which a start is looked for, electrons: some 3 MeV.</summary>
    public double StartCharge { get; init; } = 7.5e4;

    /// <summary>Most fragments in which a start is looked for, those of most charge.</summary>
    public int StartFragments { get; init; } = 12;

    /// <summary>Charge above which a fragment may have more than two tips, electrons.</summary>
    public double BranchingCharge { get; init; } = 5e5;

    /// <summary>Most tips of such a fragment.</summary>
    public int MostTips { get; init; } = 5;

    /// <summary>Distance beyond a particle's end, cm, from which fragments are gathered: two radiation lengths.</summary>
    public double Gap { get; init; } = 25.0;

    /// <summary>Largest distance of a gathered fragment from the axis, cm …</summary>
    public double Radius { get; init; } = 4.0;

    /// <summary>… and its growth with the distance from the start.</summary>
    public double Slope { get; init; } = 0.3;

    /// <summary>A fragment of at least this charge, electrons, …</summary>
    public double OwnCharge { get; init; } = 5e5;

    /// <summary>… with a start of at least this score …</summary>
    public double OwnStart { get; init; } = 0.5;

    /// <summary>… that is seen from the particle's start beyond this angle to its axis, radians, is not gathered: it is a particle of its own.</summary>
    public double OwnAngle { get; init; } = 0.15;

    /// <summary>Least score of a ray that is a particle of its own.</summary>
    public double ProngScore { get; init; } = 0.15;

    /// <summary>Least score of a particle that is a piece of another.</summary>
    public double PieceScore { get; init; } = 0.5;

    /// <summary>How rays are found.</summary>
    public RaySettings Rays { get; init; } = new();
}
