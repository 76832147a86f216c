using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>All keys of a card of settings, in the order of the steps.</summary>
internal sealed class ReconstructionKeys : CardTable<ReconstructionSettings>
{
    private ReconstructionKeys()
    {
        Section("deconvolution", new DeconvolutionKeys(), all => all.Deconvolution, (all, value) => all with { Deconvolution = value });
        Section("hits", new HitKeys(), all => all.Hits, (all, value) => all with { Hits = value });
        Section("points", new SpacePointKeys(), all => all.Points, (all, value) => all with { Points = value });
        Key("link", Between(0.1, 50.0, "cm"), all => all.Link, (all, value) => all with { Link = value },
            "distance up to which points belong to the same fragment", example: "2");
        Section("slices", new SliceKeys(), all => all.Slices, (all, value) => all with { Slices = value });
        Section("particles", new ParticleKeys(), all => all.Particles, (all, value) => all with { Particles = value });
        Section("vertices", new VertexKeys(), all => all.Vertices, (all, value) => all with { Vertices = value });
        Section("calorimetry", new CalorimetryKeys(), all => all.Calorimetry, (all, value) => all with { Calorimetry = value });
        Section("secondShowers", new SecondShowerKeys(), all => all.SecondShowers, (all, value) => all with { SecondShowers = value });
        Section("stubs", new StubKeys(), all => all.Stubs, (all, value) => all with { Stubs = value });
    }

    /// <summary>The table.</summary>
    public static ReconstructionKeys All { get; } = new();
}
