using Umbriel.Reports;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel list</c>: the names that cards and options may use.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        string kinds = string.Join(", ", Catalogue.Kinds.Select(kind => kind.Name));
        Argument<string?> what = new("WHAT") { Description = $"One of {kinds}; all of them if left out.", Arity = ArgumentArity.ZeroOrOne };
        return Verb.Create(
            "list",
            "The names that cards and options may use.",
            [what],
            Shared.Json,
            ["umbriel list", "umbriel list targets", "umbriel list keys"],
            run =>
            {
                (string Name, Func<IEnumerable<TextTable>> Tables)[] wanted = run.Value(what) is not { } name ? [.. Catalogue.Kinds]
                    : Catalogue.Kinds.Where(kind => kind.Name == name).ToArray() is { Length: 1 } one ? one
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
}
