using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

public sealed class PhysicsVerbTests : IDisposable
{
    // The benchmark "single_m4_0.1_mz_0.03" of validation/reference/darknews, whose couplings are DarkNews's.
    private const string Benchmark = "model: single\nm4: 0.1\nmzprime: 0.03\nUmu4: 1.0e-4\ngD: 1.0\nepsilon: 8.0e-4\nemCoupling: darknews\nzInterference: false\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void XsecPrintsWhatScriptsRelyOn()
    {
        string card = folder.Write("card.yaml", Benchmark);
        Outcome outcome = Shell.Umbriel("xsec", card, "--target", "Ar40", "--regime", "coherent", "--helicity", "conserving", "--energies", "0.3,1.5", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        JsonElement[] rows = [.. document.RootElement.EnumerateArray()];
        rows.Select(row => row.GetProperty("energy_GeV").GetDouble()).ShouldBe([0.3, 1.5]);

        // validation/reference/darknews/xsec.csv, Ar40, coherent, HC, column sigma_KinMix_cm2; the issue's tolerance.
        rows[0].GetProperty("sigma_cm2").GetDouble().ShouldBe(3.7120973e-39, 0.005 * 3.7120973e-39);
        rows[1].GetProperty("sigma_cm2").GetDouble().ShouldBe(5.4058839e-39, 0.005 * 5.4058839e-39);
    }

    [Fact]
    public void XsecOfBothHelicitiesIsTheirSum()
    {
        string card = folder.Write("card.yaml", Benchmark);
        double Sigma(string helicity) => JsonDocument.Parse(Shell.Umbriel("xsec", card, "--helicity", helicity, "--energies", "0.3", "--json").Output)
            .RootElement[0].GetProperty("sigma_cm2").GetDouble();
        double both = Sigma("both");
        both.ShouldBe(Sigma("conserving") + Sigma("flipping"), 1e-12 * both);
    }

    [Fact]
    public void TheNuclearResponseIsSetOnTheCommandLine()
    {
        string card = folder.Write("card.yaml", Benchmark);
        double Sigma(params string[] settings) => JsonDocument.Parse(Shell.Umbriel(["xsec", card, "--regime", "p-el", "--energies", "0.8", "--json", .. settings]).Output)
            .RootElement[0].GetProperty("sigma_cm2").GetDouble();

        // validation/bound-nucleons.md: about a tenth is left with a light Z'.
        (Sigma("--set", "nuclearResponse=fermi-gas") / Sigma()).ShouldBeInRange(0.06, 0.12);
        Outcome wrong = Shell.Umbriel("xsec", card, "--set", "nuclearResponse=shell");
        wrong.ExitCode.ShouldBe(2);
        wrong.Error.ShouldContain("free or fermi-gas");
    }

    [Fact]
    public void XsecOfAStandardModelProcessPrintsWhatScriptsRelyOn()
    {
        Outcome outcome = Shell.Umbriel("xsec", "--process", "nu-e", "--current", "nc", "--target", "Ar40", "--neutrino", "nu_e", "--energies", "1,2", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        JsonElement[] rows = [.. document.RootElement.EnumerateArray()];
        rows[0].EnumerateObject().Select(member => member.Name).ShouldBe(["energy_GeV", "sigma_cm2"]);
        rows.Select(row => row.GetProperty("energy_GeV").GetDouble()).ShouldBe([1.0, 2.0]);

        // 18 electrons, 2 G_F² m_e E/π (g_L² + g_R²/3) at 1 GeV: 18 · 1.7230e-41 · 0.55261 cm².
        rows[0].GetProperty("sigma_cm2").GetDouble().ShouldBe(1.714e-40, 0.002e-40);
    }

    [Fact]
    public void XsecAveragedOverTheFluxIsOneRow()
    {
        Outcome outcome = Shell.Umbriel("xsec", "--process", "coh-pi", "--current", "nc", "--flux-averaged", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement row = JsonDocument.Parse(outcome.Output).RootElement.EnumerateArray().Single();
        row.GetProperty("energy_GeV").GetDouble().ShouldBe(0.823, 0.001); // mean of the published bins
        row.GetProperty("sigma_cm2").GetDouble().ShouldBe(0.039e-38, 0.002e-38); // validation/neutrino-interactions.md
    }

    [Theory]
    [InlineData("--process qe --regime coherent", "--regime")]
    [InlineData("--process qe --helicity both", "--helicity")]
    [InlineData("--process qe cards/key-point.yaml", "a card and --process")]
    [InlineData("--process qe --flux-averaged --energies 1", "--energies")]
    [InlineData("--process dis", "2p2h")]
    [InlineData("--process nu-e --current cc", "elastic")]
    [InlineData("--process qe --current weak", "cc or nc")]
    [InlineData("--process qe --target Xe136", "Xe136")]
    [InlineData("--process qe --neutrino nu_tau", "nu_mu_bar")]
    [InlineData("cards/key-point.yaml --current cc", "--current")]
    [InlineData("cards/key-point.yaml --flux-averaged", "--flux-averaged")]
    [InlineData("", "neither a card nor --process")]
    public void XsecRefusesWhatDoesNotGoTogether(string options, string named)
    {
        Outcome outcome = Shell.Umbriel(["xsec", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(o => o.StartsWith("cards/", StringComparison.Ordinal) ? Repository.PathOf(o) : o)]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]+\n\z");
        outcome.Error.ShouldContain(named);
    }

    [Fact]
    public void WidthPrintsWhatScriptsRelyOn()
    {
        Outcome outcome = Shell.Umbriel("width", folder.Write("card.yaml", Benchmark), "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        document.RootElement.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["gamma_parent_GeV", "ctau_parent_cm", "gamma_zprime_ee_GeV", "br_ee"]);

        // validation/reference/darknews/decays.csv, row single_m4_0.1_mz_0.03, gD=1, dirac.
        document.RootElement.GetProperty("gamma_parent_GeV").GetDouble().ShouldBe(1.0799967e-10, 0.001 * 1.08e-10);
        document.RootElement.GetProperty("ctau_parent_cm").GetDouble().ShouldBe(0.00018271072, 0.001 * 0.000183);
        document.RootElement.GetProperty("gamma_zprime_ee_GeV").GetDouble().ShouldBe(4.8507917e-11, 0.001 * 4.85e-11);
        document.RootElement.GetProperty("br_ee").GetDouble().ShouldBe(1.0);
    }

    [Fact]
    public void AGapBelowTwoElectronsIsRefused()
    {
        Outcome outcome = Shell.Umbriel("width", folder.Write("card.yaml", "model: dual\nm4: 0.1\nm5: 0.1005\nmzprime: 0.03\n"));
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]*card\.yaml[^\n]*m5[^\n]*\n\z");
    }

    [Theory]
    [InlineData("xsec", "--energies", "0.5,,1")]
    [InlineData("xsec", "--energies", "-1")]
    [InlineData("xsec", "--energies", "NaN")]
    [InlineData("xsec", "--energies", "1e400")]
    [InlineData("xsec", "--target", "Xe136")]
    [InlineData("xsec", "--target", "H1")]
    [InlineData("xsec", "--regime", "inelastic")]
    [InlineData("xsec", "--helicity", "left")]
    [InlineData("xsec", "--neutrino", "nu_e")]
    public void AWrongOptionIsOneLineAndTwo(string verb, string option, string value)
    {
        Outcome outcome = Shell.Umbriel(verb, Repository.PathOf("cards/key-point.yaml"), option, value);
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]+\n\z");
    }

    [Theory]
    [InlineData("xsec")]
    [InlineData("width")]
    [InlineData("cite")]
    public void AMissingCardIsOneLineAndTwo(string verb)
    {
        Outcome outcome = Shell.Umbriel(verb, folder["none.yaml"]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldBe($"umbriel: {folder["none.yaml"]}: no such file\n");
    }
}
