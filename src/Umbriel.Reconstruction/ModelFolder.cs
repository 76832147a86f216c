using Umbriel.Core;
using Umbriel.Learning;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction;

/// <summary>
/// A folder of what the reconstruction learned for one detector: a model NAME.json for each of <see cref="ModelNames"/> and one calibration
/// shower-calibration-DETECTOR.yaml.
/// </summary>
/// <param name="Path">The folder.</param>
public sealed record ModelFolder(string Path)
{
    private const string Calibrations = "shower-calibration-*.yaml";

    /// <summary>Names of the trained models.</summary>
    public static IReadOnlyList<string> ModelNames { get; } =
        [ParticleModels.StartName, ParticleModels.ProngName, ParticleModels.PieceName, TrackScorer.Name, VetoFinder.SecondShowerName, VetoFinder.StubName];

    /// <summary>The one that comes with Umbriel: <c>data/reconstruction</c>.</summary>
    /// <exception cref="UserErrorException">Umbriel's data are not found.</exception>
    public static ModelFolder Default() => new(UmbrielHome.DataPath("reconstruction"));

    /// <summary>The files that a reconstruction reads, all models and then the calibration.</summary>
    /// <exception cref="UserErrorException">There is no folder, or no or more than one calibration.</exception>
    public IReadOnlyList<string> Files() => [.. ModelNames.Select(PathOf), Calibration()];

    /// <summary>Where a model is.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, $"{name}.json");

    /// <summary>Reads a model.</summary>
    /// <param name="name">One of <see cref="ModelNames"/>.</param>
    /// <param name="features">The features that it must have.</param>
    /// <exception cref="UserErrorException">It is missing, malformed, or was trained with other features.</exception>
    public BoostedTrees Trees(string name, IReadOnlyList<string> features) => BoostedTrees.Load(PathOf(name), features);

    /// <summary>Where the calibration of showers is.</summary>
    /// <exception cref="UserErrorException">There is no folder, or no or more than one calibration.</exception>
    public string Calibration()
    {
        if (!Directory.Exists(Path))
        {
            throw new UserErrorException(Path, null, "no such folder", "a folder with the models of the reconstruction");
        }

        string[] found = [.. Directory.EnumerateFiles(Path, Calibrations).Order(StringComparer.Ordinal)];
        return found is [string only] ? only : throw new UserErrorException(Path, null, $"{found.Length} files {Calibrations}", "one");
    }
}
