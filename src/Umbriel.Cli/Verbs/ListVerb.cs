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
    private static readonly (string Name, Func<IEnumerable<TextTable>> Tables)[] Kinds =
        [("cards", Cards), ("targets", Targets), ("covariances", Covariances), ("systematics", Systematics), ("references", References), ("keys", Keys)];

    public static Command Create()
    {
        string kinds = string.Join(", ", Kinds.Select(kind => kind.Name));
        Argument<string?> what = new("WHAT") { Description = $"One of {kinds}; all of them if left out.", Arity = ArgumentArity.ZeroOrOne };
        return Verb.Create(
            "list",
            "The names that cards and options may use.",
            [what],
            Shared.Json,
            ["umbriel list", "umbriel list targets", "umbriel list keys"],
            run =>
            {
                (string Name, Func<IEnumerable<TextTable>> Tables)[] wanted = run.Value(what) is not { } name ? Kinds
                    : Kinds.Where(kind => kind.Name == name).ToArray() is { Length: 1 } one ? one
                    : throw new UserErrorException("list", null, $"'{name}'", $"one of {kinds}");
                run.Print(
                    writer =>
                    {
                        foreach ((string title, Func<IEnumerable<TextTable>> tables) in wanted)
                        {
                            writer.WriteStartArray(title);
                            foreach (TextTable table in tables())
                            {
                                table.Write(writer);
                            }

                            writer.WriteEndArray();
                        }
                    },
                    output =>
                    {
                        foreach ((string title, Func<IEnumerable<TextTable>> tables) in wanted)
                        {
                            if (wanted.Length > 1)
                            {
                                output.WriteLine($"{title}:");
                            }

                            foreach (TextTable table in tables())
                            {
                                table.Write(output);
                            }

                            if (wanted.Length > 1)
                            {
                                output.WriteLine();
                            }
                        }
                    });
            });
    }

    private static IEnumerable<TextTable> Cards()
    {
        string home = UmbrielHome.Find();
        string folder = Path.Combine(home, "cards");
        TextTable table = new("card", "title");
        foreach (string path in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            table.Add(Path.GetRelativePath(home, path), CardReader.Read(path).Title);
        }

        yield return table;
    }

    private static IEnumerable<TextTable> Targets()
    {
        TextTable table = new("target", "Z", "A", "mass [GeV]", "charge radius [fm]");
        foreach (Target target in Target.All)
        {
            table.Add(target.Name, $"{target.Z}", $"{target.A}", Show.Brief(target.Mass), Show.Brief(target.ChargeRadius));
        }

        yield return table;
    }

    private static IEnumerable<TextTable> Covariances()
    {
        TextTable table = new("covariance");
        foreach (PublishedReading reading in PublishedReadings.All)
        {
            table.Add(reading.Name);
        }

        yield return table;
    }

    private static IEnumerable<TextTable> Systematics()
    {
        TextTable table = new("source", "meaning");
        foreach (SwitchableSource source in SwitchableSource.All)
        {
            table.Add(source.Name, source.Description);
        }

        yield return table;
    }

    private static IEnumerable<TextTable> References()
    {
        TextTable table = new("key", "reference");
        foreach (string key in Bibliography.Keys)
        {
            table.Add(key, Bibliography.Get(key).PlainText);
        }

        yield return table;
    }

    private static IEnumerable<TextTable> Keys()
    {
        foreach ((string card, IReadOnlyList<KeyRow> rows) in ((string, IReadOnlyList<KeyRow>)[])[("model card", CardReader.Keys), ("detector card", DetectorCardReader.Keys)])
        {
            TextTable table = new($"key of a {card}", "default", "meaning");
            foreach (KeyRow row in rows)
            {
                table.Add(row.Name, Plain(row.Default), $"{Plain(row.Meaning)} ({row.Values})");
            }

            yield return table;
        }

        static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);
    }
}
