using Umbriel.Cards;
using Umbriel.Detector.Cards;
using Umbriel.Figures;
using Umbriel.Formats.Keys;
using Umbriel.Generation.Scattering;
using Umbriel.Systematics;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel list</c>: the names that cards and options may use.</summary>
internal static class ListVerb
{
    private static readonly (string Name, Action<TextWriter> Print)[] Kinds =
        [("cards", Cards), ("targets", Targets), ("covariances", Covariances), ("systematics", Systematics), ("references", References), ("keys", Keys)];

    public static Command Create()
    {
        Command command = new("list", "The names that cards and options may use.");
        string kinds = string.Join(", ", Kinds.Select(kind => kind.Name));
        Argument<string?> what = new("WHAT") { Description = $"One of {kinds}; all of them if left out.", Arity = ArgumentArity.ZeroOrOne };
        command.Add(what);
        HelpWithExamples.Install(command, "umbriel list", "umbriel list targets", "umbriel list keys");
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(what) is { } name)
            {
                Action<TextWriter> print = Kinds.FirstOrDefault(kind => kind.Name == name).Print
                    ?? throw new UserErrorException("list", null, $"'{name}'", $"one of {kinds}");
                print(output);
                return ExitCode.Success;
            }

            foreach ((string title, Action<TextWriter> print) in Kinds)
            {
                output.WriteLine($"{title}:");
                print(output);
                output.WriteLine();
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Cards(TextWriter output)
    {
        string home = UmbrielHome.Find();
        string folder = Path.Combine(home, "cards");
        TextTable table = new("card", "title");
        foreach (string path in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            table.Add(Path.GetRelativePath(home, path), CardReader.Read(path).Title);
        }

        table.Write(output);
    }

    private static void Targets(TextWriter output)
    {
        TextTable table = new("target", "Z", "A", "mass [GeV]", "charge radius [fm]");
        foreach (Target target in Target.All)
        {
            table.Add(target.Name, $"{target.Z}", $"{target.A}", Show.Brief(target.Mass), Show.Brief(target.ChargeRadius));
        }

        table.Write(output);
    }

    private static void Covariances(TextWriter output)
    {
        foreach (PublishedReading reading in PublishedReadings.All)
        {
            output.WriteLine(reading.Name);
        }
    }

    private static void Systematics(TextWriter output)
    {
        TextTable table = new("source", "meaning");
        foreach (SwitchableSource source in SwitchableSource.All)
        {
            table.Add(source.Name, source.Description);
        }

        table.Write(output);
    }

    private static void References(TextWriter output)
    {
        TextTable table = new("key", "reference");
        foreach (string key in Bibliography.Keys)
        {
            table.Add(key, Bibliography.Get(key).PlainText);
        }

        table.Write(output);
    }

    private static void Keys(TextWriter output)
    {
        foreach ((string card, IReadOnlyList<KeyRow> rows) in (ReadOnlySpan<(string, IReadOnlyList<KeyRow>)>)[("model card", CardReader.Keys), ("detector card", DetectorCardReader.Keys)])
        {
            TextTable table = new($"key of a {card}", "default", "meaning");
            foreach (KeyRow row in rows)
            {
                table.Add(row.Name, Plain(row.Default), $"{Plain(row.Meaning)} ({row.Values})");
            }

            table.Write(output);
        }

        static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);
    }
}
