using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

/// <summary>Every verb, on a card, a site, a detector and files that are none of the examples.</summary>
public sealed class AcceptanceTests : IDisposable
{
    private const string Card = """
        title: own
        model: dual
        m4: 0.09
        m5: 0.19
        mzprime: 0.06
        Umu5: 2.5e-5
        alphaD: 0.3
        POT: 1.3e21
        seed: 11
        scan:
          scenarios: [dual]
          delta: 1.1
          mzprime: [0.06]
          mass: {low: 0.15, high: 0.3, points: 3}
          coupling: {low: 1e-11, high: 1e-7, points: 12}
        response:
          mixture: single
        miniboone:
          release: 2018
          mode: fhc

        """;

    private const string Detector = """
        title: bench
        activeVolume: {x: [0.0, 110.0], y: [-70.0, 70.0], z: [0.0, 240.0]}
        cryostat: {x: [-20.0, 130.0], y: [-90.0, 90.0], z: [-20.0, 260.0]}
        drift: {towards: -x, field: 0.4, temperature: 87.5, speed: 0.142, lifetime: 8, longitudinalDiffusion: 4.5, transverseDiffusion: 9.0}
        planes:
        - {name: U, signal: induction, angle: 45, pitch: 0.4, depth: 0.0, pedestal: 2000, noise: 2.0}
        - {name: V, signal: induction, angle: -45, pitch: 0.4, depth: 0.4, pedestal: 2000, noise: 2.0}
        - {name: Y, signal: collection, angle: 0, pitch: 0.4, depth: 0.8, pedestal: 600, noise: 1.6}
        readout: {frequency: 2, ticks: 2200, preSample: 0.2}
        electronics: {gain: 14, shaping: 2.0, postGain: 1.0, adcPerMillivolt: 2.2, inductionStrength: 0.6}
        recombination: {model: modified-box, A: 0.93, B: 0.212}
        light: {visibleFraction: 0.02, efficiency: 0.02}
        overburden: {thickness: 0}

        """;

    private const string Events = """
        HepMC::Version 3.02.06
        HepMC::Asciiv3-START_EVENT_LISTING
        E 7 1 4
        U MEV CM
        A 0 GenCrossSection 1 0 1 1
        P 1 0 14 0 0 900 900 0 4
        V -1 0 [1] @ 55 5 60 0
        P 2 -1 11 20 10 250 251.00 0.511 1
        P 3 -1 -11 -15 5 180 180.69 0.511 1
        P 4 -1 14 -5 -15 468 468.27 0 1
        E 8 1 3
        U MEV CM
        P 1 0 14 0 0 700 700 0 4
        V -1 0 [1] @ 40 -20 110 0
        P 2 -1 13 60 -30 420 438.6 105.658 1
        P 3 -1 22 -60 30 180 192.1 0 1
        HepMC::Asciiv3-END_EVENT_LISTING

        """;

