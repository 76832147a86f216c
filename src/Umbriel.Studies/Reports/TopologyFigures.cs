using Umbriel.Figures;
using Umbriel.Formats.HepData;
using Umbriel.Response.Published;
using Umbriel.Studies.Performance;

namespace Umbriel.Studies.Reports;

/// <summary>Figures of the topologies of pairs: shares, and their shapes over the published efficiencies.</summary>
internal static class TopologyFigures
{
    public const string Section = "Topologies of e⁺e⁻ pairs";

    private static readonly (string Label, int Colour)[] Names = [("1 shower", 0), ("1 shower + 1 track", 4), ("2 showers", 2), ("other", 3)];

    /// <summary>None without the sample of pairs.</summary>
    public static IEnumerable<ValidationFigure> All(PerformanceReport report, PublishedData published)
    {
        if (report.Sample("pairs")?.Events is not { } pairs)
        {
            yield break;
        }

        yield return Shares("topology_opening", "True opening angle [°]", TopologyShares.Of(pairs, static e => e.Opening, [.. Enumerable.Range(0, 16).Select(static i => 4.0 * i)]), "opening angle");
        yield return Shares("topology_energy", "True energy of the pair [MeV]", TopologyShares.Of(pairs, static e => 1e3 * e.Energy, [.. Enumerable.Range(1, 8).Select(static i => 100.0 * i)]), "energy");
        yield return Shares("topology_asymmetry", "True energy asymmetry", TopologyShares.Of(pairs, static e => e.Asymmetry, [.. Enumerable.Range(0, 11).Select(static i => 0.1 * i)]), "energy asymmetry");
        foreach (ValidationFigure figure in Shapes("shape_opening", "True opening angle [°]", pairs, static e => e.Opening, published.OpeningAngleEfficiency, 0.0, PairGun.LargestOpening)
            .Concat(Shapes("shape_energy", "True energy of the pair [GeV]", pairs, static e => e.Energy, published.EnergyEfficiency, PairGun.Low, PairGun.High))
            .Concat(Shapes("shape_asymmetry", "True energy asymmetry", pairs, static e => e.Asymmetry, published.AsymmetryEfficiency, 0.0, 1.0)))
        {
            yield return figure;
        }
    }

    private static ValidationFigure Shares(string name, string title, TopologyShares shares, string quantity) => new(
        Section,
        new ChartFigureData(name, title, "Share of pairs", shares.Edges[0], shares.Edges[^1], 1.5,
            [.. Names.Select((n, which) => Points(n.Label, n.Colour, shares.Edges, [.. shares.Bins.Select(b => b[which])]))]),
        $"Shares of what pairs are reconstructed as, against their true {quantity}; all other true quantities as in the sample. \"Other\" includes pairs of which nothing was found.");

    /// <summary>One figure for the published bins that lie in the range of the sample.</summary>
    private static IEnumerable<ValidationFigure> Shapes(string name, string title, IReadOnlyList<EventObservation> pairs, Func<EventObservation, double?> quantity, EfficiencyMarginal published, double low, double high)
    {
        int first = published.Edges.TakeWhile(e => e < low - 1e-9).Count();
        int last = published.Edges.TakeWhile(e => e <= high + 1e-9).Count() - 1;
        if (last <= first)
        {
            yield break;
        }

        double[] edges = [.. published.Edges.Skip(first).Take(last - first + 1)];
        TopologyShares shares = TopologyShares.Of(pairs, quantity, edges);
        IReadOnlyList<double>[] efficiencies = [published.OneShowerNoTrack, published.OneShowerOneTrack, published.TwoShowersNoTrack];
        List<ChartSeries> series = [];
        for (int which = 0; which < efficiencies.Length; which++)
        {
            double[] steps = [.. efficiencies[which].Skip(first).Take(last - first)];
            series.Add(new ChartSeries(Names[which].Label, ChartStyle.Steps, Names[which].Colour, edges, steps));
            if (shares.ScaledTo(which, steps) is { } scaled)
            {
                series.Add(Points(Names[which].Label, Names[which].Colour, edges, scaled));
            }
        }

        yield return new ValidationFigure(
            Section,
            new ChartFigureData(name, title, "Efficiency (shape)", edges[0], edges[^1], null, series, "lines: published; points: this work, same area"),
            "Published efficiencies of the letter by topology (steps) with the shares of this reconstruction (points), each topology scaled to the published area in the bins shown. A comparison of shapes only: the published efficiencies include the selection, and their pairs have other distributions of the quantities not shown.");
    }

    private static ChartSeries Points(string label, int colour, IReadOnlyList<double> edges, IReadOnlyList<Estimate?> values)
    {
        (double X, Estimate Y)[] points = [.. values.Select((v, i) => (0.5 * (edges[i] + edges[i + 1]), v)).Where(static p => p.v is not null).Select(static p => (p.Item1, p.v!.Value))];
        return new ChartSeries(label, ChartStyle.Points, colour, [.. points.Select(static p => p.X)], [.. points.Select(static p => p.Y.Value)], [.. points.Select(static p => p.Y.Error)]);
    }
}
