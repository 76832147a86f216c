using Umbriel.Detector.Simulation;

namespace Umbriel.Cli;

/// <summary>
/// The one place where failures become exit codes: a wrong command line or input is one line and 2, an interruption 130,
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
        catch (Exception e) when (UserErrorIn(e) is { } first)
        {
            return Fail(ExitCode.UserError, first.Message, e);
        }
        catch (IOException e) when (e.HResult == BrokenPipe)
        {
            return Fail(ExitCode.UserError, "the reader of the output went away", e);
        }
        catch (Exception e)
        {
            return Fail(ExitCode.InternalError, $"this is a defect in Umbriel ({e.GetType().Name}: {new UserErrorException(e.Message).Message}); set UMBRIEL_DEBUG=1 for the details to report", e);
        }

        int Fail(int code, string message, Exception exception)
        {
            error.WriteLine($"umbriel: {message}");
            if (Environment.GetEnvironmentVariable("UMBRIEL_DEBUG") is { Length: > 0 })
            {
                error.WriteLine(exception);
            }

            return code;
        }
    }

    private const int BrokenPipe = 32;

    /// <summary>What parallel loops and the first use of a type wrap.</summary>
    private static UserErrorException? UserErrorIn(Exception exception) => exception switch
    {
        UserErrorException error => error,
        AggregateException several => several.Flatten().InnerExceptions.OfType<UserErrorException>().FirstOrDefault(),
        TypeInitializationException { InnerException: { } inner } => UserErrorIn(inner),
        _ => null,
    };
}