    private readonly Sandbox sandbox = new();
    private readonly HashSet<string> verbs = [];

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Every_verb_works_on_inputs_of_ones_own()
    {
        sandbox.Write("own.yaml", Card);
        sandbox.Write("bench.yaml", Detector);
        sandbox.Write("events.hepmc3", Events);
        sandbox.Write("site.yaml", $$"""
            title: Bench
            liquid: argon
            detector: bench.yaml
            geometry:
              letter:
                baseline: 30000.0
                centre: [55.0, 0.0, 120.0]
                active: {x: [0.0, 110.0], y: [-70.0, 70.0], z: [0.0, 240.0], density: 1.39}
                vessel: {x: [-20.0, 130.0], y: [-90.0, 90.0], z: [-20.0, 260.0], density: 1.39}
                soil: {start: 6000.0, hall: 400.0, radiusAtDetector: 300.0, density: 2.2}
            beam:
              parents: {{Repository.PathOf("data/flux/bnb_parent_decay_position.csv")}}
              origin: [55.0, 0.0, -29000.0]
              fhc: {flux: {{Repository.PathOf("data/flux/bnb_sbnd_fhc.csv")}}, POT: 2e20, source: "a test"}

            """);

        Json("version").GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        Json("list keys").GetProperty("keys").GetArrayLength().ShouldBeGreaterThan(50);
        Json("cite own.yaml").GetArrayLength().ShouldBeGreaterThan(3);
        Json("width own.yaml").GetProperty("br_ee").GetDouble().ShouldBeInRange(0.5, 1.0);
        Json("xsec own.yaml --target C12 --energies 0.7,1.4")[1].GetProperty("sigma_cm2").GetDouble().ShouldBeInRange(1e-45, 1e-36);

        JsonElement rate = Json("rate own.yaml --site site.yaml --threads 2");
        rate.GetProperty("selected").ValueKind.ShouldBe(JsonValueKind.Null);
        double scatters = rate.GetProperty("scatters").GetDouble();
        double decays = rate.GetProperty("decays_in_tpc").GetDouble();
        decays.ShouldBeInRange(1e-6, scatters);

        // Only what scatters in the TPC, and prompt decays: what the card's own site would count is another number.
        JsonElement generated = Json("generate own.yaml --site site.yaml -n 1e3 -o own.h5");
        generated.GetProperty("rows").GetInt32().ShouldBe(1000);
        generated.GetProperty("decays_in_tpc").GetDouble().ShouldBeInRange(0.1 * decays, 1.1 * decays);
        Json("generate own.yaml -n 20 -o own.hepmc3").GetProperty("rows").GetInt32().ShouldBe(20);

        JsonElement file = Json("simulate --events-from events.hepmc3 --detector bench.yaml -o file.h5");
        file.GetProperty("events").GetInt32().ShouldBe(2);

        // Kinetic energy per event: pair 430.7 MeV, and muon and photon 525.0 MeV, half of the sum; a neutrino is not seen.
        file.GetProperty("energy_visible_MeV").GetDouble().ShouldBeInRange(100, 520);
        Json("simulate own.yaml --site site.yaml -n 3 -o pairs.h5").GetProperty("events").GetInt32().ShouldBe(3);
        Json("simulate --detector bench.yaml --particle mu- --energy 250 -n 2 -o muons.h5").GetProperty("energy_visible_MeV").GetDouble().ShouldBeInRange(50, 260);
        Json("reconstruct file.h5 -o found.h5").GetProperty("hits").GetInt32().ShouldBeGreaterThan(50);
        Json("reconstruct own.yaml --site site.yaml -n 2 -o pairs-found.h5").GetProperty("events").GetInt32().ShouldBe(2);
        Text("display file.h5 --reconstructed found.h5 --event 1 --svg event.svg");
        File.ReadAllText(sandbox["event.svg"]).ShouldContain("</svg>");

        Json("background --site site.yaml --neutrino nu_mu_bar --topologies -n 500").GetArrayLength().ShouldBe(10);
        JsonElement search = Json("search own.yaml -o out/search --threads 2");
        search.GetProperty("point").GetProperty("selected_signal").GetDouble().ShouldBeGreaterThan(0.0);
        JsonElement limit = Json("limit own.yaml");
        limit.GetProperty("observed_U2").GetDouble().ShouldBe(search.GetProperty("point").GetProperty("observed_U2").GetDouble());
        limit.GetProperty("observed_U2").GetDouble().ShouldBeInRange(1e-11, 1e-7);
        Json("miniboone own.yaml -o out/miniboone").GetProperty("best_fits").GetArrayLength().ShouldBe(1);
        foreach (string folder in new[] { "out/search", "out/miniboone" })
        {
            File.ReadAllText(sandbox[folder + "/card.txt"]).ShouldContain("m5: 0.19\n");
            Text($"verify {folder}");
        }

        Json("figure out/search/figures").GetArrayLength().ShouldBeGreaterThan(3);
        JsonElement train = Json("train track-score --detector bench.yaml -n 60 -o track.json", "libxgboost0");
        train.GetProperty("rows_trained").GetInt32().ShouldBeGreaterThan(5);
        Json("validate reconstruction --detector bench.yaml --samples electrons -n 2 -o out/validation").GetProperty("numbers").GetArrayLength().ShouldBeGreaterThan(0);
        File.Exists(sandbox["out/validation/report.html"]).ShouldBeTrue();
        Json("cache").GetProperty("own_entries").GetInt32().ShouldBeGreaterThan(0);

        string[] all = [.. sandbox.Umbriel("--help").Output.Split("Commands:\n")[1].Split("\n\n")[0].Split('\n').Select(line => line.Trim().Split(' ')[0])];
        verbs.Order(StringComparer.Ordinal).ShouldBe(all.Order(StringComparer.Ordinal));
    }

    private string Text(string command)
    {
        string[] arguments = command.Split(' ');
        verbs.Add(arguments[0]);
        Outcome outcome = sandbox.Umbriel(arguments);
        outcome.ExitCode.ShouldBe(0, $"{command}: {outcome.Error}");
        outcome.Output.ShouldNotContain("NaN", Case.Sensitive);
        return outcome.Output;
    }

    private JsonElement Json(string command, string? optional = null)
    {
        Assert.SkipWhen(optional is not null && sandbox.Umbriel(command.Split(' ')).Error.Contains(optional, StringComparison.Ordinal), $"{optional} is not installed");
        using JsonDocument document = JsonDocument.Parse(Text($"{command} --json"));
        return document.RootElement.Clone();
    }
}
