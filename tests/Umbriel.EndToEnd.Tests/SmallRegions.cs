[assembly: AssemblyFixture(typeof(Umbriel.EndToEnd.Tests.SmallRegions))]

namespace Umbriel.EndToEnd.Tests;

/// <summary>MiniBooNE's regions on a small plane, run once on two threads and looked at by several tests.</summary>
public sealed class SmallRegions : IDisposable
{
    /// <summary>Both scenarios, one Z' mass, three masses, one release in all its modes.</summary>
    public const string CardText = """
        title: small
        model: dual
        m4: 0.05
        m5: 0.1
        mzprime: 0.03
        Umu5: 3.0e-5
        scan:
          mzprime: [0.03]
          mass: {low: 0.06, high: 0.24, points: 3}
          coupling: {low: 1.0e-11, high: 1.0e-6, points: 30}
        miniboone: {release: 2020}

        """;

    private readonly Sandbox sandbox = new();
    private readonly Lazy<Outcome> outcome;

    public SmallRegions()
    {
        Card = sandbox.Write("regions.yaml", CardText);
        outcome = new Lazy<Outcome>(() => sandbox.Umbriel("miniboone", Card, "-o", "out", "--threads", "2", "--quiet"));
    }

    public string Card { get; }

    public string Folder
    {
        get
        {
            outcome.Value.ExitCode.ShouldBe(0, outcome.Value.Error);
            return sandbox["out"];
        }
    }

    internal Outcome Outcome => outcome.Value;

    /// <summary>Rows of a table by column name.</summary>
    public IReadOnlyList<Dictionary<string, string>> Rows(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, file));
        string[] names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    /// <summary>Runs it again on one thread with an empty cache, into a folder of that name.</summary>
    internal Outcome Again(string folder) => sandbox.Bash($"export XDG_CACHE_HOME=\"$PWD/cold\"; umbriel miniboone '{Card}' -o out --threads 1 --quiet && cp -r out {folder}");

    public string Place(string name) => sandbox[name];

    public void Dispose() => sandbox.Dispose();
}
