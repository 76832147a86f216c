using Umbriel.Backgrounds.Resonances;
using Umbriel.Core.Numerics;

namespace Umbriel.Backgrounds.Tests.Resonances;

public sealed class BreitWignerTests
{
    [Fact]
    public void Every_line_is_normalised_and_has_its_width_at_its_mass()
    {
        foreach (ResonanceState state in ResonanceTable.Load().States)
        {
            BreitWigner line = new(state);
            line.Width(state.Mass).ShouldBe(state.Width, 1e-12);
            AdaptiveQuadrature.Integrate(line.Density, 1.0, line.Maximum, 1e-7).ShouldBe(1.0, 1e-5);
            line.Density(line.Maximum + 1e-9).ShouldBe(0.0);
            line.Density(1.07).ShouldBe(0.0);
            line.Width(1.0735).ShouldBe(0.0, "the proton and π0's threshold is 0.6 MeV below that of the line");
        }
    }

    [Fact]
    public void The_width_grows_as_the_pion_s_momentum_to_2L_plus_1()
    {
        // p = 0.2291 GeV at 1.232 and 0.3384 at 1.4 GeV with 0.93892 and 0.13498, by hand: ratio 1.4772.
        BreitWigner delta = new(ResonanceTable.Load()[Resonance.P33At1232]);
        (delta.Width(1.4) / delta.Width(1.232)).ShouldBe(Math.Pow(MomentumByHand(1.4) / MomentumByHand(1.232), 3.0), 1e-4);
        BreitWigner s11 = new(ResonanceTable.Load()[Resonance.S11At1535]);
        (s11.Width(1.4) / s11.Width(1.535)).ShouldBe(MomentumByHand(1.4) / MomentumByHand(1.535), 1e-4);
    }

    [Fact]
    public void The_table_refuses_what_is_no_table_of_resonances()
    {
        string good = File.ReadAllText(Core.UmbrielHome.DataPath("interactions", "resonances.csv"));
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "resonances.csv");
        File.WriteAllText(path, good.Replace("\n2214,", "\n2215,", StringComparison.Ordinal));
        Should.Throw<Core.UserErrorException>(() => ResonanceTable.Load(path)).Message.ShouldContain("pdg: found 2215");
        File.WriteAllText(path, good.Replace("\n2214,1.232,0.117", "\n2214,1232,0.117", StringComparison.Ordinal));
        Should.Throw<Core.UserErrorException>(() => ResonanceTable.Load(path)).Message.ShouldContain("mass 1232");
        File.WriteAllText(path, good[..good.IndexOf("\n42212", StringComparison.Ordinal)]);
        Should.Throw<Core.UserErrorException>(() => ResonanceTable.Load(path)).Message.ShouldContain("no row for 42212");
    }

    private static double MomentumByHand(double w)
    {
        const double M = 0.938919;
        const double Pi = 0.1349768;
        double e = ((w * w) + (Pi * Pi) - (M * M)) / (2.0 * w);
        return Math.Sqrt((e * e) - (Pi * Pi));
    }
}
