using Umbriel.Core;

namespace Umbriel.Beam.Tests;

public sealed class ParentDecayPositionTests
{
    private const double Baseline = 46850.0;
    private static readonly ParentDecayPosition Published = ParentDecayPosition.Load(Path.Combine(Repository.Root, "data", "flux", "bnb_parent_decay_position.csv"));

    [Fact]
    public void The_flux_at_the_detector_is_the_flux_at_the_detector()
    {
        // The mean over normalised probabilities of 1.
        foreach (double energy in new[] { 0.0, 0.1, 0.8, 2.0, 4.0, 9.0 })
        {
            Published.FluxRatio(energy, Baseline, Baseline).ShouldBe(1.0, 1e-12);
        }
    }

    [Fact]
    public void The_flux_falls_with_distance()
    {
        foreach (double energy in new[] { 0.1, 0.8, 3.0 })
        {
            double last = double.PositiveInfinity;
            for (double r = 6000.0; r < 1e5; r *= 1.05)
            {
                double ratio = Published.FluxRatio(energy, r, Baseline);
                ratio.ShouldBeLessThan(last);
                last = ratio;
            }

            // Far away the pipe is a point near its mean.
            double far = 1e9;
            double asymptotic = Published.FluxRatio(energy, far, 2.0 * far);
            asymptotic.ShouldBe(4.0, 1e-4);
        }
    }

    [Fact]
    public void Decays_happen_in_the_pipe()
    {
        foreach (double energy in new[] { 0.1, 0.5, 1.0, 2.0, 4.0, 20.0 })
        {
            Published.Mean(energy).ShouldBeInRange(0.0, 5000.0); // 50 m
        }

        // Time dilation: faster parents decay further down.
        Published.Mean(2.0).ShouldBeGreaterThan(Published.Mean(0.3));
    }

    [Fact]
    public void A_table_of_two_positions_by_hand()
    {
        // Shares 1 : 3 at 10 m and 20 m; ratio at 60 m for 110 m: ¼ (100/50)² + ¾ (90/40)² = 4.796875; mean 17.5 m.
        ParentDecayPosition table = Load("energy_GeV,z_10_m,z_20_m\n1,5,15\n2,7,0\n3,0,0\n");
        table.FluxRatio(1.0, 6000.0, 11000.0).ShouldBe(4.796875, 1e-12);
        table.Mean(1.0).ShouldBe(1750.0, 1e-9);
        table.Mean(1.4).ShouldBe(1750.0, 1e-9); // nearest row
        table.Mean(1.6).ShouldBe(1000.0, 1e-9);
        table.Mean(50.0).ShouldBe(1000.0, 1e-9); // the empty row at 3 GeV has no say
    }

    [Theory]
    [InlineData("energy_GeV,z_10_m,z_20_m\n1,5,-1\n", "negative")]
    [InlineData("energy_GeV,z_10_m,depth\n1,5,1\n", "'depth'")]
    [InlineData("energy_GeV,z_x_m\n1,5\n", "'z_x_m'")]
    [InlineData("energy_GeV,z_10_m\n1,0\n", "no probabilities")]
    [InlineData("energy_GeV,z_10_m\n", "no probabilities")]
    [InlineData("energy_GeV,z_10_m\n1,NaN\n", "NaN")]
    [InlineData("", "empty")]
    public void Bad_tables_are_refused_in_one_line(string text, string named)
    {
        string message = Should.Throw<UserErrorException>(() => Load(text)).Message;
        message.ShouldContain(named);
        message.ShouldContain("positions.csv");
        message.ShouldNotContain("\n");
    }

    private static ParentDecayPosition Load(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["positions.csv"], text);
        return ParentDecayPosition.Load(folder["positions.csv"]);
    }
}
