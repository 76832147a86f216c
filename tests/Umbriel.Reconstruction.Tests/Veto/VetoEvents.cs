using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Truth;
using Umbriel.Studies.Training;

namespace Umbriel.Reconstruction.Tests.Veto;

/// <summary>Events of one kind in MicroBooNE, dead wires included, as the vetoes see them.</summary>
internal static class VetoEvents
{
    /// <summary>The detector.</summary>
    public static DetectorResponse Response { get; } = new(Detectors.MicroBooNE);

    /// <summary>Events with a particle, one at a time: each is overwritten by the next. They start at least 30 cm within the active volume.</summary>
    public static IEnumerable<(EventResult Result, FoundParticles Reconstructed, VetoTruth Truth)> Of(VetoPrimary kind, (double Low, double High)? proton, ulong seed, int count)
    {
        VetoSource source = new([(kind, proton)], new Box(30.0, 226.0, -86.0, 86.0, 30.0, 1006.0));
        ParticleReconstructor reconstructor = new(Response, new ReconstructionSettings(), ParticleModels.Load(ModelFolder.Default()));
        DetectorSimulation simulation = new(Detectors.MicroBooNE, source, seed);
        EventResult result = new();
        TruthMatcher matcher = new(Response);
        for (int i = 0; i < count; i++)
        {
            simulation.Simulate(i, result);
            FoundParticles reconstructed = reconstructor.Find(result.Signals);
            if (reconstructed.Particles.Count > 0)
            {
                yield return (result, reconstructed, new VetoTruth(matcher, result.Simulated, reconstructed));
            }
        }
    }
}
