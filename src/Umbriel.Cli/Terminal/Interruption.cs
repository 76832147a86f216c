using System.Runtime.InteropServices;

namespace Umbriel.Cli.Terminal;

/// <summary>
/// Turns Ctrl-C and SIGTERM into a cancellation, so that a verb can remove what it had begun to write. A second signal
/// ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;

    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    /// <summary>Whether a signal has come.</summary>
    public static bool WasRequested { get; private set; }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
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
