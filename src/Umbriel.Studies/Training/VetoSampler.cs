using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Truth;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Studies.Training;

/// <summary>Rows of the vetoes' classifiers: the clusters around the first particle of an event.</summary>
internal static class VetoSampler
{
    /// <summary>What turns events into rows, for one thread.</summary>
    /// <param name="response">The detector.</param>
    /// <param name="settings">The settings of every step of the reconstruction.</param>
    /// <param name="models">Where the models of the search for particles are.</param>
    /// <param name="search">Finds clusters and their features.</param>
    /// <param name="wanted">The particle of the event that is looked for, if it has it.</param>
    /// <param name="name">Group of the clusters that it left.</param>
    public static Func<EventResult, IReadOnlyList<TrainingRow>> Of(
        DetectorResponse response, ReconstructionSettings settings, ModelFolder models, Func<VetoEvent, VetoSearch> search, Func<VetoTruth, int?> wanted, string name)
    {
        ParticleReconstructor reconstructor = new(response, settings, ParticleModels.Load(models));
        TruthMatcher matcher = new(response);
        return result =>
        {
            FoundParticles found = reconstructor.Find(result.Signals);
            if (found.Particles.Count == 0)
            {
                return [];
            }

            VetoTruth truth = new(matcher, result.Simulated, found);
            int? particle = wanted(truth);
            double energy = particle is { } index ? result.Simulated.Particles[index].Start.Energy : 0.0;
            string group = $"beside {ParticleName.Of(result.Simulated.Particles[0].Start.Kind)}";
            return [.. truth.Rows(search(truth.Found), particle).Select(row => new TrainingRow(row.Features, row.Label, row.Label ? name : group, energy))];
        };
    }
}
