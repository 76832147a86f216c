using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Sites;

namespace Umbriel.Generation.Tests;

/// <summary>Model points and the beam that several tests use.</summary>
internal static class Points
{
    /// <summary>The letter's example: single, on-shell Z', prompt (cτ = 24 μm).</summary>
    public static readonly DarkSectorParameters Key = new()
    {
        Scenario = Scenario.Single,
        M4 = 0.106,
        MZPrime = 0.03,
        Umu4 = 1.4142135623730951e-5,
        ZInterference = false,
    };

    /// <summary>Single, virtual Z' well above the mass of N4.</summary>
    public static readonly DarkSectorParameters SingleOffShell = Key with { M4 = 0.15, MZPrime = 1.25, Umu4 = 1e-4 };

    /// <summary>Dual with a real Z' and a massive daughter.</summary>
    public static readonly DarkSectorParameters DualOnShell = new()
    {
        Scenario = Scenario.Dual,
        M4 = 0.1,
        M5 = 0.2,
        MZPrime = 0.03,
        Umu5 = 1e-4,
        ZInterference = false,
    };

    /// <summary>Dual with a virtual Z' not far above the gap, so that the propagator matters.</summary>
    public static readonly DarkSectorParameters DualOffShell = DualOnShell with { M5 = 0.25, MZPrime = 0.2 };

    /// <summary>MicroBooNE.</summary>
    public static DetectorSite Site => DetectorSites.Read("microboone");

    /// <summary>MiniBooNE.</summary>
    public static DetectorSite MiniBooNE => DetectorSites.Read("miniboone");

    /// <summary>The flux in MicroBooNE.</summary>
    public static BeamData Beam => Site.Beam.Data;

    /// <summary>The four kinds of decay: real or virtual Z', massless or massive daughter.</summary>
    public static IEnumerable<DarkSectorParameters> Kinds => [Key, SingleOffShell, DualOnShell, DualOffShell];

    /// <summary>A whole run of events, on all threads (the bits do not depend on them).</summary>
    public static TruthEventBatch Run(DarkSectorParameters parameters, GenerationSettings settings, EventOrigin origin, int events) =>
        EventGenerator.Generate(new EventSource(parameters, settings, Beam, origin), 0, events, events, Environment.ProcessorCount);
}
