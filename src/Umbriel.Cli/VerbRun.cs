using System.Text.Json;
using Umbriel.Generation;

namespace Umbriel.Cli;

/// <summary>One run of a verb: what was asked for, and where results and progress go.</summary>
internal sealed class VerbRun(ParseResult parsed, Option<long?> threads, Option<bool> quiet, Option<bool> json) : IDisposable
{
    // A verb that does not look at it ends at the first Ctrl-C.
    private Interruption? interruption;

    /// <summary>The command line.</summary>
    public ParseResult Parsed => parsed;

    /// <summary>Where results go.</summary>
    public TextWriter Output => parsed.InvocationConfiguration.Output;

    /// <summary>Says what a reader of the results must know, on stderr; nothing where it is null.</summary>
    public void Warn(string? line)
    {
        if (line is not null)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"umbriel: {line}");
        }
    }

    /// <summary>Says on stderr if nothing happens at the card's point, which is an answer and no mistake.</summary>
    public void WarnWithoutPairs(double expected) => Warn(expected > 0.0 ? null : EventSource.NoPairs);

    /// <summary>Worker threads: those asked for, else one per core.</summary>
    public int Threads => Has(threads) && parsed.GetValue(threads) is { } asked ? (int)asked : Environment.ProcessorCount;

    /// <summary>Whether progress is unwanted.</summary>
    public bool IsQuiet => Has(quiet) && parsed.GetValue(quiet);

    /// <summary>Whether one JSON document is wanted.</summary>
    public bool IsJson => Has(json) && parsed.GetValue(json);

    /// <summary>Cancelled by Ctrl-C, SIGTERM and SIGHUP.</summary>
    public CancellationToken Cancellation => (interruption ??= new Interruption()).Token;

    /// <summary>The value of an option.</summary>
    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    /// <summary>The value of an argument.</summary>
    public T? Value<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>The value of an option that is required or has a default.</summary>
    public T Required<T>(Option<T> option) => parsed.GetRequiredValue(option);

    /// <summary>The value of an argument that is required.</summary>
    public T Required<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    /// <summary>Keeps what the run reads from what it writes.</summary>
    /// <exception cref="UserErrorException">An output is among the inputs, or cannot be where it was asked for.</exception>
    public void Protect(IReadOnlyList<string> inputs)
    {
        foreach (OutputOption output in parsed.CommandResult.Command.Options.OfType<OutputOption>())
        {
            output.Check(parsed, inputs);
        }
    }

    /// <summary>Starts progress of one stage.</summary>
    public ProgressReporter Progress(string label, string unit, long total) =>
        new(label, unit, total, parsed.InvocationConfiguration.Error, !Console.IsErrorRedirected, IsQuiet);

    /// <summary>Progress of several stages.</summary>
    public ProgressStages Stages() => new(parsed.InvocationConfiguration.Error, !Console.IsErrorRedirected, IsQuiet);

    /// <summary>Prints the members of one JSON object, or text.</summary>
    public void Print(Action<Utf8JsonWriter> members, Action<TextWriter> text)
    {
        if (IsJson)
        {
            JsonOutput.Write(Output, members);
        }
        else
        {
            text(Output);
        }
    }

    /// <summary>Prints a result as one JSON object, or as text.</summary>
    public void Print(IPrintable result) => Print(result.Write, result.Write);

    /// <summary>Prints the items of one JSON array, or text.</summary>
    public void PrintArray(Action<Utf8JsonWriter> items, Action<TextWriter> text)
    {
        if (IsJson)
        {
            JsonOutput.WriteArray(Output, items);
        }
        else
        {
            text(Output);
        }
    }

    public void Dispose() => interruption?.Dispose();

    private bool Has(Option option) => parsed.CommandResult.Command.Options.Contains(option);
}
