using System.Text.RegularExpressions;

namespace Umbriel.EndToEnd.Tests;

/// <summary>
/// Runs what the documentation shows. In a <c>console</c> block, lines after "$ " are commands; the lines that follow
/// one are its expected output, in which "..." stands for anything.
/// </summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages => ["README.md", "docs/quickstart.md", "docs/simulation.md", "docs/display.md", "docs/reconstruction.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void CommandsDoWhatThePageShows(string page)
    {
        (string Command, string Expected)[] commands = [.. Blocks().Matches(File.ReadAllText(Repository.PathOf(page)))
            .SelectMany(block => CommandsOf(block.Groups["content"].Value))];
        commands.ShouldNotBeEmpty();

        string outputs = Directory.CreateTempSubdirectory("umbriel-docs-").FullName;
        try
        {
            foreach ((string command, string expected) in commands)
            {
                // Pages write into out/, which belongs to the user.
                Outcome outcome = Shell.Bash(command.Replace("out/", $"{outputs}/", StringComparison.Ordinal));
                outcome.ExitCode.ShouldBe(0, $"{page}: $ {command}\n{outcome.Error}");
                string pattern = Regex.Escape(expected).Replace(@"\.\.\.", ".*", StringComparison.Ordinal);
                Regex.IsMatch(outcome.Output.TrimEnd(), $@"\A{pattern}\z", RegexOptions.Singleline)
                    .ShouldBeTrue($"{page}: $ {command}\nprinted\n{outcome.Output}\ninstead of\n{expected}");
            }
        }
        finally
        {
            Directory.Delete(outputs, recursive: true);
        }
    }

    [GeneratedRegex("^```console\n(?<content>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();

    private static IEnumerable<(string Command, string Expected)> CommandsOf(string block) =>
        block.Split("$ ", StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('\n', 2))
            .Select(parts => (parts[0].Trim(), parts[1].TrimEnd()));
}
