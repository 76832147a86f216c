using Umbriel.Reconstruction;

namespace Umbriel.Cli.Simulation;

/// <summary>The options that say what reconstructs, shared by the verbs that do.</summary>
internal sealed class ReconstructionOptions
{
    private readonly Option<string?> models = new("--models") { Description = "Folder with the trained models and the calibration of showers, as data/reconstruction (the default, for MicroBooNE).", HelpName = "DIR" };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> Symbols => [models];

    /// <summary>Where the models are.</summary>
    public ModelFolder Models(VerbRun run) => run.Value(models) is { } path ? new ModelFolder(path) : ModelFolder.Default();
}
