using Umbriel.Core;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>The <c>miniboone:</c> section of a card.</summary>
public sealed record MiniBooNESettings
{
    /// <summary>Data releases fitted; the first one is drawn and compared with MicroBooNE; <c>release</c>.</summary>
    public IReadOnlyList<MiniBooNEDataRelease> Releases { get; init; } = [MiniBooNEDataRelease.Release2020, MiniBooNEDataRelease.Release2018];

    /// <summary>Horn polarities fitted; the first one is drawn and compared with MicroBooNE; <c>mode</c>.</summary>
    public IReadOnlyList<BeamMode> Modes { get; init; } = [BeamMode.Fhc, BeamMode.Rhc, BeamMode.Combined];

    /// <summary>How MiniBooNE's published efficiency is applied; <c>efficiency</c>.</summary>
    public EfficiencyConvention Efficiency { get; init; } = EfficiencyConvention.Head;

    /// <summary>When a pair is taken for one ring; <c>ringCut</c>.</summary>
    public SingleRingVariant RingCut { get; init; } = SingleRingVariant.Circle1;

    /// <summary>What becomes of pairs of which resolution leaves one lepton no energy; <c>clipped</c>.</summary>
    public ClippedLepton Clipped { get; init; } = ClippedLepton.Reject;

    /// <summary>Scattering regimes in MiniBooNE, which does not see the protons; <c>regimes</c>.</summary>
    public IReadOnlyList<ScatteringRegime> Regimes { get; init; } = [ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic];
}
