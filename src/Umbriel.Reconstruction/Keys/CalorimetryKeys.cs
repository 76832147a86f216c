using Umbriel.Formats.Keys;
using Umbriel.Reconstruction.Calorimetry;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>calorimetry</c> section.</summary>
internal sealed class CalorimetryKeys : CardTable<CalorimetrySettings>
{
    public CalorimetryKeys()
    {
        Key("showerDedx", Between(0.5, 50.0, "MeV/cm"), calorimetry => calorimetry.ShowerLoss, (calorimetry, value) => calorimetry with { ShowerLoss = value },
            "dE/dx whose recombination stands for all of a shower", example: "2.2");
        Key("strayBehind", Between(0.0, 1000.0, "cm"), calorimetry => calorimetry.StrayBehind, (calorimetry, value) => calorimetry with { StrayBehind = value },
            "strays are looked for from this far behind the start of a shower", example: "8");
        Key("strayBeyond", Between(0.0, 1000.0, "cm"), calorimetry => calorimetry.StrayBeyond, (calorimetry, value) => calorimetry with { StrayBeyond = value },
            "to this far beyond its end", example: "40");
        Key("strayRadius", Between(0.0, 1000.0, "cm"), calorimetry => calorimetry.StrayRadius, (calorimetry, value) => calorimetry with { StrayRadius = value },
            "within this distance of the axis", example: "6");
        Key("straySlope", Between(0.0, 10.0), calorimetry => calorimetry.StraySlope, (calorimetry, value) => calorimetry with { StraySlope = value },
            "and this growth of it along the axis", example: "0.5");
        Key("maximumDead", Between(0.0, 1.0), calorimetry => calorimetry.MostDead, (calorimetry, value) => calorimetry with { MostDead = value },
            "the combination of planes takes the collection plane unless more than this share of the charge of a shower lies on its dead wires", example: "0.4");
        Key("startRecombinationDedx", Between(0.5, 50.0, "MeV/cm"), calorimetry => calorimetry.StartRecombinationLoss, (calorimetry, value) => calorimetry with { StartRecombinationLoss = value },
            "dE/dx whose recombination stands for each electron at the start of a shower", example: "2.2");
        Key("startLength", Between(0.5, 100.0, "cm"), calorimetry => calorimetry.StartLength, (calorimetry, value) => calorimetry with { StartLength = value },
            "length over which dE/dx at the start of a shower is taken", example: "3");
        Key("startWidth", Between(0.1, 100.0, "cm"), calorimetry => calorimetry.StartWidth, (calorimetry, value) => calorimetry with { StartWidth = value },
            "and width of the box in each view", example: "1.5");
        Key("startRadius", Between(0.1, 100.0, "cm"), calorimetry => calorimetry.StartRadius, (calorimetry, value) => calorimetry with { StartRadius = value },
            "distance from the axis within which points count in three dimensions", example: "1.5");
        Key("startPiece", Between(0.1, 100.0, "cm"), calorimetry => calorimetry.StartPiece, (calorimetry, value) => calorimetry with { StartPiece = value },
            "length of the pieces whose median is dE/dx in three dimensions", example: "0.5");
        Key("minimumCosine", Between(0.01, 1.0), calorimetry => calorimetry.LeastCosine, (calorimetry, value) => calorimetry with { LeastCosine = value },
            "|cos| of the angle between direction and pitch direction below which a plane says nothing of dE/dx", example: "0.3");
        Key("minimumWires", Count(1, 1000), calorimetry => calorimetry.FewestWires, (calorimetry, value) => calorimetry with { FewestWires = value },
            "fewest wires with charge at the start of a shower", example: "4");
        Key("deadShare", Between(0.0, 1.0), calorimetry => calorimetry.DeadShare, (calorimetry, value) => calorimetry with { DeadShare = value },
            "a plane with more than this share of dead wires where a shower starts says nothing of dE/dx", example: "0.5");
        Key("collectionWeight", Between(0.0, 1000.0), calorimetry => calorimetry.CollectionWeight, (calorimetry, value) => calorimetry with { CollectionWeight = value },
            "weight of the collection plane against that of an induction plane where dE/dx of the planes is combined", example: "3");
        Key("spineStep", Between(0.1, 100.0, "cm"), calorimetry => calorimetry.SpineStep, (calorimetry, value) => calorimetry with { SpineStep = value },
            "distance between the nodes of the line along a track", example: "3");
        Key("identificationRange", Between(0.1, 1000.0, "cm"), calorimetry => calorimetry.IdentificationRange, (calorimetry, value) => calorimetry with { IdentificationRange = value },
            "largest residual range of the part of a track that tells muons from protons", example: "25");
        Key("identificationWidth", Between(0.01, 10.0), calorimetry => calorimetry.IdentificationWidth, (calorimetry, value) => calorimetry with { IdentificationWidth = value },
            "width of ln(dE/dx / expected) on one wire", example: "0.3");
        Key("identificationMaximum", Between(0.0, 1e6), calorimetry => calorimetry.IdentificationLargest, (calorimetry, value) => calorimetry with { IdentificationLargest = value },
            "largest χ² that a wire can give", example: "16");
    }
}
