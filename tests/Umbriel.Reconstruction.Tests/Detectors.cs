using Umbriel.Detector.Cards;

namespace Umbriel.Reconstruction.Tests;

/// <summary>MicroBooNE, as it is and without its faults.</summary>
internal static class Detectors
{
    public static DetectorCard MicroBooNE { get; } = DetectorCardReader.Read(Repository.PathOf("cards/detectors/microboone.yaml"));

    /// <summary>MicroBooNE with every wire alive.</summary>
    public static DetectorCard Alive { get; } = MicroBooNE with { Planes = [.. MicroBooNE.Planes.Select(static p => p with { Dead = [] })] };

    /// <summary>The same without noise.</summary>
    public static DetectorCard Quiet { get; } = Alive with { Planes = [.. Alive.Planes.Select(static p => p with { Noise = 0.0, CoherentNoise = 0.0 })] };
}
