using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Umbriel.Core;

namespace Umbriel.Figures;

/// <summary>
/// Writes a report as one HTML file that needs no network: style, browser bundles and data are inside, and its content
/// policy forbids every load from elsewhere.
/// </summary>
public static partial class HtmlReport
{
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";

    private static readonly WebCode Bundles = new(typeof(HtmlReport).Assembly, "web/vega.min.js", "web/vega-lite.min.js", "web/vega-embed.min.js", "web/vega.LICENSE");

    /// <summary>What has to be said of reports that have no interactive figures, since Umbriel was built without npm; null if they have them.</summary>
    public static string? Notice => NoticeOf(Bundles);

    /// <summary>Writes <paramref name="report"/> to <paramref name="path"/>; on any failure the target is untouched.</summary>
    /// <exception cref="UserErrorException">The file cannot be written, or a citation key is unknown.</exception>
    public static void Write(ReportModel report, string path) => AtomicFile.WriteText(path, Render(report));

    /// <summary>The report as HTML text; the same model gives the same text.</summary>
    public static string Render(ReportModel report) => Render(report, Bundles);

    internal static string? NoticeOf(WebCode bundles) => bundles.IsComplete ? null : $"reports have no interactive figures: {WebCode.Remedy}";

    internal static string Render(ReportModel report, WebCode bundles)
    {
        StringBuilder html = new(1 << 20);
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="color-scheme" content="light dark">
            <title>{Escape(MarkedText.ToPlain(report.Title))}</title>
            <style>
            {EmbeddedText.Read("web/report.css")}
            </style>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header><h1>{MarkedText.ToHtml(report.Title)}</h1><p>{MarkedText.ToHtml(report.Subtitle)}</p></header>

            """);
        bool cites = report.CitationKeys.Count > 0;
        AppendContents(report, cites, html);
        html.Append("<main id=\"content\">\n");
        AppendCards(report.Cards, html);
        for (int i = 0; i < report.Sections.Count; i++)
        {
            AppendSection(report.Sections[i], i + 1, bundles.IsComplete, html);
        }

        if (cites)
        {
            AppendCitations(report, html);
        }

        html.Append("</main>\n");
        if (bundles.IsComplete && report.Sections.Any(s => s.VegaSpecs.Count > 0))
        {
            AppendScripts(html);
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendContents(ReportModel report, bool cites, StringBuilder html)
    {
        html.Append("<nav aria-label=\"Contents\"><ol>\n");
        for (int i = 0; i < report.Sections.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#section-{i + 1}\">{MarkedText.ToHtml(report.Sections[i].Title)}</a></li>\n");
        }

        html.Append(cites ? "<li><a href=\"#citations\">Citations</a></li>\n" : "").Append("</ol></nav>\n");
    }

    private static void AppendCards(IReadOnlyList<ReportCard> cards, StringBuilder html)
    {
        if (cards.Count == 0)
        {
            return;
        }

        html.Append("<dl class=\"cards\">\n");
        foreach (ReportCard card in cards)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div><dt>{MarkedText.ToHtml(card.Label)}</dt><dd><b>{MarkedText.ToHtml(card.Value)}</b>{(card.Note.Length > 0 ? $"<span>{MarkedText.ToHtml(card.Note)}</span>" : "")}</dd></div>\n");
        }

        html.Append("</dl>\n");
    }

    private static void AppendSection(ReportSection section, int number, bool isInteractive, StringBuilder html)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"section-{number}\"><h2>{MarkedText.ToHtml(section.Title)}</h2>\n");
        foreach (string paragraph in section.Paragraphs)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{MarkedText.ToHtml(paragraph)}</p>\n");
        }

        if (section.Bullets is { Count: > 0 } bullets)
        {
            html.Append("<ul>\n").AppendJoin('\n', bullets.Select(b => $"<li>{MarkedText.ToHtml(b)}</li>")).Append("\n</ul>\n");
        }

        foreach (VegaSpec spec in section.VegaSpecs)
        {
            AppendFigure(spec, isInteractive, html);
        }

        foreach (ReportTable table in section.Tables)
        {
            AppendTable(table, html);
        }

        foreach (ReportListing listing in section.Listings ?? [])
        {
            html.Append(CultureInfo.InvariantCulture, $"<details open><summary>{Escape(listing.Caption)}</summary><pre tabindex=\"0\">{Escape(listing.Text)}</pre></details>\n");
        }

        html.Append("</section>\n");
    }

    private static void AppendFigure(VegaSpec spec, bool isInteractive, StringBuilder html)
    {
        const string beside = "the same figure is beside this report as PDF, SVG and PNG.";
        FigureChecks.Name(spec.Name);
        string json = spec.Json.Replace("<", "\\u003c", StringComparison.Ordinal);
        html.Append(CultureInfo.InvariantCulture, $"""
            <figure><div class="vega" id="figure-{spec.Name}" data-spec="spec-{spec.Name}">{(isInteractive ? $"<noscript>This figure needs JavaScript; {beside}</noscript>" : $"Not interactive, since {WebCode.Remedy}; {beside}")}</div>
            <figcaption>{MarkedText.ToHtml(spec.Caption)}</figcaption></figure>
            <script type="application/json" id="spec-{spec.Name}">{json}</script>

            """);
    }

    private static void AppendTable(ReportTable table, StringBuilder html)
    {
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            FigureChecks.SameLength("table " + table.Caption, "row", row.Count, table.Header.Count);
        }

        string[] align = [.. table.Header.Select((_, column) => table.Rows.All(row => NumberPattern().IsMatch(MarkedText.ToPlain(row[column]))) ? " class=\"number\"" : "")];
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{Escape(MarkedText.ToPlain(table.Caption))}\"><table><caption>{MarkedText.ToHtml(table.Caption)}</caption>\n<thead><tr>");
        for (int i = 0; i < table.Header.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{align[i]}>{MarkedText.ToHtml(table.Header[i])}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            html.Append("<tr>");
            for (int i = 0; i < row.Count; i++)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td{align[i]}>{MarkedText.ToHtml(row[i])}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static void AppendCitations(ReportModel report, StringBuilder html)
    {
        html.Append("<section id=\"citations\"><h2>Citations</h2>\n<ol class=\"citations\">\n");
        foreach (string key in report.CitationKeys.Distinct(StringComparer.Ordinal))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Escape(Bibliography.Get(key).PlainText)} <code>{Escape(key)}</code></li>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</ol>\n<details><summary>BibTeX</summary><pre tabindex=\"0\">{Escape(Bibliography.BibTeX(report.CitationKeys))}</pre></details></section>\n");
    }

    private static void AppendScripts(StringBuilder html)
    {
        html.Append("<!-- vega, vega-lite and vega-embed, inlined:\n").Append(EmbeddedText.Read("web/vega.LICENSE").Replace("--", "- -", StringComparison.Ordinal)).Append("-->\n");
        foreach (string bundle in new[] { "web/vega.min.js", "web/vega-lite.min.js", "web/vega-embed.min.js", "web/report.js" })
        {
            string code = EmbeddedText.Read(bundle).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
            html.Append("<script>\n").Append(code).Append("\n</script>\n");
        }
    }

    private static string Escape(string text) => HtmlEncoder.Default.Encode(text);

    [GeneratedRegex(@"^(|[–—-]|[+\-−±<>≈ ]*[0-9][0-9., \u00A0×^⁻⁰¹²³⁴-⁹±+\-−eE/%()]*( ?(MeV|GeV|s|σ|%))?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();
}
