using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Learning;

namespace Umbriel.Reconstruction.Veto;

/// <summary>
/// Looks for the stub of a proton around a shower, mostly behind it, where a photon comes from. Short clusters of each view, single hits included, are
/// scored by boosted trees; the event's score is the best among candidates. A stub that touches the shower is not found. Immutable; threads share it.
/// </summary>
public sealed class StubFinder
{
    /// <summary>Name of the classifier for <c>umbriel train</c>, and of its file.</summary>
    public const string Name = "stub";

    private readonly StubClusters clusters;
    private readonly BoostedTrees model;

    /// <summary>Prepares for a detector.</summary>
    /// <param name="response">The detector.</param>
    /// <param name="settings">What may be a stub; the model was trained with the same.</param>
    /// <param name="model">Trees with the features of <see cref="StubClusters.Names"/>.</param>
    public StubFinder(DetectorResponse response, StubSettings settings, BoostedTrees model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.Names.SequenceEqual(StubClusters.Names))
        {
            throw new ArgumentException("The model was trained with other features.", nameof(model));
        }

        clusters = new StubClusters(response, settings);
        this.model = model;
    }

    /// <summary>With the model that comes with Umbriel: <c>data/reconstruction/stub.json</c>.</summary>
    /// <exception cref="UserErrorException">It cannot be read, is malformed, or was trained with other features.</exception>
    public static StubFinder Default(DetectorResponse response) =>
        new(response, new StubSettings(), DefaultModel());

    /// <summary>That model.</summary>
    /// <exception cref="UserErrorException">As <see cref="Default"/>.</exception>
    public static BoostedTrees DefaultModel() => BoostedTrees.Load(UmbrielHome.DataPath("reconstruction", $"{Name}.json"), StubClusters.Names);

    /// <summary>Scores what is around the shower of an event.</summary>
    public VetoResult Find(VetoEvent found) => VetoScores.Of(clusters.Search(found), model);
}
