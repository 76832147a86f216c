using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Learning;
using Umbriel.Reconstruction;

namespace Umbriel.Studies.Training;

/// <summary>A classifier that <c>umbriel train</c> can make: what is simulated, what is learned from it, and how. Immutable.</summary>
public interface ITrainingTarget
{
    /// <summary>Its name, and that of its file.</summary>
    string Name { get; }

    /// <summary>What a score of 1 means, and one of 0.</summary>
    string Meaning { get; }

    /// <summary>Name of each feature.</summary>
    IReadOnlyList<string> Features { get; }

    /// <summary>How trees are grown.</summary>
    BoostSettings Boost { get; }

    /// <summary>Simulated events if nothing says how many.</summary>
    int Events { get; }

    /// <summary>The primaries.</summary>
    IPrimarySource Source(DetectorCard card);

    /// <summary>Names of the models that its features need, which are trained before it.</summary>
    IReadOnlyList<string> Uses { get; }

    /// <summary>What turns events into rows, for one thread; the rows of an event depend on detector, settings, models and the event alone.</summary>
    /// <param name="response">The detector.</param>
    /// <param name="settings">The settings of every step of the reconstruction.</param>
    /// <param name="models">Where the models of <see cref="Uses"/> are.</param>
    /// <exception cref="UserErrorException">One of them cannot be read or has other features.</exception>
    Func<EventResult, IReadOnlyList<TrainingRow>> Sampler(DetectorResponse response, ReconstructionSettings settings, ModelFolder models);
}
