using Umbriel.Core;

namespace Umbriel.Studies.Training;

/// <summary>Every classifier that can be trained.</summary>
public static class TrainingTargets
{
    /// <summary>The classifiers, in the order in which they are trained: each may use those before it.</summary>
    public static IReadOnlyList<ITrainingTarget> All { get; } = [new StartTarget(), new ProngTarget(), new PieceTarget(), new TrackScoreTarget(), new SecondShowerTarget(), new StubTarget()];

    /// <summary>The classifier of that name.</summary>
    /// <param name="source">Option or argument that holds the name, for messages.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static ITrainingTarget Named(string source, string name) =>
        All.FirstOrDefault(target => target.Name == name) ?? throw new UserErrorException(source, null, $"'{name}'", $"one of {string.Join(", ", All.Select(static target => target.Name))}");
}
