namespace Umbriel.Response.Tests;

/// <summary>Composes validation/closure.md; writes it when UMBRIEL_WRITE_PAGES is set, otherwise checks that it holds the same numbers.</summary>
public sealed class ClosurePageTests
{
    [Fact]
    public void The_page_is_what_the_code_gives()
    {
        string path = Path.Combine(Repository.Root, "validation", "closure.md");
        string page = ClosurePage.Compose();
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page);
        }

        PageComparison.ShouldAgree(File.ReadAllText(path), page, relative: 0.03, absolute: 0.005);
    }
}
