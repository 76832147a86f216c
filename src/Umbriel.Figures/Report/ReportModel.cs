namespace Umbriel.Figures;

/// <summary>All that the HTML report shows. Texts are <see cref="MarkedText"/>; the report escapes them, and listings are verbatim.</summary>
/// <param name="Title">Page title and heading.</param>
/// <param name="Subtitle">One line below it.</param>
/// <param name="Cards">Headline numbers.</param>
/// <param name="Sections">Sections in order; each gets an entry in the contents.</param>
/// <param name="CitationKeys">Keys in <see cref="Bibliography"/> of what was used; they become the last section.</param>
public sealed record ReportModel(
    string Title,
    string Subtitle,
    IReadOnlyList<ReportCard> Cards,
    IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<string> CitationKeys);

/// <summary>One headline number.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number with its unit, already formatted.</param>
/// <param name="Note">What to compare it with; empty for nothing.</param>
public sealed record ReportCard(string Label, string Value, string Note = "");

/// <summary>One section: paragraphs, figures, tables and listings, in that order.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Paragraphs">Paragraphs.</param>
/// <param name="Tables">Tables.</param>
/// <param name="VegaSpecs">Interactive figures.</param>
/// <param name="Listings">Verbatim texts, such as the card or the manifest; null for none.</param>
/// <param name="Bullets">List items, such as the assumptions made; null for none.</param>
public sealed record ReportSection(
    string Title,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<ReportTable> Tables,
    IReadOnlyList<VegaSpec> VegaSpecs,
    IReadOnlyList<ReportListing>? Listings = null,
    IReadOnlyList<string>? Bullets = null);

/// <summary>A table of formatted cells; columns whose cells all read as numbers are aligned to the right.</summary>
/// <param name="Caption">Caption above the table.</param>
/// <param name="Header">Column titles.</param>
/// <param name="Rows">Rows, each as long as <paramref name="Header"/>.</param>
public sealed record ReportTable(string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Text shown verbatim in a fixed-width font.</summary>
/// <param name="Caption">File name or heading.</param>
/// <param name="Text">The text.</param>
public sealed record ReportListing(string Caption, string Text);
