[assembly: AssemblyFixture(typeof(Umbriel.EndToEnd.Tests.SmallSearch))]

namespace Umbriel.EndToEnd.Tests;

/// <summary>One small search on two threads, run once and looked at by many tests.</summary>
public sealed class SmallSearch : IDisposable
{
    private readonly Sandbox sandbox = new();
    private readonly Lazy<Outcome> outcome;

    public SmallSearch()
    {
        Card = sandbox.Write("small.yaml", Sandbox.SmallCard);
        outcome = new Lazy<Outcome>(() =>
        {
            Outcome search = sandbox.Umbriel("search", Card, "-o", "out", "--threads", "2", "--json", "--quiet");
            search.ExitCode.ShouldBe(0, search.Error);
            return search;
        });
    }

    /// <summary>Its card. Manifests record the path, so equal runs use this very file.</summary>
    public string Card { get; }

    /// <summary>Where the results are.</summary>
    public string Folder
    {
        get
        {
            outcome.Value.ExitCode.ShouldBe(0);
            return sandbox["out"];
        }
    }

    /// <summary>The cache that it filled.</summary>
    public string Cache
    {
        get
        {
            outcome.Value.ExitCode.ShouldBe(0);
            return sandbox.Cache;
        }
    }

    /// <summary>What it printed.</summary>
    internal Outcome Outcome => outcome.Value;

    /// <summary>A copy of the results, to be changed.</summary>
    public string CopyTo(string target)
    {
        Results.Copy(Folder, target);
        return target;
    }

    public void Dispose() => sandbox.Dispose();
}
