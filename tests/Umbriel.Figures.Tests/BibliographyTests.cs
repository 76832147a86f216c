using System.Text.RegularExpressions;
using Umbriel.Core;

namespace Umbriel.Figures.Tests;

public class BibliographyTests
{
    [Fact]
    public void Every_entry_of_the_file_is_read_and_complete()
    {
        string text = EmbeddedText.Read("refs.bib");
        Bibliography.Keys.Count.ShouldBe(Regex.Count(text, "^@", RegexOptions.Multiline));
        foreach (BibliographyEntry entry in Bibliography.Keys.Select(Bibliography.Get))
        {
            entry.Fields.Keys.ShouldContain("author", entry.Key);
            entry.Fields.Keys.ShouldContain("title", entry.Key);
            Regex.IsMatch(entry.Fields["year"], "^(?:19|20)[0-9]{2}$").ShouldBeTrue(entry.Key);
            entry.BibTeX.Count(c => c == '{').ShouldBe(entry.BibTeX.Count(c => c == '}'), entry.Key);
            if (entry.Fields.TryGetValue("eprint", out string? eprint))
            {
                Regex.IsMatch(eprint, "^(?:[0-9]{4}\\.[0-9]{4,5}|[a-z-]+/[0-9]{7})$").ShouldBeTrue(entry.Key);
            }

            Regex.IsMatch(entry.PlainText, "[{}$\\\\]").ShouldBeFalse(entry.PlainText);
        }
    }

    [Fact]
    public void Every_entry_is_ASCII_that_LaTeX_sets_as_it_is_meant()
    {
        EmbeddedText.Read("refs.bib").ShouldAllBe(c => c < 128);
        foreach (BibliographyEntry entry in Bibliography.Keys.Select(Bibliography.Get))
        {
            foreach ((string name, string value) in entry.Fields.Where(f => f.Key is not "doi"))
            {
                string where = $"{entry.Key}, {name}";
                (value.Count(c => c == '$') % 2).ShouldBe(0, where);
                string text = Regex.Replace(value, "\\{\\$[^$]*\\$\\}", "");
                text.ShouldNotContain('$', $"{where}: mathematics without braces, whose letters BibTeX's styles change");
                Regex.IsMatch(Regex.Replace(text, "\\\\['`\"^~_&%#]", ""), "[\\^_&%#~<>|]").ShouldBeFalse($"{where}: {text}");
                Regex.Matches(value, "\\\\[A-Za-z]+").Select(m => m.Value).ShouldBeSubsetOf(["\\pi", "\\mu", "\\nu", "\\bar", "\\to", "\\Delta", "\\i"], where);
            }
        }
    }

    [Theory]
    [InlineData("BNL-E949:2009dza", "Study of the decay K⁺ → π⁺νν̄ in the momentum region 140 < Pπ < 199 MeV/c")]
    [InlineData("MiniBooNE:2013uba", "Improved Search for ν̄μ → ν̄e Oscillations in the MiniBooNE Experiment")]
    [InlineData("Hayano:1982wu", "Using Kμ2 Decay")]
    [InlineData("MicroBooNE:2022ncpi0", "single π⁰ production")]
    [InlineData("Fernandez-Martinez:2023phj", "E. Fernández-Martínez, M. González-López, J. Hernández-García, M. Hostert, J. López-Pavón, Effective")]
    [InlineData("Buckley:2019xhk", "L. Lönnblad")]
    [InlineData("deGouvea:2015euy", "A. de Gouvêa")]
    public void TeX_reads_as_plain_text(string key, string part) => Bibliography.Get(key).PlainText.ShouldContain(part);

    [Theory]
    [InlineData("Hayano:1982wu")] // references 54 to 59 of the letter, in order
    [InlineData("PIENU:2019usb")]
    [InlineData("Daum:1987bg")]
    [InlineData("NA62:2021bji")]
    [InlineData("BNL-E949:2009dza")]
    [InlineData("Fernandez-Martinez:2023phj")]
    [InlineData("E949:2014gsn")] // what reference 58 means: the limit on |Uμ4|², not K → πνν̄
    [InlineData("deGouvea:2015euy")]
    [InlineData("Blennow:2023mqx")]
    public void The_older_limits_of_the_letter_and_their_kin_are_there(string key) => Bibliography.Get(key).PlainText.ShouldNotBeEmpty();

    [Theory]
    [InlineData("MiniBooNE:2018esg", "Phys. Rev. Lett. 121, 221801 (2018), arXiv:1805.12028")] // what MiniBooNE's fit needs
    [InlineData("MiniBooNE:2012maf", "(2012), arXiv:1207.4809")]
    [InlineData("MiniBooNE:2013uba", "Phys. Rev. Lett. 110, 161801 (2013), arXiv:1303.2588")]
    [InlineData("MiniBooNE:2020pnu", "arXiv:2006.16883")]
    [InlineData("Abdullahi:2023ejc", "arXiv:2308.02543")]
    public void The_papers_behind_MiniBooNEs_regions_are_there(string key, string part) => Bibliography.Get(key).PlainText.ShouldContain(part);

    [Fact]
    public void The_letter_reads_as_a_physicist_writes_it()
    {
        Bibliography.Get("MicroBooNE:2025darksector").PlainText.ShouldEndWith(
            "First Search for Dark Sector e⁺e⁻ Explanations of the MiniBooNE Anomaly at MicroBooNE, Phys. Rev. Lett. 136, 121804 (2026), arXiv:2502.10900");
    }

    [Fact]
    public void A_bib_file_holds_each_key_once_in_the_order_given()
    {
        string bib = Bibliography.BibTeX(["Wilks:1938dza", "Ji:2019yca", "Wilks:1938dza"]);
        Regex.Matches(bib, "^@article{(?<key>.*),$", RegexOptions.Multiline).Select(m => m.Groups["key"].Value).ShouldBe(["Wilks:1938dza", "Ji:2019yca"]);
        Bibliography.Parse(bib).Keys.ShouldBe(["Ji:2019yca", "Wilks:1938dza"]);
    }

    [Fact]
    public void An_unknown_key_is_the_users_error() =>
        Should.Throw<UserErrorException>(() => Bibliography.BibTeX(["Nobody:1900"])).Message.ShouldContain("'Nobody:1900'");
}
