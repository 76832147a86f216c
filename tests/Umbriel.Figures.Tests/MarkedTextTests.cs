using FsCheck;
using FsCheck.Fluent;

namespace Umbriel.Figures.Tests;

public class MarkedTextTests
{
    [Theory]
    [InlineData("*m*_{4} [GeV]", "{/:Italic m}_{4} [GeV]", "m₄ [GeV]")]
    [InlineData("*e*^{+}*e*^{−}", "{/:Italic e}^{+}{/:Italic e}^{−}", "e⁺e⁻")]
    [InlineData("|*U*_{*μ*4}|^{2}", "|{/:Italic U}_{{/:Italic μ}4}|^{2}", "|Uμ4|²")]
    [InlineData("*χ*^{2}_{CNP}", "{/:Italic χ}@^{2}_{CNP}", "χ²CNP")]
    [InlineData("my_card^2", @"my\\_card\\^2", "my_card^2")]
    [InlineData("a * b", "a * b", "a * b")]
    [InlineData(@"\*a\*", "*a*", "*a*")]
    [InlineData("say \"x\"", "say \\\"x\\\"", "say \"x\"")]
    [InlineData("`id`", @"\140id\140", "`id`")]
    [InlineData("_{open", @"\\_\\{open", "_{open")]
    public void Markup_reads_the_same_in_gnuplot_and_in_the_report(string marked, string gnuplot, string plain)
    {
        MarkedText.ToGnuplot(marked).ShouldBe(gnuplot);
        MarkedText.ToPlain(marked).ShouldBe(plain);
    }

    [Fact]
    public void In_html_markup_is_elements_and_everything_else_is_escaped()
    {
        MarkedText.ToHtml("|*U*_{*μ*4}|^{2} < 1 & \"x\"").ShouldBe("|<i>U</i><sub><i>&#x3BC;</i>4</sub>|<sup>2</sup> &lt; 1 &amp; &quot;x&quot;");
        MarkedText.ToHtml("*<b>*").ShouldBe("<i>&lt;b&gt;</i>");
        string user = @"my_{card}*s* ^{x} \ end";
        MarkedText.ToPlain(MarkedText.Literal(user)).ShouldBe(user);
        MarkedText.ToHtml(MarkedText.Literal(user)).ShouldBe(user);
    }

    [Fact]
    public void Any_text_stays_inside_its_double_quotes()
    {
        Prop.ForAll<string>(text =>
        {
            string quoted = MarkedText.ToGnuplot(text ?? "");
            bool escaped = false;
            foreach (char c in quoted)
            {
                if (c == '`' || char.IsControl(c) || (c == '"' && !escaped))
                {
                    return false;
                }

                escaped = c == '\\' && !escaped;
            }

            return !escaped;
        }).QuickCheckThrowOnFailure();
    }
}
