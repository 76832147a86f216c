using System.Diagnostics;
using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("linux")]

namespace Umbriel.EndToEnd.Tests;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error, TimeSpan Elapsed);

/// <summary>Runs the program as a user would: through the launcher, in a folder, with no standard input.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    // The first use may build, and says so on stderr.
    private static readonly Lazy<Outcome> Built = new(() => Run(Repository.PathOf("umbriel"), ["--version"]));

    public static Outcome Umbriel(params string[] arguments) =>
        Built.Value.ExitCode == 0 ? Run(Repository.PathOf("umbriel"), arguments) : Built.Value;

    /// <summary>Path of the launcher, whose program is built by now.</summary>
    public static string Launcher()
    {
        Built.Value.ExitCode.ShouldBe(0, Built.Value.Error);
        return Repository.PathOf("umbriel");
    }

    public static Outcome Bash(string script, string? folder = null, params (string Name, string Value)[] environment) =>
        Run("/bin/bash", ["-euo", "pipefail", "-c", script], folder, environment);

    public static Outcome Run(string program, string[] arguments, string? folder = null, params (string Name, string Value)[] environment)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Start(program, arguments, folder, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Limit}.");
        }

        return new Outcome(process.ExitCode, output.Result, error.Result, Stopwatch.GetElapsedTime(start));
    }

    public static Process Start(string program, string[] arguments, string? folder = null, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo info = new(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder ?? Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            info.Environment[name] = value;
        }

        Process process = Process.Start(info)!;
        process.StandardInput.Close();
        return process;
    }
}
