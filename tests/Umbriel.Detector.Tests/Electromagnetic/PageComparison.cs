namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>Compares a committed page with a fresh one: same words, numbers to 6% or 0.005 (showers are another sample where the logarithm's last bit differs).</summary>
internal static class PageComparison
{
    public static void ShouldAgree(string committed, string fresh)
    {
        string[] old = Words(committed);
        string[] now = Words(fresh);
        now.Length.ShouldBe(old.Length, "the page has another shape: write it anew");
        for (int i = 0; i < old.Length; i++)
        {
            if (double.TryParse(old[i], out double before) && double.TryParse(now[i], out double after))
            {
                after.ShouldBe(before, (0.06 * Math.Abs(before)) + 0.005, $"word {i}");
            }
            else
            {
                now[i].ShouldBe(old[i]);
            }
        }
    }

    private static string[] Words(string page) => page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
