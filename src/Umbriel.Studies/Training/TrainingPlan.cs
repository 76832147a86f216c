using Umbriel.Detector.Cards;
using Umbriel.Reconstruction;

namespace Umbriel.Studies.Training;

/// <summary>What a training runs: all that its rows depend on. Immutable.</summary>
/// <param name="Card">The detector.</param>
/// <param name="Target">The classifier.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Events">Number of events.</param>
/// <param name="Settings">The settings of every step of the reconstruction.</param>
/// <param name="Models">Where the models are that the target uses.</param>
public sealed record TrainingPlan(DetectorCard Card, ITrainingTarget Target, ulong Seed, int Events, ReconstructionSettings Settings, ModelFolder Models);
