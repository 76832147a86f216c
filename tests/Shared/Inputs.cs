namespace Umbriel.Tests;

/// <summary>Folders of the repository's inputs.</summary>
internal static class Inputs
{
    public static string Cards { get; } = Repository.PathOf("cards");

    public static string Published { get; } = Repository.PathOf("data/hepdata-2502.10900");

    public static string Limits { get; } = Repository.PathOf("data/limits");
}
