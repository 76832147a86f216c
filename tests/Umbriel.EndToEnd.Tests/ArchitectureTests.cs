using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Umbriel.EndToEnd.Tests;

/// <summary>The drawing of docs/architecture.md against the project files.</summary>
public sealed partial class ArchitectureTests
{
    private const int MostLinesOfCli = 1800;

    /// <summary>The rooms in the order of the table.</summary>
    private static readonly string[] Rooms =
        [.. RoomRow().Matches(File.ReadAllText(Repository.PathOf("docs/architecture.md"))).Select(m => m.Groups["name"].Value)];

    public static TheoryData<string> All => [.. Rooms];

    [Fact]
    public void The_table_names_every_room() =>
        Rooms.Order(StringComparer.Ordinal).ShouldBe(
            Directory.GetDirectories(Repository.PathOf("src")).Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void A_room_refers_to_rooms_above_it_alone(string room)
    {
        int place = Array.IndexOf(Rooms, room);
        string[] referred = [.. XDocument.Load(Repository.PathOf($"src/{room}/{room}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))];
        referred.Where(other => Array.IndexOf(Rooms, other) >= place).ShouldBeEmpty();
        referred.ShouldBeUnique();
    }

    [Fact]
    public void Formats_needs_numbers_alone_and_inference_knows_no_experiment()
    {
        Referred("Umbriel.Formats").ShouldBe(["Umbriel.Core"]);
        Referred("Umbriel.Inference").ShouldBe(["Umbriel.Core"]);
    }

    [Fact]
    public void The_program_holds_verbs_and_no_physics()
    {
        string[] files = [.. Directory.GetFiles(Repository.PathOf("src/Umbriel.Cli"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal))];
        foreach (string file in files)
        {
            Mathematics().IsMatch(File.ReadAllText(file)).ShouldBeFalse(file);
        }

        files.Sum(file => File.ReadAllLines(file).Length).ShouldBeLessThanOrEqualTo(MostLinesOfCli);
    }

    private static IEnumerable<string> Referred(string room) =>
        XDocument.Load(Repository.PathOf($"src/{room}/{room}.csproj")).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    [GeneratedRegex(@"^\| `(?<name>Umbriel\.\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex RoomRow();

    /// <summary>Functions, constants and random numbers: verbs have no use for them.</summary>
    [GeneratedRegex(@"Math\.(Sqrt|Exp|Log|Pow|Sin|Cos|Tan|PI)|PhysicalConstants\.|RandomStream")]
    private static partial Regex Mathematics();
}
