using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Umbriel.Core;

namespace Umbriel.Figures.Tests;

public class HtmlReportTests
{
    public static ReportModel Model() => new(
        "Search for dark-sector e⁺e⁻ pairs",
        "Sample report: limits are invented, spectra are the published ones",
        [
            new ReportCard("Observed limit on |Uμ4|²", "1.9×10⁻¹⁰", "at m₄ = 106 MeV, mZ′ = 30 MeV"),
            new ReportCard("Selected signal", "66.1 ± 2.0", "published: 67.3"),
            new ReportCard("χ² of background only", "3.05 / 4", "published: 3.08 / 4"),
            new ReportCard("Wall time", "41 s", "2 cores"),
        ],
        [
            new ReportSection("Limits", ["Everything above a solid line is excluded at more than 95% C.L."],
                [new ReportTable("Limits at the masses of the letter", ["Scenario", "mZ′ (GeV)", "m (GeV)", "Observed", "Expected"], [["single", "0.03", "0.106", "1.9e-10", "1.5e-10"], ["dual, Δ = 1", "1.25", "0.42", "3.1e-7", "2.6e-7"]])],
                [LimitVega.Spec(Samples.Limits("limits-single", dual: false), "Single dark neutrino (sample curves, invented)."), LimitVega.Spec(Samples.LimitsOnly("limits-only"), "Limits alone.")]),
            new ReportSection("Data", ["The data and the constrained background in the three published quantities."], [],
                [.. Samples.AllSpectra().Select(s => SpectrumVega.Spec(s, MarkedText.ToPlain(s.AxisTitle) + ": data, background and example signal.")), StackedSpectrumVega.Spec(Samples.Stack("stack-energy"), "Stacked (sample, invented).")]),
            new ReportSection("Efficiency", [], [], [EfficiencyVega.Spec(Samples.AllEfficiencies()[0], "Selection efficiency, published and folded.")]),
            new ReportSection("Assumptions", [], [], [], [new ReportListing("card.yaml", "model: single\nm4: 0.106 # <GeV> & \"quoted\"\n")], ["Dark neutrinos mix with ν_μ only.", "<script>alert('x')</script>"]),
        ],
        ["MicroBooNE:2025darksector", "Abdullahi:2022cdw", "Ji:2019yca"]);

    [Fact]
    public void Nothing_is_loaded_from_elsewhere()
    {
        string whole = HtmlReport.Render(Model());
        Regex.Matches(whole, "<script[^>]*\\bsrc\\b", RegexOptions.IgnoreCase).ShouldBeEmpty();
        whole.ShouldContain("default-src 'none'");
        Regex.Count(whole, "<script\\b").ShouldBe(Regex.Count(whole, "</script>"));

        // The bundles hold such text in strings; the content policy above forbids the loads they could make.
        string html = Regex.Replace(whole, "(?<open><script[^>]*>).*?</script>", "${open}</script>", RegexOptions.Singleline);
        html.Length.ShouldBeLessThan(100_000);
        Regex.Matches(html, "<(?:link|iframe|object|embed|img|base)\\b", RegexOptions.IgnoreCase).ShouldBeEmpty();
        Regex.Matches(html, "<[a-z][^<>]*\\s(?:src|href|srcset|action|poster|data)\\s*=\\s*[\"']?\\s*(?:https?:)?//", RegexOptions.IgnoreCase).ShouldBeEmpty();
        html.ShouldNotContain("url(");
    }

    [Fact]
    public void Without_bundles_a_report_keeps_all_but_interaction_and_says_so()
    {
        WebCode none = new(typeof(HtmlReport).Assembly, "web/vega.min.js", "web/no-such.js");
        string html = HtmlReport.Render(Model(), none);
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<noscript>");
        Regex.Count(html, "Not interactive, since Umbriel was built without npm").ShouldBe(Model().Sections.Sum(section => section.VegaSpecs.Count));
        html.ShouldContain("<td>single</td>");
        HtmlReport.NoticeOf(none)!.ShouldMatch(@"\Areports have no interactive figures: .*npm[^\n]*\z");
        HtmlReport.Notice.ShouldBeNull();
        HtmlReport.Render(Model()).ShouldNotContain("Not interactive");
    }

    [Fact]
    public void Text_is_escaped()
    {
        string html = HtmlReport.Render(Model());
        html.ShouldNotContain("<script>alert");
        html.ShouldContain("&lt;script&gt;alert");
        html.ShouldContain("&lt;GeV&gt; &amp; &quot;quoted&quot;");
        HtmlReport.Render(Model() with { Title = "</title><script>x" }).ShouldNotContain("<script>x");
    }

