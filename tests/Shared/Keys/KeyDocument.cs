using Umbriel.Formats.Keys;

namespace Umbriel.Tests;

/// <summary>The tables of keys in pages of docs: written when UMBRIEL_WRITE_DOCS is 1, otherwise checked.</summary>
internal static class KeyDocument
{
    public static void ShouldBeUpToDate(string page, string name, IEnumerable<KeyRow> rows)
    {
        string path = Repository.PathOf(page);
        string committed = File.ReadAllText(path);
        string fresh = KeyPage.Insert(committed, name, rows);
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, fresh);
        }
        else
        {
            committed.ShouldBe(fresh, $"{page} is out of date: UMBRIEL_WRITE_DOCS=1 writes its keys");
        }
    }
}
