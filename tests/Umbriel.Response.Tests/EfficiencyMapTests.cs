using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;
using Umbriel.Core.Events;

namespace Umbriel.Response.Tests;

public sealed class EfficiencyMapTests
{
    private static readonly Gen<double> Unit = Gen.Choose(0, 1_000_000).Select(i => 1e-6 * i);

    private static Arbitrary<PairKinematics> Pairs => Arb.From(
        from e in Unit
        from t in Unit
        from o in Unit
        from a in Unit
        select new PairKinematics(0.002 * Math.Pow(5000.0, e), 180.0 * t * t, 180.0 * o * o, a, 180.0 * t));

    [Fact]
    public void Efficiencies_are_probabilities_for_any_pair() =>
        Prop.ForAll(Pairs, pair =>
        {
            (double one, double track, double two) = Shared.Response.Efficiency.Evaluate(pair);
            return one >= 0.0 && track >= 0.0 && two >= 0.0 && one + track + two <= 1.0 + 1e-12;
        }).Holds();

    [Fact]
    public void Nothing_is_selected_below_50_MeV() =>
        Prop.ForAll(Pairs, pair => Shared.Response.Efficiency.Evaluate(pair with { Energy = Math.Min(pair.Energy, 0.04999) }) == (0.0, 0.0, 0.0)).Holds();

    [Fact]
    public void Something_is_selected_from_50_MeV_on()
    {
        (double one, double track, double two) = Shared.Response.Efficiency.Evaluate(new PairKinematics(0.05, 1.0, 1.0, 0.5, 1.0));
        (one + track + two).ShouldBeGreaterThan(0.0);
    }

    [Theory]
    [InlineData(2.1, 10, 10, 0.5, 9.0, 10, 10, 0.5)] // energy: last bin 1.95 to 2.2 GeV
    [InlineData(0.5, 44, 10, 0.5, 0.5, 170, 10, 0.5)] // θ: last bin 40° to 45°
    [InlineData(0.5, 10, 119, 0.5, 0.5, 10, 180, 0.5)] // opening angle: last bin 105° to 120°
    [InlineData(0.5, 10, 10, 0.97, 0.5, 10, 10, 1.0)] // asymmetry: last bin 0.96 to 1
    public void The_last_bin_holds_beyond_its_edge(double e, double t, double o, double a, double e2, double t2, double o2, double a2)
    {
        EfficiencyMap map = Shared.Response.Efficiency;
        (double one, double track, double two) = map.Evaluate(new PairKinematics(e, t, o, a, 0.0));
        map.Evaluate(new PairKinematics(e2, t2, o2, a2, 0.0)).ShouldBe((one, track, two));
        (one + track + two).ShouldBeGreaterThan(0.0);
    }

    [Fact]
    public void On_its_own_mixture_the_published_asymmetry_comes_out()
    {
        MixtureSample sample = Shared.Builder.Sample(ReferenceMixtures.Default);
        EfficiencyMap map = new(Shared.Axes, sample);
        foreach (Topology topology in Topologies.Selected)
        {
            map.Residuals[Topologies.Index(topology)].Count.ShouldBe(4);
            map.Residuals[Topologies.Index(topology)][3].ShouldBe(0.0, 1e-5);

            // Residuals by their definition, from the marginals' means on the sample: found is the same for all axes.
            for (int axis = 0; axis < 3; axis++)
            {
                double expected = (sample.MeanEfficiency(3, topology) / sample.MeanEfficiency(axis, topology)) - 1.0;
                map.Residuals[Topologies.Index(topology)][axis].ShouldBe(expected, 1e-5);
            }
        }
    }

    [Fact]
    public void Pair_variables_of_a_hand_made_pair()
    {
        // Electron of 0.4 GeV along (3, 0, 4)/5, positron of 0.1 GeV along z (massless).
        PairKinematics pair = PairKinematics.Of(new FourVector(0.4, 0.24, 0.0, 0.32), new FourVector(0.1, 0.0, 0.0, 0.1));
        pair.Energy.ShouldBe(0.5, 1e-15);
        pair.Asymmetry.ShouldBe(0.6, 1e-15);
        pair.OpeningAngle.ShouldBe(36.8698976, 1e-7); // atan(3/4)
        pair.Theta.ShouldBe(29.7448813, 1e-7); // atan(0.24/0.42)
        pair.LeadingTheta.ShouldBe(36.8698976, 1e-7);
    }
}
