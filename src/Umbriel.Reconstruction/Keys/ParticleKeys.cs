using Umbriel.Formats.Keys;
using Umbriel.Reconstruction.Particles;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>particles</c> section.</summary>
internal sealed class ParticleKeys : CardTable<ParticleSettings>
{
    public ParticleKeys()
    {
        Key("minimumCharge", Between(0.0, 1e9, "electrons"), particles => particles.LeastCharge, (particles, value) => particles with { LeastCharge = value },
            "least charge of the first particle of an event: some 4 MeV", example: "2e5");
        Key("furtherCharge", Between(0.0, 1e9, "electrons"), particles => particles.FurtherCharge, (particles, value) => particles with { FurtherCharge = value },
            "least charge of a further particle that does not start with another: some 14 MeV of a shower", example: "3e5");
        Key("furtherShare", Between(0.0, 1.0), particles => particles.FurtherShare, (particles, value) => particles with { FurtherShare = value },
            "share of this charge that one of its fragments must have", example: "0.4");
        Key("minimumPoints", Count(3, 10000), particles => particles.LeastPoints, (particles, value) => particles with { LeastPoints = value },
            "least number of points of a particle, and of those of a fragment in which a start is looked for", example: "6");
        Key("startCharge", Between(0.0, 1e9, "electrons"), particles => particles.StartCharge, (particles, value) => particles with { StartCharge = value },
            "least charge of a fragment in which a start is looked for: some 3 MeV", example: "1e5");
        Key("startFragments", Count(1, 1000), particles => particles.StartFragments, (particles, value) => particles with { StartFragments = value },
            "most fragments in which a start is looked for, those of most charge", example: "10");
        Key("branchingCharge", Between(0.0, 1e9, "electrons"), particles => particles.BranchingCharge, (particles, value) => particles with { BranchingCharge = value },
            "charge above which a fragment may have more than two tips", example: "4e5");
        Key("maximumTips", Count(2, 100), particles => particles.MostTips, (particles, value) => particles with { MostTips = value },
            "most tips of such a fragment", example: "6");
        Key("gap", Between(0.0, 1000.0, "cm"), particles => particles.Gap, (particles, value) => particles with { Gap = value },
            "distance beyond the end of a particle from which fragments are gathered: two radiation lengths", example: "20");
        Key("radius", Between(0.0, 1000.0, "cm"), particles => particles.Radius, (particles, value) => particles with { Radius = value },
            "largest distance of a gathered fragment from the axis", example: "5");
        Key("slope", Between(0.0, 10.0), particles => particles.Slope, (particles, value) => particles with { Slope = value },
            "and its growth with the distance from the start", example: "0.2");
        Key("ownCharge", Between(0.0, 1e9, "electrons"), particles => particles.OwnCharge, (particles, value) => particles with { OwnCharge = value },
            "a fragment of at least this charge", example: "4e5");
        Key("ownStart", Between(0.0, 1.0), particles => particles.OwnStart, (particles, value) => particles with { OwnStart = value },
            "with a start of at least this score", example: "0.4");
        Key("ownAngle", Between(0.0, 3.2, "radians"), particles => particles.OwnAngle, (particles, value) => particles with { OwnAngle = value },
            "that is seen from the start of the particle beyond this angle to its axis is not gathered: it is a particle of its own", example: "0.2");
        Key("prongScore", Between(0.0, 1.0), particles => particles.ProngScore, (particles, value) => particles with { ProngScore = value },
            "least score of a ray that is a particle of its own", example: "0.2");
        Key("pieceScore", Between(0.0, 1.0), particles => particles.PieceScore, (particles, value) => particles with { PieceScore = value },
            "least score of a particle that is a piece of another", example: "0.6");
        Section("rays", new RayKeys(), particles => particles.Rays, (particles, value) => particles with { Rays = value });
    }
}
