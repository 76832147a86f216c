using Umbriel.Detector.Simulation;

namespace Umbriel.Cli;

/// <summary>
/// The one place where failures become exit codes: a wrong command line or input, or an output that cannot be written, is one line and 2, an interruption 130,
/// a defect one line and 70 (with its stack trace if UMBRIEL_DEBUG is set). Results alone go to stdout.
/// </summary>
internal static class Application
{
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            ParseResult parsed = CommandTree.For(args).Parse(args);
            if (parsed.Errors.Count > 0)
            {
                throw new UserErrorException(CommandLineMistake.Describe(parsed));
            }

            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = output,
                Error = error,
            });
        }
        catch (RunInterruptedException e)
        {
            return Fail(ExitCode.Cancelled, e.Message, e);
        }
        catch (Exception e) when (e is OperationCanceledException || Interruption.WasRequested)
        {
            // Ctrl-C ends gnuplot as well, which may be noticed first.
            return Fail(ExitCode.Cancelled, "interrupted; nothing was left half-written", e);
        }
        catch (Exception e) when (In<UserErrorException>(e) is { } first)
        {
            return Fail(ExitCode.UserError, first.Message, e);
        }
        catch (Exception e) when ((In<IOException>(e) ?? (Exception?)In<UnauthorizedAccessException>(e)) is { } refused)
        {
            // Files have their own words for it; what comes here is stdout, a temporary file or a file taken away meanwhile.
            return Fail(ExitCode.UserError, refused.HResult == BrokenPipe ? "the reader of the output went away" : $"the system refused to read or write ({refused.Message})", e);
        }
        catch (Exception e)
        {
            return Fail(ExitCode.InternalError, $"this is a defect in Umbriel ({e.GetType().Name}: {new UserErrorException(e.Message).Message}); set UMBRIEL_DEBUG=1 for the details to report", e);
        }

        int Fail(int code, string message, Exception exception)
        {
            try
            {
                error.WriteLine($"umbriel: {new UserErrorException(message).Message}");
                if (Environment.GetEnvironmentVariable("UMBRIEL_DEBUG") is { Length: > 0 })
                {
                    error.WriteLine(exception);
                }
            }
            catch (IOException)
            {
                // Nobody can be told.
            }

            return code;
        }
    }

    private const int BrokenPipe = 32;

    /// <summary>What parallel loops and the first use of a type wrap.</summary>
    private static T? In<T>(Exception exception)
        where T : Exception => exception switch
        {
            T error => error,
            AggregateException several => several.Flatten().InnerExceptions.OfType<T>().FirstOrDefault(),
            TypeInitializationException { InnerException: { } inner } => In<T>(inner),
            _ => null,
        };
}