    [Fact]
    public void A_figure_name_that_is_no_identifier_and_a_short_row_are_refused()
    {
        ReportSection bad = new("s", [], [], [new VegaSpec("a\"b", "", "{}")]);
        Should.Throw<UserErrorException>(() => HtmlReport.Render(Model() with { Sections = [bad] }));
        ReportSection ragged = new("s", [], [new ReportTable("t", ["a", "b"], [["1"]])], []);
        Should.Throw<UserErrorException>(() => HtmlReport.Render(Model() with { Sections = [ragged] })).Message.ShouldContain("table t");
    }

    [Fact]
    public void The_same_model_gives_the_same_text() => HtmlReport.Render(Model()).ShouldBe(HtmlReport.Render(Model()));

    [Fact]
    public void A_browser_draws_every_figure()
    {
        Assert.SkipUnless(File.Exists(Chromium.Program), $"{Chromium.Program} is absent: install the Debian package chromium to run this test");
        string directory = Samples.NewDirectory("report");
        string path = Path.Combine(directory, "report.html");
        ReportModel model = Model();
        HtmlReport.Write(model, path);
        string dom = DumpDom(path, Path.Combine(directory, "profile"));
        int figures = model.Sections.Sum(s => s.VegaSpecs.Count);
        Regex.Count(dom, "data-drawn=\"yes\"").ShouldBe(figures, "figures drawn; failures: " + string.Join("; ", Regex.Matches(dom, "could not be drawn[^<]*").Select(m => m.Value)));
        Regex.Count(dom, "<svg[^>]*class=\"marks\"").ShouldBe(figures);

        // Lines: six Z' masses, observed and expected, in both limit figures, six regions' outlines, seven pieces of older
        // limits, three published signals, one stacked one, four topologies. Boxes: 6 + 5 + 4 bins, each for background,
        // signal and band; 11 stacked bins for five backgrounds, signal and band.
        Regex.Count(dom, "aria-roledescription=\"line mark\"").ShouldBe((2 * 12) + 6 + 7 + 3 + 1 + 4);
        Regex.Count(dom, "aria-roledescription=\"rect mark\"").ShouldBe((3 * (6 + 5 + 4)) + (7 * 11));
        dom.ShouldContain("10⁻⁹");
        dom.ShouldContain("type=\"checkbox\"");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1200)]
    public async Task Plots_have_the_page_s_width_on_a_phone_and_on_a_desk(int width)
    {
        Assert.SkipUnless(File.Exists(Chromium.Program), $"{Chromium.Program} is absent: install the Debian package chromium to run this test");
        string directory = Samples.NewDirectory($"report-{width}");
        string path = Path.Combine(directory, "report.html");
        HtmlReport.Write(Model(), path);
        await using Chromium page = await Chromium.Start(directory, width, 844);
        await page.Open(new Uri(path).AbsoluteUri);
        await Measure(page, width);

        // Turned to the other width, the figures follow.
        await page.Resize(1590 - width, 844);
        await Measure(page, 1590 - width);
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Markers_at_the_frame_are_whole_and_go_when_the_plot_is_moved_past_them()
    {
        Assert.SkipUnless(File.Exists(Chromium.Program), $"{Chromium.Program} is absent: install the Debian package chromium to run this test");
        string directory = Samples.NewDirectory("report-frame");
        string path = Path.Combine(directory, "report.html");
        const double low = 1e-11;
        const double high = 0.1;
        LimitFigureData data = Samples.Limits("frame", dual: false);
        data = data with
        {
            CouplingRange = (low, high),
            Regions = [data.Regions![0] with { BestFit = new PlanePoint(0.05, 1.01 * low) }],
            CardPoint = new PlanePoint(0.06, 0.99 * high),
        };
        HtmlReport.Write(Model() with { Sections = [new ReportSection("Limits", [], [], [LimitVega.Spec(data, "At the frame.")])] }, path);
        await using Chromium page = await Chromium.Start(directory, 1200, 844);
        await page.Open(new Uri(path).AbsoluteUri);
        await page.Until("document.readyState === 'complete' && document.querySelector('.vega')?.dataset.drawn === 'yes'");
        const string markers = "[[...document.querySelectorAll('#figure-frame svg .mark-text text')].find(t => t.textContent === '★'), document.querySelector('#figure-frame svg path[fill=\"#1a1a1a\"]')]";
        string[] whole = [.. (await page.Evaluate($"{markers}.map(m => `${{m.closest('[clip-path]') ? 'clipped' : 'whole'}} ${{m.getAttribute('opacity') ?? 1}}`)"))!.AsArray().Select(text => text!.GetValue<string>())];
        whole.ShouldBe(["whole 1", "whole 1"]);

        // Dragged down by half its height, the plot has lost the star at its lower edge and kept the diamond at its upper one.
        (double x, double y) = await page.Middle("#figure-frame svg .background");
        await page.Drag((x, y - 100.0), (x, y + 60.0));
        await page.Until($"{markers}[0].getAttribute('opacity') === '0'");
        (await page.Evaluate($"{markers}[1].getAttribute('opacity') ?? '1'"))!.GetValue<string>().ShouldBe("1");
        page.Complaints.ShouldBeEmpty();
    }

    // Plots of at least 60% of the page beside or above their legends, nothing that makes the page itself scroll sideways.
    private static async Task Measure(Chromium page, int width)
    {
        await page.Until($"innerWidth === {width} && document.readyState === 'complete' && [...document.querySelectorAll('.vega')].every(p => p.dataset.drawn === 'yes' && p.dataset.narrow === String(innerWidth < 720))");
        (await page.Evaluate("document.documentElement.scrollWidth"))!.GetValue<int>().ShouldBe(width);
        foreach (JsonNode? plot in (await page.Evaluate("[...document.querySelectorAll('.vega')].map(p => [p.id, p.querySelector('svg .background').getBoundingClientRect().width])"))!.AsArray())
        {
            plot![1]!.GetValue<double>().ShouldBeGreaterThan(0.6 * Math.Min(width, 1000), $"{plot[0]} at {width} px");
        }

        // Symbols on the axes: italic m with a lowered 4, and the powers as they were.
        (await page.Evaluate("[...document.querySelectorAll('#figure-limits-single svg text')].find(t => t.textContent === 'm4 [GeV]')?.querySelector('tspan[font-style=italic]').textContent"))!.GetValue<string>().ShouldBe("m");
        (await page.Evaluate("[...document.querySelectorAll('#figure-limits-single svg text')].filter(t => t.textContent === '10⁻⁹').length"))!.GetValue<int>().ShouldBe(1);

        // Masses are plain numbers, all of them.
        string[] labels = [.. (await page.Evaluate("[...document.querySelectorAll('#figure-limits-single .role-axis-label text')].map(t => t.textContent)"))!.AsArray().Select(l => l!.GetValue<string>())];
        labels.ShouldContain("0.1");
        labels.ShouldContain("0.01");
        labels.Count(l => l == "10⁻²").ShouldBe(1); // the coupling axis' alone
    }

    [Fact]
    public void Marked_text_is_typeset_everywhere()
    {
        ReportSection section = new("*x*_{1}", ["|*U*|^{2} < 1"], [new ReportTable("*t*", ["*m*_{4}"], [["1.95 × 10^{−10}"], ["2"]])], [], [new ReportListing("card", "a*b*_{c}")], ["*α*_{D}"]);
        string html = HtmlReport.Render(new ReportModel("*T*", "s^{2}", [new ReportCard("*χ*^{2}", "2^{3}", "*n*")], [section], []));
        foreach (string part in new[] { "<title>T</title>", "<h1><i>T</i></h1>", "<p>s<sup>2</sup></p>", "<i>&#x3C7;</i><sup>2</sup>", "<b>2<sup>3</sup></b>", "<span><i>n</i></span>", "<h2><i>x</i><sub>1</sub></h2>", "|<i>U</i>|<sup>2</sup> &lt; 1", "<caption><i>t</i></caption>", "<th scope=\"col\" class=\"number\"><i>m</i><sub>4</sub></th>", "<td class=\"number\">1.95 &#xD7; 10<sup>&#x2212;10</sup></td>", "<li><i>&#x3B1;</i><sub>D</sub></li>", "a*b*_{c}" })
        {
            html.ShouldContain(part);
        }
    }

    private static string DumpDom(string path, string profile)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--user-data-dir={profile}", "--window-size=1200,1000",
            "--virtual-time-budget=20000", "--dump-dom", new Uri(path).AbsoluteUri,
        ];
        using Process chromium = Process.Start(new ProcessStartInfo(Chromium.Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        Task<string> errors = chromium.StandardError.ReadToEndAsync();
        string dom = chromium.StandardOutput.ReadToEnd();
        chromium.WaitForExit(60_000).ShouldBeTrue("chromium did not finish in a minute");
        chromium.ExitCode.ShouldBe(0, errors.GetAwaiter().GetResult());
        return dom;
    }
}
