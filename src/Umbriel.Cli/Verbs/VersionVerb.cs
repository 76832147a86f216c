namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel version</c>: the release, and the identity that manifests carry.</summary>
internal static class VersionVerb
{
    public static Command Create()
    {
        return Verb.Create(
            "version",
            "Print the release, the identity of the code and the runtime.",
            [],
            Shared.Json,
            ["umbriel version", "umbriel version --json"],
            run =>
            {
                run.Print(
                    writer =>
                    {
                        writer.WriteString("version", CodeVersion.Release);
                        writer.WriteString("identity", CodeVersion.Identity);
                        writer.WriteString("runtime", CodeVersion.Runtime);
                    },
                    output =>
                    {
                        output.WriteLine($"umbriel   {CodeVersion.Release}");
                        output.WriteLine($"identity  {CodeVersion.Identity}");
                        output.WriteLine($"runtime   {CodeVersion.Runtime}");
                    });
            });
    }

    /// <summary>What <c>umbriel --version</c> prints.</summary>
    public static int PrintShort(TextWriter output)
    {
        output.WriteLine($"umbriel {CodeVersion.Release}");
        return ExitCode.Success;
    }
}
