using Umbriel.Reports;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel verify</c>: whether a folder of results is what its manifest says, and whether the limits in it come out again.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        Argument<string> folder = new("DIR") { Description = "Folder with a manifest.json." };
        Option<bool> hashes = new("--hashes-only") { Description = "Recompute the hashes alone." };
        return Verb.Create(
            "verify",
            "Recompute the hashes of a folder of results and of what it was made from, and a sample of its limits.",
            [folder, hashes],
            Shared.All,
            ["umbriel verify out/letter", "umbriel verify out/letter --hashes-only --json"],
            run =>
            {
                using ProgressStages progress = run.Stages();
                Verification verification = Verification.Of(run.Required(folder), run.Value(hashes), run.Threads, progress, run.Cancellation);
                progress.Dispose();
                run.Print(verification);
                return verification.Differences.Count == 0 ? ExitCode.Success : ExitCode.Mismatch;
            });
    }
}
