using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.HepMc3;

/// <summary>
/// Which of an event's weights counts, by name and never by place: the one that the user names; else NuHepMC's central value
/// <c>CV</c> (requirement G.R.7, arXiv:2310.13211); else the only weight there is; else the only one with a name that is known to be
/// an event's weight. All else is refused.
/// </summary>
internal static class WeightChoice
{
    private const int MostText = 60_000;

    /// <summary>DarkNews's expected events; what HepMC3, GENIE's and other programs call the weight of an event.</summary>
    private static readonly string[] Known = ["w_event_rate", "Default", "Weight", "weight", "Nominal", "nominal", "0"];

    /// <summary>The place of the weight that counts.</summary>
    /// <param name="source">File and line of the names, for messages.</param>
    /// <param name="names">Names of the weights, at least one.</param>
    /// <param name="asked">The name that the user asks for, if any.</param>
    /// <exception cref="UserErrorException">There is none of that name, or more than one may be meant.</exception>
    public static int Of(string source, IReadOnlyList<string> names, string? asked)
    {
        if (names.Distinct().Count() != names.Count || names.Any(static name => name.Any(char.IsControl)))
        {
            throw new UserErrorException(source, "weights", List(names), "names that differ, without control characters");
        }

        if (names.Sum(static name => name.Length + 1L) > MostText)
        {
            throw new UserErrorException(source, "weights", $"{names.Count} names of {names.Sum(static name => name.Length + 1L)} characters", $"at most {MostText} characters");
        }

        if (asked is not null)
        {
            int found = names.ToList().IndexOf(asked);
            return found >= 0 ? found : throw new UserErrorException("--weight", null, Show.Quoted(asked), $"one of the weights of {source}: {List(names)}");
        }

        int central = names.ToList().IndexOf("CV");
        int[] known = [.. Enumerable.Range(0, names.Count).Where(i => Known.Contains(names[i]))];
        return central >= 0 ? central
            : names.Count == 1 ? 0
            : known is [var only] ? only
            : throw new UserErrorException(source, "weights", List(names), "CV or another name that is known; choose one with --weight NAME");
    }

    private static string List(IReadOnlyList<string> names) => string.Join(", ", names.Take(20)) + (names.Count > 20 ? $" and {names.Count - 20} more" : "");
}
