using Umbriel.Figures;

namespace Umbriel.Studies.Reports;

/// <summary>A figure of a validation.</summary>
/// <param name="Section">The report's section that it stands in.</param>
/// <param name="Data">What is drawn.</param>
/// <param name="Caption">What it shows.</param>
internal sealed record ValidationFigure(string Section, ChartFigureData Data, string Caption);
