using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

public sealed class CacheVerbTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void EntriesOfOtherVersionsAreCountedAndPruned()
    {
        string folder = Show().GetProperty("folder").GetString().ShouldNotBeNull();
        string other = Path.Combine(folder, "0123456789abcdef", "ab");
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "cd"), "12345");
        Show().GetProperty("others_bytes").GetInt64().ShouldBe(5);
        sandbox.Umbriel("cache", "--prune").Output.ShouldContain("removed");
        JsonElement after = Show();
        after.GetProperty("others_entries").GetInt64().ShouldBe(0);
        after.GetProperty("own_entries").GetInt64().ShouldBe(0);
        Directory.Exists(Path.GetDirectoryName(other)).ShouldBeFalse();
    }

    [Fact]
    public void BothRemovalsAreAMistake()
    {
        Outcome outcome = sandbox.Umbriel("cache", "--prune", "--clear");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldBe("umbriel: --prune: found --clear too; expected one of them\n");
    }

    private JsonElement Show()
    {
        Outcome outcome = sandbox.Umbriel("cache", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }
}
