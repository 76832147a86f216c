namespace Umbriel.Inference.Tests;

public sealed class SignalRankTests
{
    private static readonly ScanAxis Masses = ScanAxis.Logarithmic("mass", 0.01, 1.0, 40);
    private static readonly ScanAxis Couplings = ScanAxis.Logarithmic("|U|^2", 1e-12, 0.0625, 60);

    [Fact]
    public void A_signal_of_one_shape_measures_its_strength_alone() =>
        SignalRank.Of((mass, u2) => [.. new[] { 3.0, 4.6, 12.3, 47.5 }.Select(share => share * u2 * u2 / (mass + u2))], Masses, Couplings).ShouldBe(1);

    [Fact]
    public void A_shape_that_moves_with_the_mass_measures_both() =>
        SignalRank.Of((mass, u2) => [u2, u2 * mass], Masses, Couplings).ShouldBe(2);

    [Fact]
    public void A_signal_of_the_coupling_alone_measures_one() =>
        SignalRank.Of((_, u2) => [u2, 2.0 * u2], Masses, Couplings).ShouldBe(1);

    [Fact]
    public void No_signal_measures_nothing() => SignalRank.Of((_, _) => [0.0, 0.0], Masses, Couplings).ShouldBe(0);
}
