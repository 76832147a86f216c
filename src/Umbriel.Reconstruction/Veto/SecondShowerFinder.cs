using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Learning;

namespace Umbriel.Reconstruction.Veto;

/// <summary>
/// Looks for the second photon of a π0 among the charge that is left beside a shower. Clusters of each view are scored by boosted trees;
/// the event's score is the best among candidates. Immutable; threads share it.
/// </summary>
public sealed class SecondShowerFinder
{
    /// <summary>Name of the classifier for <c>umbriel train</c>, and of its file.</summary>
    public const string Name = "second-shower";

    private readonly SecondShowerClusters clusters;
    private readonly BoostedTrees model;

    /// <summary>Prepares for a detector.</summary>
    /// <param name="response">The detector.</param>
    /// <param name="settings">Where it is looked for; the model was trained with the same.</param>
    /// <param name="model">Trees with the features of <see cref="SecondShowerClusters.Names"/>.</param>
    public SecondShowerFinder(DetectorResponse response, SecondShowerSettings settings, BoostedTrees model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.Names.SequenceEqual(SecondShowerClusters.Names))
        {
            throw new ArgumentException("The model was trained with other features.", nameof(model));
        }

        clusters = new SecondShowerClusters(response, settings);
        this.model = model;
    }

    /// <summary>With the model that comes with Umbriel: <c>data/reconstruction/second-shower.json</c>.</summary>
    /// <exception cref="UserErrorException">It cannot be read, is malformed, or was trained with other features.</exception>
    public static SecondShowerFinder Default(DetectorResponse response) =>
        new(response, new SecondShowerSettings(), DefaultModel());

    /// <summary>That model.</summary>
    /// <exception cref="UserErrorException">As <see cref="Default"/>.</exception>
    public static BoostedTrees DefaultModel() => BoostedTrees.Load(UmbrielHome.DataPath("reconstruction", $"{Name}.json"), SecondShowerClusters.Names);

    /// <summary>Scores what is left in an event.</summary>
    public VetoResult Find(VetoEvent found) => VetoScores.Of(clusters.Search(found), model);
}
