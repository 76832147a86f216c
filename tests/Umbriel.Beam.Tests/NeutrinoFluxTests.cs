using Umbriel.Core;

namespace Umbriel.Beam.Tests;

public sealed class NeutrinoFluxTests
{
    private const string Header = "energy_low_GeV,energy_high_GeV,nu_e,nu_mu,nubar_e,nubar_mu\n";
    private const string Good = Header + "0,0.1,1,2,3,4\n0.1,0.3,5,6,7,8\n0.3,0.5,0,0,0,0\n";

    private static readonly NeutrinoFlux MicroBooNE = NeutrinoFlux.Load(Path.Combine(Repository.Root, "data", "flux", "bnb_microboone_fhc.csv"));

    [Fact]
    public void Interpolates_linearly_between_bin_centres()
    {
        NeutrinoFlux flux = Load(Good);
        flux.Energies.ShouldBe([0.05, 0.2, 0.4]);
        flux.Evaluate(14, 0.05).ShouldBe(2.0);
        flux.Evaluate(14, 0.2).ShouldBe(6.0);
        flux.Evaluate(14, 0.125).ShouldBe(4.0, 1e-12); // halfway
        flux.Evaluate(-14, 0.3).ShouldBe(4.0, 1e-12);
        flux.Evaluate(12, 0.0875).ShouldBe(2.0, 1e-12); // a quarter of the way from 1 to 5
        flux.Evaluate(-12, 0.4).ShouldBe(0.0);
    }

    [Fact]
    public void Vanishes_outside_the_centres()
    {
        NeutrinoFlux flux = Load(Good);
        flux.Evaluate(14, 0.0499).ShouldBe(0.0);
        flux.Evaluate(14, 0.4001).ShouldBe(0.0);
        flux.Evaluate(14, double.NaN).ShouldBe(0.0);
        flux.MaximumEnergy(14).ShouldBe(0.4);
    }

    [Fact]
    public void Every_centre_and_midpoint_of_the_published_flux()
    {
        for (int i = 1; i < MicroBooNE.Energies.Count; i++)
        {
            double a = MicroBooNE.Energies[i - 1];
            double b = MicroBooNE.Energies[i];
            double mean = 0.5 * (MicroBooNE.Evaluate(14, a) + MicroBooNE.Evaluate(14, b));
            MicroBooNE.Evaluate(14, 0.5 * (a + b)).ShouldBe(mean, (1e-9 * mean) + 1e-30);
        }
    }

    [Fact]
    public void The_integrated_flux_of_muon_neutrinos()
    {
        // Σ content × width of the table's nu_mu column: 7.376e-10 / cm² / POT; DarkNews quotes 7.36e-10 for the same file.
        double sum = 0.0;
        for (int i = 1; i < MicroBooNE.Energies.Count; i++)
        {
            double a = MicroBooNE.Energies[i - 1];
            double b = MicroBooNE.Energies[i];
            sum += 0.5 * (b - a) * (MicroBooNE.Evaluate(14, a) + MicroBooNE.Evaluate(14, b));
        }

        // The trapezia between centres leave out half of the first bin.
        sum += 0.025 * MicroBooNE.Evaluate(14, MicroBooNE.Energies[0]);
        sum.ShouldBe(7.376e-10, 0.001e-10);
        sum.ShouldBe(7.36e-10, 0.003 * 7.36e-10);
    }

    [Theory]
    [InlineData("swapped bins", Header + "0.1,0.3,1,2,3,4\n0,0.1,5,6,7,8\n", "row 2")]
    [InlineData("swapped edges", Header + "0.1,0,1,2,3,4\n0.1,0.2,5,6,7,8\n", "row 1")]
    [InlineData("a gap", Header + "0,0.1,1,2,3,4\n0.2,0.3,5,6,7,8\n", "row 2")]
    [InlineData("a missing column", "energy_low_GeV,energy_high_GeV,nu_e,nu_mu,nubar_e\n0,0.1,1,2,3\n0.1,0.2,1,2,3\n", "nubar_mu")]
    [InlineData("not a number", Header + "0,0.1,1,nan,3,4\n0.1,0.2,5,6,7,8\n", "nu_mu")]
    [InlineData("infinity", Header + "0,0.1,1,2,3,4\n0.1,0.2,5,6,Infinity,8\n", ":3")]
    [InlineData("a word", Header + "0,0.1,1,2,3,4\n0.1,0.2,5,six,7,8\n", "'six'")]
    [InlineData("a negative flux", Header + "0,0.1,1,2,3,4\n0.1,0.2,5,-6,7,8\n", "nu_mu, row 2")]
    [InlineData("a short row", Header + "0,0.1,1,2,3,4\n0.1,0.2,5,6,7\n", ":3")]
    [InlineData("one bin", Header + "0,0.1,1,2,3,4\n", "1 energy bins")]
    [InlineData("no rows", Header, "0 energy bins")]
    [InlineData("nothing", "", "empty")]
    [InlineData("comments only", "# flux\n# of nothing\n", "empty")]
    public void Bad_tables_are_refused_in_one_line(string what, string text, string named)
    {
        string message = Should.Throw<UserErrorException>(() => Load(text), what).Message;
        message.ShouldContain(named);
        message.ShouldContain("flux.csv");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using TemporaryFolder folder = new();
        Should.Throw<UserErrorException>(() => NeutrinoFlux.Load(folder["none.csv"])).Message.ShouldContain("none.csv");
    }

    private static NeutrinoFlux Load(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["flux.csv"], text);
        return NeutrinoFlux.Load(folder["flux.csv"]);
    }
}
