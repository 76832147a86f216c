namespace Umbriel.Formats.Text;

/// <summary>Finds the known name a mistyped one was probably meant to be.</summary>
public static class Nearest
{
    /// <summary>
    /// Optimal-string-alignment distance (insertions, deletions, substitutions, swaps of neighbours), letters compared
    /// without case.
    /// </summary>
    public static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1];
        int[] last = new int[b.Length + 1];
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    /// <summary>The nearest known name if it is near enough to be worth proposing, else one that begins with it, else null.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been written.</param>
    /// <param name="strict">Accept one edit in four characters instead of one in two, and no mere beginning.</param>
    public static string? Of(string name, IEnumerable<string> known, bool strict = false)
    {
        if (name.Length > 64)
        {
            return null;
        }

        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string candidate in known)
        {
            int distance = Distance(name, candidate);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        int limit = strict ? name.Length / 4 : Math.Max(1, name.Length / 2);
        return bestDistance <= limit ? best
            : strict || name.Length < 3 ? null
            : known.FirstOrDefault(candidate => candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The "expected" part of an error about an unknown name.</summary>
    public static string Expectation(string name, IReadOnlyCollection<string> known) =>
        Of(name, known) is { } near ? $"a known name, did you mean \"{near}\"?" : "one of " + string.Join(", ", known);

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
