using Umbriel.Reconstruction;

namespace Umbriel.Cli.Simulation;

/// <summary>The options that say what reconstructs, shared by the verbs that do.</summary>
internal sealed class ReconstructionOptions
{
    private readonly Option<string?> models = new("--models") { Description = "Folder with the trained models and the calibration of showers, as data/reconstruction (the default, for MicroBooNE).", HelpName = "DIR" };

    private readonly Option<string?> settings = new("--settings") { Description = "Card of settings of the reconstruction (YAML); what it does not say stays as it is.", HelpName = "FILE" };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> Symbols => [models, settings];

    /// <summary>Where the models are.</summary>
    public ModelFolder Models(VerbRun run) => run.Value(models) is { } path ? new ModelFolder(path) : ModelFolder.Default();

    /// <summary>The settings of every step.</summary>
    public ReconstructionSettings Settings(VerbRun run) => run.Value(settings) is { } path ? ReconstructionSettingsReader.Read(path) : new ReconstructionSettings();
}
