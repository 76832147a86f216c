using Umbriel.Core;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Response.Published;

/// <summary>Observed events beside what is expected of the background.</summary>
/// <param name="Data">Observed events.</param>
/// <param name="Background">Constrained prediction, events.</param>
/// <param name="BackgroundError">Its error, events.</param>
public sealed record PublishedCount(double Data, double Background, double BackgroundError)
{
    /// <summary>(data − background)/error of the background, as the letter quotes its 1.5 σ: without the statistics of the data.</summary>
    public double Pull => (Data - Background) / BackgroundError;
}

/// <summary>The selected events as counts: what the letter's text has beside the distributions.</summary>
/// <param name="ByTopology">In the order of <see cref="Topologies.Selected"/>.</param>
/// <param name="Total">All topologies; its background is constrained by itself and is not their sum.</param>
public sealed record PublishedCounts(IReadOnlyList<PublishedCount> ByTopology, PublishedCount Total)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "counts.yaml";

    private const string TotalKey = "total";
    private static readonly string[] CountKeys = ["data", "background", "error"];

    /// <summary>Reads the file of a folder of tables; null where it has none.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="UserErrorException">The file is damaged.</exception>
    internal static PublishedCounts? Load(string directory)
    {
        string path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        YamlNode document = YamlTree.ReadOne(path, InputFile.Decode(path, InputFile.ReadBytes(path, 1 << 16)));
        SectionReader counts = SectionReader.OfDocument(path, document, [.. Topologies.Keys, TotalKey], "total: {data: 95, background: 69.7, error: 17.3}");
        return new PublishedCounts([.. Topologies.Keys.Select(key => Count(counts, key))], Count(counts, TotalKey));
    }

    private static PublishedCount Count(SectionReader counts, string key)
    {
        SectionReader count = counts.Section(key, CountKeys) ?? throw counts.Missing(key, "keys of its own, indented: " + string.Join(", ", CountKeys));
        return new PublishedCount(
            count.Required("data", value => value >= 0.0 && value == Math.Floor(value), "a count of events"),
            count.Required("background", value => value > 0.0, "events, above 0"),
            count.Required("error", value => value > 0.0, "events, above 0"));
    }
}
