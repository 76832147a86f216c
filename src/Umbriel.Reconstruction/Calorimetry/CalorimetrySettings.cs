namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>How charge becomes energy and dE/dx.</summary>
public sealed record CalorimetrySettings
{
    /// <summary>dE/dx, MeV/cm, whose recombination stands for all of a shower: with MicroBooNE's field and the modified box 0.62 of the charge escapes, the collaboration's constant.</summary>
    public double ShowerLoss { get; init; } = 2.3;

    /// <summary>Strays are looked for from this far behind a shower's start, cm …</summary>
    public double StrayBehind { get; init; } = 10.0;

    /// <summary>… to this far beyond its end, cm …</summary>
    public double StrayBeyond { get; init; } = 50.0;

    /// <summary>… within this distance of the axis, cm …</summary>
    public double StrayRadius { get; init; } = 8.0;

    /// <summary>… and this growth of it along the axis.</summary>
    public double StraySlope { get; init; } = 0.6;

    /// <summary>The combination of planes takes the collection plane unless more than this share of the charge of a shower's points lies on its dead wires; then the plane with the smallest share.</summary>
    public double MostDead { get; init; } = 0.3;

    /// <summary>dE/dx, MeV/cm, whose recombination stands for each electron at a shower's start: the two of a pair recombine apart, so that their charge is twice that of one.</summary>
    public double StartRecombinationLoss { get; init; } = 2.1;

    /// <summary>Length, cm, over which dE/dx at a shower's start is taken …</summary>
    public double StartLength { get; init; } = 4.0;

    /// <summary>… and width of the box in each view, cm.</summary>
    public double StartWidth { get; init; } = 1.0;

    /// <summary>Distance from the axis, cm, within which points count in three dimensions.</summary>
    public double StartRadius { get; init; } = 1.0;

    /// <summary>Length, cm, of the pieces whose median is dE/dx in three dimensions.</summary>
    public double StartPiece { get; init; } = 1.0;

    /// <summary>|cos| of the angle between direction and pitch direction below which a plane says nothing of dE/dx.</summary>
    public double LeastCosine { get; init; } = 0.2;

    /// <summary>Fewest wires with charge at a shower's start.</summary>
    public int FewestWires { get; init; } = 3;

    /// <summary>A plane with more than this share of dead wires where a shower starts says nothing of dE/dx.</summary>
    public double DeadShare { get; init; } = 0.4;

    /// <summary>Weight of the collection plane against that of an induction plane where dE/dx of the planes is combined; each also counts with |cos|.</summary>
    public double CollectionWeight { get; init; } = 2.0;

    /// <summary>Distance, cm, between the nodes of the line along a track.</summary>
    public double SpineStep { get; init; } = 2.0;

    /// <summary>Largest residual range, cm, of the part of a track that tells muons from protons.</summary>
    public double IdentificationRange { get; init; } = 30.0;

    /// <summary>Width of ln(dE/dx / expected) on one wire …</summary>
    public double IdentificationWidth { get; init; } = 0.25;

    /// <summary>… and the largest χ² that a wire can give, so that a knock-on electron does not decide.</summary>
    public double IdentificationLargest { get; init; } = 9.0;
}
