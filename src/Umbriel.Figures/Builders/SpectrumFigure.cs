using System.Globalization;
using System.Text;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>Data over the constrained background with a signal stacked on it (the letter's Fig. 3).</summary>
public static class SpectrumFigure
{
    // Share of the axis that the legend covers, and height that it leaves free below.
    private const double LegendWidth = 0.62;
    private const double LegendClear = 0.57;

    /// <summary>The figure for gnuplot, 90 mm wide.</summary>
    public static FigureDescription Describe(SpectrumFigureData data)
    {
        data.Require();
        (bool legendRight, double top) = SpectrumFrame.LegendPlace(data.Edges, Heights(data), LegendWidth, LegendClear);
        StringBuilder settings = SpectrumFrame.Settings(data.AxisTitle, "Events / bin", data.Edges, legendRight, top);
        if (data.Exposure is not null)
        {
            settings.Append(CultureInfo.InvariantCulture, $"set label 1 {Quote(data.Exposure)} at graph 0,1.04 left font medium\n");
        }

        if (ChiSquareText(data) is { } chiSquare)
        {
            settings.Append(CultureInfo.InvariantCulture, $"set label 2 {Quote(chiSquare)} at graph 1,1.04 right font medium\n");
        }

        return new FigureDescription(data.Name, 90, 76, Csv(data), settings.ToString(), SpectrumFigurePlot.Command(data));
    }

    /// <summary>"χ²_CNP/ndf = 3.08/4" in marked text; null without a χ².</summary>
    internal static string? ChiSquareText(SpectrumFigureData data)
    {
        return data.ChiSquare is not { } value
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{data.ChiSquareLabel}{(data.DegreesOfFreedom is { } ndf ? $"/ndf = {value:0.00}/{ndf}" : $" = {value:0.00}")}");
    }

    private static double[] Heights(SpectrumFigureData data) =>
        [.. data.Data.Select((count, i) => Math.Max(
            PoissonInterval.Of(count).High,
            data.Background[i] + Math.Max(data.BackgroundError[i], Math.Max(data.PublishedSignal?[i] ?? 0, data.PredictedSignal?[i] ?? 0))))];

    private static string Csv(SpectrumFigureData data)
    {
        StringBuilder csv = new("low,high,data,data_low,data_high,background,background_error,signal_published,signal_predicted\n");
        for (int i = 0; i < data.Data.Count; i++)
        {
            (double low, double high) = PoissonInterval.Of(data.Data[i]);
            csv.AppendJoin(',',
                Number(data.Edges[i]), Number(data.Edges[i + 1]), Number(data.Data[i]), Number(low), Number(high),
                Number(data.Background[i]), Number(data.BackgroundError[i]),
                data.PublishedSignal is null ? "" : Number(data.PublishedSignal[i]),
                data.PredictedSignal is null ? "" : Number(data.PredictedSignal[i])).Append('\n');
        }

        // The closing row repeats the last bin at the upper edge, so that the drawn staircases reach it.
        csv.AppendJoin(',',
            Number(data.Edges[^1]), "", "", "", "", Number(data.Background[^1]), "",
            data.PublishedSignal is null ? "" : Number(data.PublishedSignal[^1]),
            data.PredictedSignal is null ? "" : Number(data.PredictedSignal[^1])).Append('\n');
        return csv.ToString();
    }
}
