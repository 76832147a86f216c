using System.Globalization;

namespace Umbriel.Tests;

/// <summary>Compares a committed page with a fresh one.</summary>
internal static class PageComparison
{
    /// <summary>Same words, and numbers that agree to a share of themselves or to an absolute size; the defaults allow for rounding that differs between machines.</summary>
    public static void ShouldAgree(string committed, string fresh, double relative = 0.02, double absolute = 1e-8)
    {
        string[] old = Words(committed);
        string[] now = Words(fresh);
        now.Length.ShouldBe(old.Length, "the page has another shape: write it anew");
        for (int i = 0; i < old.Length; i++)
        {
            if (Number(old[i]) is { } before && Number(now[i]) is { } after)
            {
                after.ShouldBe(before, (relative * Math.Abs(before)) + absolute, $"word {i}, after '{string.Join(' ', old[Math.Max(0, i - 12)..i])}'");
            }
            else
            {
                now[i].ShouldBe(old[i], $"word {i}");
            }
        }
    }

    private static string[] Words(string page) => page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static double? Number(string word) => double.TryParse(word.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
}
