using Umbriel.Generation.Sites;

namespace Umbriel.Cli;

/// <summary>The option that chooses where pairs are looked for.</summary>
internal sealed class SiteOption : Option<string>
{
    public SiteOption()
        : base("--site")
    {
        Description = $"Detector site: a name of data/sites (microboone, sbnd, ...) or the path of a site's file (default: the card's site, else {DetectorSites.Default}).";
        HelpName = "NAME";
    }

    /// <summary>The site that was given, or null; its files are not to be overwritten.</summary>
    /// <exception cref="Core.UserErrorException">There is no such site.</exception>
    public DetectorSite? Of(VerbRun run)
    {
        DetectorSite? site = run.Value(this) is { } word ? DetectorSites.Read(word, Name) : null;
        run.Protect([.. site?.Files ?? [], .. new[] { site?.DetectorCard }.OfType<string>()]);
        return site;
    }

    /// <summary>Says on stderr what of a site is approximate, unless the user wants quiet.</summary>
    public static void WriteNotes(VerbRun run, DetectorSite? site)
    {
        foreach (string note in run.IsQuiet ? [] : site?.Notes ?? [])
        {
            run.Parsed.InvocationConfiguration.Error.WriteLine($"umbriel: {site!.Title}: {note}");
        }
    }
}
