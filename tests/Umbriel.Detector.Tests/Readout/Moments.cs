using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Sum, means and variances of a grid of charge, by direct summation.</summary>
internal readonly record struct Moments(double Sum, double MeanWire, double MeanTick, double VarianceWire, double VarianceTick)
{
    public static Moments Of(ChargeGrid grid)
    {
        List<(double Wire, double Tick, double Charge)> cells = [];
        int pages = grid.Sort();
        for (int rank = 0; rank < pages; rank++)
        {
            ReadOnlySpan<long> page = grid.Page(rank, out int wire, out int first);
            for (int i = 0; i < page.Length; i++)
            {
                cells.Add((wire, first + i, page[i] / ChargeGrid.Unit));
            }
        }

        double sum = cells.Sum(static c => c.Charge);
        double meanWire = cells.Sum(static c => c.Charge * c.Wire) / sum;
        double meanTick = cells.Sum(static c => c.Charge * c.Tick) / sum;
        return new Moments(
            sum,
            meanWire,
            meanTick,
            cells.Sum(c => c.Charge * (c.Wire - meanWire) * (c.Wire - meanWire)) / sum,
            cells.Sum(c => c.Charge * (c.Tick - meanTick) * (c.Tick - meanTick)) / sum);
    }
}
