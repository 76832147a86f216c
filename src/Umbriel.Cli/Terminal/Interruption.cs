using System.Runtime.InteropServices;

namespace Umbriel.Cli.Terminal;

/// <summary>
/// Turns Ctrl-C, SIGTERM and SIGHUP (a terminal that is closed) into a cancellation, so that a verb can remove what it had begun to write. A second signal
/// ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] signals;

    public Interruption() =>
        signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Handle))];

    /// <summary>Whether a signal has come.</summary>
    public static bool WasRequested { get; private set; }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        Array.ForEach(signals, signal => signal.Dispose());
        source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (source.IsCancellationRequested)
        {
            Environment.Exit(ExitCode.Cancelled);
        }

        context.Cancel = true;
        WasRequested = true;
        source.Cancel();
    }
}
