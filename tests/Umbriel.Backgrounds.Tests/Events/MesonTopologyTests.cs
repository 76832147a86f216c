using Umbriel.Backgrounds.Events;

namespace Umbriel.Backgrounds.Tests.Events;

public sealed class MesonTopologyTests
{
    [Theory]
    [InlineData(WeakCurrent.Charged, "cc0pi", 2212, 2112)]
    [InlineData(WeakCurrent.Charged, "cc1pi+", 2212, 211)]
    [InlineData(WeakCurrent.Charged, "cc1pi-", -211, 2212)]
    [InlineData(WeakCurrent.Charged, "cc1pi0", 2212, 111, 2112)]
    [InlineData(WeakCurrent.Neutral, "nc1pi0", 2112, 111)]
    [InlineData(WeakCurrent.Neutral, "nc-multi-pi", 2112, 111, 111)]
    [InlineData(WeakCurrent.Neutral, "nc0pi", 2112, 22)]
    [InlineData(WeakCurrent.Neutral, "nc0pi", 11)]
    [InlineData(WeakCurrent.Neutral, "other", 2112, 221)]
    [InlineData(WeakCurrent.Charged, "other", 3122, 321, 211)]
    public void A_class_counts_pions_without_other_mesons(WeakCurrent current, string expected, params int[] codes)
    {
        MesonTopology.Of(current, [.. codes.Select(code => new Hadron(code, default))]).ShouldBe(expected);
        (expected == MesonTopology.Other || MesonTopology.Names.Contains(expected)).ShouldBeTrue();
    }
}
