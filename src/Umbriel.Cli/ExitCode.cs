namespace Umbriel.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>A check that was asked for (<c>verify</c>) found a difference.</summary>
    public const int Mismatch = 1;

    /// <summary>The input was wrong, or an output cannot be written; one line on stderr says where.</summary>
    public const int UserError = 2;

    /// <summary>A defect of Umbriel (EX_SOFTWARE of sysexits.h).</summary>
    public const int InternalError = 70;

    /// <summary>Interrupted by Ctrl-C, SIGTERM or SIGHUP, as shells report it.</summary>
    public const int Cancelled = 130;
}
