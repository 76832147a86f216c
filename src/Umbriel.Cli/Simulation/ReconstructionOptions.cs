using Umbriel.Reconstruction;

namespace Umbriel.Cli.Simulation;

/// <summary>The options that say what reconstructs, shared by the verbs that do.</summary>
internal sealed class ReconstructionOptions
{
    private readonly InputOption models = new("--models") { Description = "Folder with the trained models and the calibration of showers, as data/reconstruction (the default, for MicroBooNE).", HelpName = "DIR" };

    private readonly InputOption settings = new("--settings") { Description = "Card of settings of the reconstruction (YAML); what it does not say stays as it is.", HelpName = "FILE" };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> Symbols => [models, settings];

    /// <summary>Where the models are; none is to be overwritten but one that is made anew, if any.</summary>
    public ModelFolder Models(VerbRun run, string? made = null)
    {
        ModelFolder folder = run.Value(models) is { } path ? new ModelFolder(path) : ModelFolder.Default();
        run.Protect([.. ModelFolder.ModelNames.Where(name => name != made).Select(folder.PathOf)]);
        return folder;
    }

    /// <summary>The settings of every step.</summary>
    public ReconstructionSettings Settings(VerbRun run) => run.Value(settings) is { } path ? ReconstructionSettingsReader.Read(path) : new ReconstructionSettings();
}
