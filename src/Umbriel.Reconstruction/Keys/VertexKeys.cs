using Umbriel.Formats.Keys;
using Umbriel.Reconstruction.Vertices;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>vertices</c> section.</summary>
internal sealed class VertexKeys : CardTable<VertexSettings>
{
    public VertexKeys()
    {
        Key("width", Between(0.01, 100.0, "cm"), vertices => vertices.Width, (vertices, value) => vertices with { Width = value },
            "uncertainty of a start", example: "0.8");
        Key("angle", Between(0.001, 3.0, "radians"), vertices => vertices.Angle, (vertices, value) => vertices with { Angle = value },
            "uncertainty of the direction of a shower", example: "0.2");
        Key("touching", Between(0.0, 100.0, "cm"), vertices => vertices.Touching, (vertices, value) => vertices with { Touching = value },
            "distance from the vertex up to which a shower starts at it: beyond, it is a photon's", example: "2");
        Key("freePath", Between(0.1, 1000.0, "cm"), vertices => vertices.FreePath, (vertices, value) => vertices with { FreePath = value },
            "mean free path of photons of some 100 MeV: 9/7 of a radiation length", example: "20");
        Key("gapPenalty", Between(0.0, 1000.0), vertices => vertices.GapPenalty, (vertices, value) => vertices with { GapPenalty = value },
            "penalty (in units of log-likelihood) for a gap between vertex and shower", example: "2");
        Key("elsewhere", Between(0.0, 1000.0), vertices => vertices.Elsewhere, (vertices, value) => vertices with { Elsewhere = value },
            "largest penalty of a particle: it comes from elsewhere", example: "10");
        Key("trackScore", Between(0.0, 1.0), vertices => vertices.TrackScore, (vertices, value) => vertices with { TrackScore = value },
            "track score from which a particle is a track", example: "0.6");
    }
}
