namespace Umbriel.Figures;

/// <summary>One interactive figure of the report.</summary>
/// <param name="Name">Identifier, unique within the report: letters, digits, '-' and '_'.</param>
/// <param name="Caption">Caption under the figure, in <see cref="MarkedText"/>; it is also what a screen reader is told.</param>
/// <param name="Json">A vega-lite 6 specification with its data inside.</param>
public sealed record VegaSpec(string Name, string Caption, string Json);
