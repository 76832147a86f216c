using Umbriel.Reconstruction.Calorimetry;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Keys;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;
using Umbriel.Reconstruction.Signals;
using Umbriel.Reconstruction.Slices;
using Umbriel.Reconstruction.Vertices;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction;

/// <summary>The settings of every step. Read by <see cref="ReconstructionSettingsReader"/>; keys in docs/reconstruction.md. Immutable.</summary>
public sealed record ReconstructionSettings
{
    /// <summary>From waveforms to charge.</summary>
    public DeconvolutionSettings Deconvolution { get; init; } = new();

    /// <summary>From charge to hits.</summary>
    public HitSettings Hits { get; init; } = new();

    /// <summary>From hits to space points.</summary>
    public SpacePointSettings Points { get; init; } = new();

    /// <summary>Distance, cm, up to which points belong to the same fragment.</summary>
    public double Link { get; init; } = 1.5;

    /// <summary>From fragments to slices.</summary>
    public SliceSettings Slices { get; init; } = new();

    /// <summary>From fragments to particles.</summary>
    public ParticleSettings Particles { get; init; } = new();

    /// <summary>From particles to their vertex.</summary>
    public VertexSettings Vertices { get; init; } = new();

    /// <summary>Energies and dE/dx.</summary>
    public CalorimetrySettings Calorimetry { get; init; } = new();

    /// <summary>Where a second photon is looked for.</summary>
    public SecondShowerSettings SecondShowers { get; init; } = new();

    /// <summary>Where protons are looked for.</summary>
    public StubSettings Stubs { get; init; } = new();

    /// <summary>Every value in fixed order, numbers in shortest form: what results keep. Itself a card that <see cref="ReconstructionSettingsReader"/> reads.</summary>
    public string ToCanonicalText() => ReconstructionKeys.All.Write(this);
}
