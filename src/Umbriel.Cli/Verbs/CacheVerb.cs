using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel cache</c>: what the cache of finished points holds, and its removal.</summary>
internal static class CacheVerb
{
    public static Command Create()
    {
        Option<bool> prune = new("--prune") { Description = "Remove the entries of other versions, which this one cannot use." };
        Option<bool> clear = new("--clear") { Description = "Remove all entries; they are computed again when they are needed." };
        return Verb.Create(
            "cache",
            "Where search and miniboone keep finished points, how many, and how much of it is of use to this version.",
            [prune, clear],
            Shared.Json,
            ["umbriel cache", "umbriel cache --prune --json"],
            run =>
            {
                CacheFolder cache = new(PointCache.DefaultFolder());
                CacheContent removed = (run.Value(prune), run.Value(clear)) switch
                {
                    (true, true) => throw new UserErrorException("--prune", null, "--clear too", "one of them"),
                    (true, false) => cache.Prune(),
                    (false, true) => cache.Clear(),
                    _ => default,
                };
                Print(run, cache.Path, [("own", "of this version", cache.Own()), ("others", "of other versions", cache.Others()), ("removed", "removed", removed)]);
            });
    }

    private static void Print(VerbRun run, string folder, (string Key, string Label, CacheContent Content)[] parts) => run.Print(
        writer =>
        {
            writer.WriteString("folder", folder);
            foreach ((string key, _, CacheContent content) in parts)
            {
                writer.WriteNumber($"{key}_entries", content.Entries);
                writer.WriteNumber($"{key}_bytes", content.Bytes);
            }
        },
        output =>
        {
            output.WriteLine(folder);
            TextTable table = new("", "entries", "bytes");
            foreach ((_, string label, CacheContent content) in parts)
            {
                table.Add(label, $"{content.Entries}", $"{content.Bytes}");
            }

            table.Write(output);
        });
}
