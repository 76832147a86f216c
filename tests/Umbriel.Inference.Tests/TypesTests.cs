using System.Reflection;
using Umbriel.Core;

namespace Umbriel.Inference.Tests;

public sealed class TypesTests
{
    [Fact]
    public void Fractional_and_absolute_covariances_cannot_be_mixed()
    {
        // What would have to exist for a mix-up to compile: a conversion, a common base type or interface, an operator
        // or a method of one type that takes the other.
        Type f = typeof(FractionalCovariance);
        Type a = typeof(AbsoluteCovariance);
        f.BaseType.ShouldBe(typeof(object));
        a.BaseType.ShouldBe(typeof(object));
        f.GetInterfaces().Intersect(a.GetInterfaces()).ShouldBeEmpty();
        foreach ((Type self, Type other) in new[] { (f, a), (a, f) })
        {
            foreach (MethodInfo method in self.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                method.Name.ShouldNotBeOneOf("op_Implicit", "op_Explicit");
                method.GetParameters().ShouldNotContain(p => p.ParameterType == other, method.Name);
            }
        }

        // The only ways across need a prediction.
        f.GetMethods().Where(m => m.ReturnType == a).ShouldAllBe(m => m.GetParameters().Any(p => p.ParameterType == typeof(Spectrum)));
        a.GetMethods().Where(m => m.ReturnType == f).ShouldAllBe(m => m.GetParameters().Any(p => p.ParameterType == typeof(Spectrum)));
    }

    [Fact]
    public void A_fraction_becomes_events_and_back()
    {
        Binning bins = Toy.Bins(2);
        var fraction = new FractionalCovariance(bins, [0.04, 0.01, 0.01, 0.09], "flux");
        var prediction = new Spectrum(bins, [new Subchannel("a", [6, 10]), new Subchannel("b", [4, 10])]);
        AbsoluteCovariance events = fraction.ToAbsolute(prediction);

        // By hand: 0.04 x 10 x 10, 0.01 x 10 x 20, 0.09 x 20 x 20.
        events[0, 0].ShouldBe(4.0, 1e-12);
        events[0, 1].ShouldBe(2.0, 1e-12);
        events[1, 1].ShouldBe(36.0, 1e-12);
        events.Uncertainty(1).ShouldBe(6.0, 1e-12);
        events.Sources.ShouldBe("flux");
        events.ToFractional(prediction)[0, 1].ShouldBe(0.01, 1e-15);
        (events + events)[1, 1].ShouldBe(72.0, 1e-12);
        (events + events).Sources.ShouldBe("flux + flux");
    }

    [Fact]
    public void Channels_keep_their_order_and_can_be_taken_out()
    {
        var bins = new Binning(new Channel("score", 0, 0.5, 1), new Channel("2g0p", 0, 1, 2, 3));
        bins.BinCount.ShouldBe(5);
        bins.RangeOf("2g0p").ShouldBe(2..5);
        var spectrum = new Spectrum(bins, "b", [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]);
        spectrum.Sum().ShouldBe(15.0);
        spectrum.Only("2g0p").Total.ToArray().ShouldBe([3.0, 4.0, 5.0]);
        spectrum.Only("2g0p").Data.ToArray().ShouldBe([3.0, 2.0, 1.0]);
        double[] matrix = new double[25];
        for (int i = 0; i < 5; i++)
        {
            matrix[i * 6] = i + 1;
        }

        new AbsoluteCovariance(bins, matrix, "x").Only("2g0p")[2, 2].ShouldBe(5.0);
    }

    [Fact]
    public void A_covariance_in_another_order_of_channels_is_refused()
    {
        var score = new Channel("score", 0, 1);
        var side = new Channel("side", 0, 1);
        var fraction = new FractionalCovariance(new Binning(score, side), [0.1, 0, 0, 0.1], "x");
        var prediction = new Spectrum(new Binning(side, score), "b", [1, 2]);
        Should.Throw<ArgumentException>(() => fraction.ToAbsolute(prediction)).Message
            .ShouldStartWith("prediction with the bins side(1) + score(1); expected the same channels, bins and order as score(1) + side(1)");
    }

    [Theory]
    [InlineData(new[] { 1.0, 0.5, 0.4, 1.0 }, "elements (2, 1) and (1, 2): found 0.4 and 0.5; expected a symmetric matrix")]
    [InlineData(new[] { 1.0, 2.0, 2.0, 1.0 }, "found a smallest eigenvalue of -1; expected a positive-semidefinite matrix")]
    [InlineData(new[] { 1.0, 0.0, 0.0, double.NaN }, "element (2, 2): found NaN; expected a finite number")]
    [InlineData(new[] { 1.0, 0.0, 0.0 }, "found 3 elements; expected 2 x 2 = 4")]
    public void Bad_matrices_are_refused_with_their_reason(double[] elements, string reason)
    {
        Should.Throw<ArgumentException>(() => new AbsoluteCovariance(Toy.Bins(2), elements, "x")).Message
            .ShouldContain(reason);
        FractionalCovariance.TryCreate(Toy.Bins(2), elements, "x", 1e-9, out FractionalCovariance? none, out CovarianceFlaw? flaw).ShouldBeFalse();
        none.ShouldBeNull();
        flaw!.ToString().ShouldEndWith(reason);
    }

    [Fact]
    public void Singular_but_semidefinite_matrices_pass() =>
        new AbsoluteCovariance(Toy.Bins(2), [1.0, 1.0, 1.0, 1.0], "fully correlated")[0, 1].ShouldBe(1.0);

    [Theory]
    [InlineData(-0.34)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Impossible_correlations_are_refused(double correlation) =>
        Should.Throw<ArgumentException>(() => AbsoluteCovariance.FromErrors(Toy.Bins(4), [1, 1, 1, 1], correlation, "x")).Message
            .ShouldContain("a number between -0.3333 and 1");

    [Fact]
    public void Bad_spectra_are_refused()
    {
        Binning bins = Toy.Bins(2);
        Should.Throw<ArgumentException>(() => new Spectrum(bins, "b", [1])).Message.ShouldContain("1 counts");
        Should.Throw<ArgumentException>(() => new Spectrum(bins, "b", [1, -1])).Message.ShouldContain("b, bin 2: found -1");
        Should.Throw<ArgumentException>(() => new Spectrum(bins, "b", [1, 1], [1, double.NaN])).Message.ShouldContain("data, bin 2");
        Should.Throw<InvalidOperationException>(() => new Spectrum(bins, "b", [1, 1]).Data.ToArray()).Message.ShouldContain("data");
        Should.Throw<ArgumentException>(() => new Channel("c", 0, 2, 1)).Message.ShouldContain("edge 1");
        Should.Throw<ArgumentException>(() => new Binning(new Channel("c", 0, 1), new Channel("c", 0, 1))).Message.ShouldContain("distinct names");
        Should.Throw<ArgumentException>(() => bins.RangeOf("score")).Message.ShouldContain("one of toy");
    }
}
