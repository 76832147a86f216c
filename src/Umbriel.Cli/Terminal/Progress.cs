namespace Umbriel.Cli.Terminal;

/// <summary>Opens progress for a verb.</summary>
internal static class Progress
{
    /// <summary>Progress to the verb's stderr, rewritten in place if that is a terminal.</summary>
    public static ProgressReporter Start(ParseResult parsed, Option<bool> quiet, string label, string unit, long total) =>
        new(label, unit, total, parsed.InvocationConfiguration.Error, !Console.IsErrorRedirected, parsed.GetValue(quiet));
}
