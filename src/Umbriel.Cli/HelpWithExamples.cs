using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Umbriel.Cli;

/// <summary>Gives a command a help page that ends in commands to copy.</summary>
internal static class HelpWithExamples
{
    /// <summary>Adds a <c>--help</c> of its own to the command.</summary>
    public static void Install(Command command, params string[] examples)
    {
        HelpOption? option = command.Options.OfType<HelpOption>().SingleOrDefault();
        if (option is null)
        {
            option = new HelpOption();
            command.Add(option);
        }

        option.Action = new ExampleAction((HelpAction)option.Action!, examples);
    }

    private sealed class ExampleAction(HelpAction inner, string[] examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = inner.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(examples.Length == 1 ? "Example:" : "Examples:");
            foreach (string example in examples)
            {
                output.WriteLine($"  {example}");
            }

            return code;
        }
    }
}
