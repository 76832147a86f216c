using Umbriel.Core.Events;

namespace Umbriel.Core.Tests.Events;

/// <summary>Categories from hand-made final states.</summary>
public class EventClassifierTests
{
    private const int Argon = 1000180400;

    /// <summary>Neutrino, process, target, stable particles, category.</summary>
    public static TheoryData<int, int, int, int[], EventCategory> Events => new()
    {
        { 14, 0, Argon, [14, 2112, 111], EventCategory.NcPi0 },
        { -14, 0, Argon, [-14, 2112, 111, 211, -211], EventCategory.NcPi0 },
        { 14, 150, Argon, [14, 111], EventCategory.NcPi0Coherent },
        { 14, 0, Argon, [14, 111, Argon], EventCategory.NcPi0Coherent },
        { 14, 450, Argon, [14, 111, 2009900000], EventCategory.NcPi0 },
        { 14, 0, Argon, [14, 111, 111, 2212], EventCategory.NcOther },
        { 12, 0, Argon, [12, 111, 2212], EventCategory.NcPi0 },
        { 14, 0, Argon, [14, 22, 2212], EventCategory.NcGamma },
        { 14, 0, Argon, [14, 22, 22, 2212], EventCategory.NcOther },
        { 14, 0, Argon, [14, 2212], EventCategory.NcOther },
        { 14, 0, Argon, [2212], EventCategory.NcOther },
        { 14, 0, Argon, [13, 2212, 111], EventCategory.CcPi0 },
        { 14, 0, Argon, [13, 2212, 111, 211], EventCategory.CcPi0 },
        { 14, 0, Argon, [13, 2212, 111, 111], EventCategory.NumuCc },
        { 14, 0, Argon, [13, 211], EventCategory.NumuCc },
        { -14, 0, Argon, [-13, 2112], EventCategory.NumuCc },
        { 14, 450, Argon, [13, 14, -14, 2212], EventCategory.NcOther },
        { 12, 0, Argon, [11, 2212, 111], EventCategory.NueCc },
        { -12, 0, Argon, [-11, 2112], EventCategory.NueCc },
        { 16, 0, Argon, [15, 2212], EventCategory.Unknown },
        { 14, 0, Argon, [14, 11], EventCategory.NuE },
        { 12, 0, 11, [12, 11], EventCategory.NuE },
        { -12, 0, Argon, [-12, 11], EventCategory.NuE },
        { 12, 0, Argon, [11], EventCategory.NueCc },
        { 14, 0, Argon, [12, 11, -11], EventCategory.NcOther },
        { 14, 0, Argon, [5914, 11, -11], EventCategory.Signal },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void What_comes_out_says_what_it_was(int neutrino, int process, int target, int[] stable, EventCategory category)
    {
        FinalState final = new();
        foreach (int pdg in stable)
        {
            final.Add(pdg, 1, 0.3);
        }

        EventClassifier.Classify(new EventNeutrino(neutrino, 1.0, 0), process, target, final).ShouldBe(category);
        EventClassifier.Classify(null, process, target, final).ShouldBe(category == EventCategory.Signal ? EventCategory.Signal : EventCategory.Unknown);
    }

    [Fact]
    public void A_pion_that_the_file_decays_counts_and_photons_of_the_nucleus_do_not()
    {
        FinalState final = new();
        final.Add(111, 2, 0.3);
        final.Add(22, 1, 0.15);
        final.Add(22, 1, 0.15);
        final.Add(14, 1, 0.5);
        final.Add(111, 21, 0.3);
        EventClassifier.Classify(new EventNeutrino(14, 1.0, 0), 0, Argon, final).ShouldBe(EventCategory.NcPi0);
        final.Clear();
        final.Add(22, 1, 0.006);
        final.Add(14, 1, 0.5);
        EventClassifier.Classify(new EventNeutrino(14, 1.0, 0), 0, Argon, final).ShouldBe(EventCategory.NcOther);
    }

    [Fact]
    public void Every_category_and_region_has_its_word()
    {
        EventTokens.Categories.Count.ShouldBe(Enum.GetValues<EventCategory>().Length);
        EventTokens.Regions.Count.ShouldBe(Enum.GetValues<EventRegion>().Length);
        EventCategory.NcPi0Coherent.Token().ShouldBe("nc-pi0-coherent");
        EventCategory.Cosmic.Token().ShouldBe("cosmic");
        EventRegion.Dirt.Token().ShouldBe("dirt");
    }

    [Fact]
    public void Labels_are_equal_by_their_values()
    {
        EventLabel one = EventLabel.None with { NamedWeights = [1.0, 2.0], Neutrino = new EventNeutrino(14, 0.7, 211) };
        (one with { NamedWeights = new List<double> { 1.0, 2.0 } }).ShouldBe(one);
        (one with { NamedWeights = [1.0, 3.0] }).ShouldNotBe(one);
        WeightNames.Of(["a", "b"]).ShouldBe(new WeightNames("a\nb"));
        WeightNames.None.Count.ShouldBe(0);
    }
}
