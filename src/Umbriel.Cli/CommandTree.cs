using Umbriel.Cli.Verbs;

namespace Umbriel.Cli;

/// <summary>The root command and its verbs.</summary>
internal static class CommandTree
{
    private static readonly (string Name, Func<Command> Create)[] Verbs =
    [
        ("search", SearchVerb.Create),
        ("miniboone", MiniBooNEVerb.Create),
        ("limit", LimitVerb.Create),
        ("rate", RateVerb.Create),
        ("generate", GenerateVerb.Create),
        ("background", BackgroundVerb.Create),
        ("simulate", SimulateVerb.Create),
        ("display", DisplayVerb.Create),
        ("reconstruct", ReconstructVerb.Create),
        ("train", TrainVerb.Create),
        ("validate", ValidateVerb.Create),
        ("figure", FigureVerb.Create),
        ("xsec", XsecVerb.Create),
        ("width", WidthVerb.Create),
        ("list", ListVerb.Create),
        ("cite", CiteVerb.Create),
        ("verify", VerifyVerb.Create),
        ("cache", CacheVerb.Create),
        ("version", VersionVerb.Create),
    ];

    /// <summary>The tree that these arguments need: one verb where they begin with its name, which keeps start-up short, else all.</summary>
    public static RootCommand For(string[] args)
    {
        RootCommand root = new("Search for dark-sector e+e- pairs in liquid argon: from a model card to an exclusion contour.") { HelpName = "umbriel" };
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        Option<bool> version = new("--version") { Description = "Print the version and exit." };
        root.Add(version);
        bool isVersion = args is ["--version"];
        foreach ((string name, Func<Command> create) in Verbs)
        {
            if (!isVersion && (!IsVerb(args) || name == args[0]))
            {
                root.Add(create());
            }
        }

        HelpWithExamples.Install(root, "umbriel list", "umbriel VERB --help");
        root.SetAction(parsed => parsed.GetValue(version)
            ? VersionVerb.PrintShort(parsed.InvocationConfiguration.Output)
            : parsed.RootCommandResult.Command.Parse(["--help"]).Invoke(parsed.InvocationConfiguration));
        return root;
    }

    private static bool IsVerb(string[] args) => args.Length > 0 && Verbs.Any(verb => verb.Name == args[0]);
}
