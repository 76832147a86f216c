using System.Text.Json;
using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Inference;
using Umbriel.Reports;
using Umbriel.Response;
using Umbriel.Response.Published;
using Umbriel.Scan;
using Umbriel.Systematics;
using ScanSettings = Umbriel.Inference.ScanSettings;

namespace Umbriel.EndToEnd.Tests;

public sealed class SearchOutputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void LimitsHaveTheColumnsScriptsRelyOn() =>
        LimitRow.ToCsv([new("single", 0.03, 0.1, 1.5e-10, null), new("dual", 1.25, 1, null, 2e-7)]).ShouldBe(
            "scenario,mzprime_GeV,mass_GeV,observed_U2,expected_U2\nsingle,0.03,0.1,1.5E-10,\ndual,1.25,1,,2E-07\n");

    [Fact]
    public void LimitsAreReadBack()
    {
        LimitRow[] rows = [new("single", 0.03, 1.0 / 3, 1.5e-10, null), new("dual", 1.25, 1, null, 2e-7)];
        LimitRow.FromCsv("limits.csv", LimitRow.ToCsv(rows).Split('\n')[..^1]).ShouldBe(rows);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("scenario,mass\n", 1)]
    [InlineData(LimitRow.Header + "\nsingle,0.03,0.1,1e-10\n", 2)]
    [InlineData(LimitRow.Header + "\nsingle,0.03,0.1,1e-10,\nsingle,,0.1,1e-10,\n", 3)]
    [InlineData(LimitRow.Header + "\nsingle,0.03,0.1,NaN,\n", 2)]
    public void OtherLimitsAreRefusedWithTheirLine(string text, int line) =>
        Should.Throw<UserErrorException>(() => LimitRow.FromCsv("limits.csv", text.Split('\n')[..^1])).Message.ShouldStartWith($"limits.csv:{line}: ");

    [Fact]
    public void TheSummaryHasTheMembersScriptsRelyOn()
    {
        PointResult point = new(
            new DarkSectorParameters { Scenario = Scenario.Dual, M4 = 0.05, M5 = 0.1, MZPrime = 0.03, Umu5 = 1e-4 },
            new SelectedSignal(4, 6, 10),
            new PointLimit(new MassLimit(0.1, [new ExclusionInterval(3e-9, null)], []), new BestFit(2.8, 1e-9, 0.1)));
        using JsonDocument document = JsonDocument.Parse(new SearchSummary(
            65.1, 67.3, 0.05, point, 3.08,
            [new SelectionCount("total", "all", new PublishedCount(95, 69.7, 17.3), 66.0)],
            [new VariableRow(FitVariable.Rate, PublishedReadings.Default, 1, 2.0, new MassLimit(0.1, [], [new ExclusionInterval(4e-9, null)]))],
            new FitSettings(),
            [(BackgroundScaling.Fixed, Plane())],
            [(new ScanPlane(Scenario.Dual, 0.1), new PlaneFlags(true, PlaneEdges.LowMass | PlaneEdges.HighU2, PlaneEdges.None))], 12).ToJson());
        JsonElement closure = document.RootElement.GetProperty("closure");
        closure.GetProperty("selected_signal").GetDouble().ShouldBe(65.1);
        closure.GetProperty("published_signal").GetDouble().ShouldBe(67.3);
        closure.GetProperty("mixture_uncertainty").GetDouble().ShouldBe(0.05);
        document.RootElement.GetProperty("chi2_background_only").GetDouble().ShouldBe(3.08);
        JsonElement own = document.RootElement.GetProperty("point");
        own.GetProperty("scenario").GetString().ShouldBe("dual");
        own.GetProperty("mass_GeV").GetDouble().ShouldBe(0.1);
        own.GetProperty("mzprime_GeV").GetDouble().ShouldBe(0.03);
        own.GetProperty("U2").GetDouble().ShouldBe(1e-8, 1e-20);
        own.GetProperty("selected_signal").GetDouble().ShouldBe(0.0);
        own.GetProperty("observed_U2").GetDouble().ShouldBe(3e-9);
        own.GetProperty("expected_U2").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonElement plane = document.RootElement.GetProperty("miniboone")[0];
        plane.GetProperty("scenario").GetString().ShouldBe("dual");
        plane.GetProperty("mzprime_GeV").GetDouble().ShouldBe(0.1);
        plane.GetProperty("preference").GetBoolean().ShouldBeTrue();
        plane.GetProperty("region_edges").EnumerateArray().Select(e => e.GetString()).ShouldBe(["low-mass", "high-U2"]);
        plane.GetProperty("best_fit_edges").GetArrayLength().ShouldBe(0);
        JsonElement count = document.RootElement.GetProperty("counts")[0];
        count.GetProperty("selection").GetString().ShouldBe("total");
        count.GetProperty("data").GetDouble().ShouldBe(95);
        count.GetProperty("background").GetDouble().ShouldBe(69.7);
        count.GetProperty("background_error").GetDouble().ShouldBe(17.3);
        count.GetProperty("signal").GetDouble().ShouldBe(66.0);
        JsonElement variable = document.RootElement.GetProperty("variables")[0];
        variable.GetProperty("variable").GetString().ShouldBe("rate");
        variable.GetProperty("bins").GetInt32().ShouldBe(1);
        variable.GetProperty("chi2_background_only").GetDouble().ShouldBe(2.0);
        variable.GetProperty("observed_U2").ValueKind.ShouldBe(JsonValueKind.Null);
        variable.GetProperty("expected_U2").GetDouble().ShouldBe(4e-9);
        JsonElement limits = document.RootElement.GetProperty("limits")[0];
        limits.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["scenario", "mzprime_GeV", "interval", "level", "threshold", "statistic", "covariance", "scaling", "chi2_background_only", "best_fit_U2", "best_fit_mass_GeV", "best_fit_chi2", "masses"]);
        limits.GetProperty("scaling").GetString().ShouldBe("fixed");
        limits.GetProperty("masses")[0].GetProperty("mass_GeV").GetDouble().ShouldBe(0.2);
        limits.GetProperty("masses")[0].GetProperty("observed_U2").GetDouble().ShouldBe(3e-9);
        limits.GetProperty("masses")[0].GetProperty("expected_U2").ValueKind.ShouldBe(JsonValueKind.Null);
        document.RootElement.GetProperty("wall_seconds").GetDouble().ShouldBe(12);
    }

    private static PlaneResult Plane() => new(Scenario.Dual, 0.03, new PlaneSignal(null!, []), new PlaneLimits
    {
        Settings = new ScanSettings { Masses = new ScanAxis("mass", [0.1, 0.2]), Couplings = new ScanAxis("coupling", [1e-9, 1e-8]) },
        ObservedBestFit = new BestFit(2.5, 1e-9, 0.2),
        ExpectedBestFit = new BestFit(0.0, 0.0, null),
        BackgroundOnly = 3.08,
        Points = [],
        ObservedContours = [],
        ExpectedContours = [],
        Limits = [new MassLimit(0.2, [new ExclusionInterval(3e-9, null)], [])],
        ModelEvaluations = 1,
    });

    [Fact]
    public void VerifyFindsWhatChanged()
    {
        string card = Repository.PathOf("cards/letter.yaml");
        using (OutputFolder output = new(folder["out"]))
        {
            output.WriteText("limits.csv", "a\n");
            output.WriteText("summary.json", "{}\n");
            output.Commit(["figure", "cards/letter.yaml"], CardReader.Read(card), [card, Repository.PathOf("data/hepdata-2502.10900/dark_portal_energy.yaml")], "summary.json");
        }

        Outcome good = Shell.Umbriel("verify", folder["out"]);
        good.ExitCode.ShouldBe(0, good.Error);
        good.Output.ShouldStartWith("1 outputs and 2 inputs agree");

        File.WriteAllText(folder["out/summary.json"], "{ }");
        Shell.Umbriel("verify", folder["out"]).ExitCode.ShouldBe(0);

        File.WriteAllText(folder["out/limits.csv"], "b\n");
        Outcome bad = Shell.Umbriel("verify", folder["out"], "--json");
        bad.ExitCode.ShouldBe(1);
        using JsonDocument document = JsonDocument.Parse(bad.Output);
        document.RootElement.GetProperty("agrees").GetBoolean().ShouldBeFalse();
        document.RootElement.GetProperty("differences")[0].GetString()!.ShouldStartWith("limits.csv: sha256");

        Shell.Umbriel("cite", folder["out"]).Output.ShouldBe(Shell.Umbriel("cite", card).Output);
    }

    [Fact]
    public void VerifyOfSomethingElseIsOneLineAndTwo()
    {
        Outcome outcome = Shell.Umbriel("verify", folder.Path);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]*manifest\.json[^\n]*\n\z");
    }
}
