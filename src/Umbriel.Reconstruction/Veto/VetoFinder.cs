using Umbriel.Detector.Readout;
using Umbriel.Learning;

namespace Umbriel.Reconstruction.Veto;

/// <summary>
/// Looks for company of a shower among the charge that is left beside it: the second photon of a π0, or the stub of a proton, mostly behind
/// the shower, where a photon comes from. Clusters of each view are scored by boosted trees; the event's score is the best among candidates.
/// A stub that touches the shower is not found. Immutable; threads share it.
/// </summary>
public sealed class VetoFinder
{
    /// <summary>Name of the classifier of second photons for <c>umbriel train</c>, and of its file.</summary>
    public const string SecondShowerName = "second-shower";

    /// <summary>The same of protons.</summary>
    public const string StubName = "stub";

    private readonly Func<VetoEvent, VetoSearch> search;
    private readonly BoostedTrees model;

    private VetoFinder(Func<VetoEvent, VetoSearch> search, IReadOnlyList<string> features, BoostedTrees model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.Names.SequenceEqual(features))
        {
            throw new ArgumentException("The model was trained with other features.", nameof(model));
        }

        this.search = search;
        this.model = model;
    }

    /// <summary>For second photons.</summary>
    /// <param name="response">The detector.</param>
    /// <param name="settings">Where they are looked for; the model was trained with the same.</param>
    /// <param name="model">Trees with the features of <see cref="SecondShowerClusters.Names"/>.</param>
    public static VetoFinder OfSecondShowers(DetectorResponse response, SecondShowerSettings settings, BoostedTrees model) =>
        new(new SecondShowerClusters(response, settings).Search, SecondShowerClusters.Names, model);

    /// <summary>For protons.</summary>
    /// <param name="response">The detector.</param>
    /// <param name="settings">What may be a stub; the model was trained with the same.</param>
    /// <param name="model">Trees with the features of <see cref="StubClusters.Names"/>.</param>
    public static VetoFinder OfStubs(DetectorResponse response, StubSettings settings, BoostedTrees model) =>
        new(new StubClusters(response, settings).Search, StubClusters.Names, model);

    /// <summary>Scores what is around the shower of an event.</summary>
    public VetoResult Find(VetoEvent found) => VetoScores.Of(search(found), model);
}
