using Umbriel.Core;

namespace Umbriel.Beam.Tests;

/// <summary>One class, hence one test at a time: the environment belongs to the process.</summary>
public sealed class DataDirectoryTests : IDisposable
{
    private readonly string? before = Environment.GetEnvironmentVariable(DataDirectory.Variable);

    public void Dispose() => Environment.SetEnvironmentVariable(DataDirectory.Variable, before);

    [Fact]
    public void The_repository_s_data_are_found_from_the_program()
    {
        Environment.SetEnvironmentVariable(DataDirectory.Variable, null);
        DataDirectory.Find().ShouldBe(Path.Combine(Repository.Root, "data"));
        BeamData.LoadMicroBooNE(DataDirectory.Find()).Flux.Energies.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_environment_overrides()
    {
        using TemporaryFolder folder = new();
        Environment.SetEnvironmentVariable(DataDirectory.Variable, folder.Path);
        DataDirectory.Find().ShouldBe(folder.Path);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error()
    {
        Environment.SetEnvironmentVariable(DataDirectory.Variable, "/nowhere/at/all");
        Should.Throw<UserErrorException>(() => DataDirectory.Find()).Message.ShouldContain(DataDirectory.Variable);
    }
}
