namespace Umbriel.MiniBooNE.Tests.Prediction;

/// <summary>Compares a committed page with a fresh one: same words, numbers to 2% or 1e-8 (rounding differs between machines).</summary>
internal static class PageComparison
{
    public static void ShouldAgree(string committed, string fresh)
    {
        string[] old = Words(committed);
        string[] now = Words(fresh);
        now.Length.ShouldBe(old.Length, "the page has another shape: write it anew");
        for (int i = 0; i < old.Length; i++)
        {
            if (double.TryParse(old[i].TrimEnd('%'), out double before) && double.TryParse(now[i].TrimEnd('%'), out double after))
            {
                after.ShouldBe(before, (0.02 * Math.Abs(before)) + 1e-8);
            }
            else
            {
                now[i].ShouldBe(old[i]);
            }
        }
    }

    private static string[] Words(string page) => page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
