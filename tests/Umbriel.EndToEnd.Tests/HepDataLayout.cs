using Umbriel.Formats.HepData;
using Umbriel.Formats.Yaml;

namespace Umbriel.EndToEnd.Tests;

/// <summary>
/// The layout of a HEPData submission as its public description has it (hepdata-submission.readthedocs.io, "submission.yaml",
/// "data files", "tips"): what is required, how long it may be, which words there are. Written from that text.
/// </summary>
internal static class HepDataLayout
{
    private static readonly string[] KeywordNames = ["reactions", "observables", "cmenergies", "phrases"];

    /// <summary>Checks a folder and gives its tables by the name of their data file.</summary>
    public static Dictionary<string, HepDataTable> Check(string folder)
    {
        string[] documents = File.ReadAllText(Path.Combine(folder, "submission.yaml")).Split("\n---\n");
        Text(Document(documents[0], ["comment"]), "comment").ShouldNotBeNullOrWhiteSpace();
        documents[^1].Trim().ShouldNotBeEmpty("a last line --- makes an empty table");
        HashSet<string> names = [];
        HashSet<string> mentioned = ["submission.yaml"];
        Dictionary<string, HepDataTable> tables = new(StringComparer.Ordinal);
        foreach (YamlMap entry in documents[1..].Select(text => Document(text, ["name", "location", "description", "keywords", "data_file", "additional_resources"])))
        {
            string name = Text(entry, "name");
            name.Length.ShouldBeInRange(1, 64, name);
            names.Add(name).ShouldBeTrue(name);
            Text(entry, "location").Length.ShouldBeInRange(1, 256);
            Text(entry, "description").ShouldNotBeNullOrWhiteSpace();
            CheckKeywords(Items(entry, "keywords"));
            string file = Text(entry, "data_file");
            mentioned.Add(file).ShouldBeTrue(file);
            tables.Add(file, CheckTable(Path.Combine(folder, file)));
            foreach (YamlMap resource in entry.Find("additional_resources") is null ? [] : Items(entry, "additional_resources"))
            {
                string location = Text(resource, "location");
                mentioned.Add(location);
                File.ReadAllBytes(Path.Combine(folder, location)).Take(4).ShouldBe("\u0089PNG".Select(c => (byte)c));
                Text(resource, "description").ShouldBe(location.StartsWith("thumb_", StringComparison.Ordinal) ? "Thumbnail image file" : "Image file");
            }
        }

        Directory.EnumerateFiles(folder).Select(Path.GetFileName).ShouldBe(mentioned, ignoreOrder: true);
        return tables;
    }

    private static void CheckKeywords(List<YamlMap> keywords)
    {
        keywords.ShouldNotBeEmpty();
        foreach (YamlMap keyword in keywords)
        {
            KeywordNames.ShouldContain(Text(keyword, "name"));
            YamlList values = keyword.Find("values")!.Value.Value.ShouldBeOfType<YamlList>();
            values.Items.ShouldNotBeEmpty();
            values.Items.Cast<YamlScalar>().ShouldAllBe(value => value.Text.Length > 0 && value.Text.Length <= 128 && !value.Text.Contains('$'));
        }
    }

    private static HepDataTable CheckTable(string path)
    {
        // The reader refuses unknown keys, columns of different length and values that are no numbers.
        HepDataTable table = HepDataTable.Read(path, allowMissing: true);
        table.Rows.ShouldBeGreaterThan(0);
        foreach (HepDataDependent column in table.Dependent)
        {
            column.Name.ShouldNotBeEmpty();
            column.Qualifiers.ShouldNotBeEmpty($"{path}: {column.Name}");
            column.Qualifiers.ShouldAllBe(q => q.Name.Length > 0 && q.Value.Length > 0);
            column.Qualifiers.Select(q => q.Name).ShouldBeUnique();
        }

        return table;
    }

    private static YamlMap Document(string text, string[] known)
    {
        YamlMap map = YamlTree.ReadOne("submission.yaml", text).ShouldBeOfType<YamlMap>();
        map.Entries.Select(e => e.Key).ShouldBeSubsetOf(known);
        return map;
    }

    private static List<YamlMap> Items(YamlMap map, string key) => [.. map.Find(key)!.Value.Value.ShouldBeOfType<YamlList>().Items.Select(item => item.ShouldBeOfType<YamlMap>())];

    private static string Text(YamlMap map, string key) => map.Find(key)!.Value.Value.ShouldBeOfType<YamlScalar>().Text;
}
