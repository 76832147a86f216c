using System.CommandLine;
using System.CommandLine.Help;
using Umbriel.Cli.Verbs;

namespace Umbriel.Cli;

/// <summary>The root command and its verbs.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        RootCommand root = new("Search for dark-sector e+e- pairs in liquid argon: from a model card to an exclusion contour.") { HelpName = "umbriel" };
        Option builtInVersion = root.Options.OfType<VersionOption>().Single();
        root.Options.Remove(builtInVersion);
        Option<bool> version = new("--version") { Description = "Print the version and exit." };
        root.Add(version);

        foreach (Command verb in new[] { XsecVerb.Create(), WidthVerb.Create(), ListVerb.Create(), CiteVerb.Create(), VerifyVerb.Create(), VersionVerb.Create() })
        {
            root.Add(verb);
        }

        HelpWithExamples.Install(root, "umbriel search cards/letter.yaml -o out/letter", "umbriel VERB --help");
        root.SetAction(parsed => parsed.GetValue(version)
            ? VersionVerb.PrintShort(parsed.InvocationConfiguration.Output)
            : parsed.RootCommandResult.Command.Parse(["--help"]).Invoke(parsed.InvocationConfiguration));
        return root;
    }
}
