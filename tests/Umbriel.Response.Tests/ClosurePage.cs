using System.Text;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;

namespace Umbriel.Response.Tests;

/// <summary>The text of validation/closure.md.</summary>
internal static class ClosurePage
{
    private const int TpcEvents = 60000;
    private const int OtherEvents = 10000;
    private static readonly string[] TopologyNames = ["1 shower", "1 shower 1 track", "2 showers"];

    public static string Compose()
    {
        StringBuilder page = new();
        Dictionary<string, PublishedResponse> responses = ReferenceMixtures.All.ToDictionary(m => m.Name, Shared.Builder.Build);
        string central = ReferenceMixtures.Default.Name;
        Line(page, """
            # Closure at the published example signal

            m_4 = 106 MeV, m_Z' = 30 MeV, |U_μ4|² = 2e-10, ε = 8e-4, α_D = 0.25, 6.87e20 protons on target, coherent scattering.
            Published: the letter's Fig. 3 as read off in `data/hepdata-2502.10900` (README there). Written by the test
            `ClosurePageTests`: `UMBRIEL_WRITE_PAGES=1 dotnet run --project tests/Umbriel.Response.Tests`; without the variable
            the same test compares this page with the code.

            """);
        double published = Shared.Data.Score.ExampleSignal.Sum();
        Line(page, Invariant($"Published selected signal (sum of the score bins): {published:0.00} events; sums of the energy and angle figures: {Shared.Data.Energy.ExampleSignal.Sum():0.00} , {Shared.Data.Angle.ExampleSignal.Sum():0.00} .\n"));
        Conventions(page, responses[central], central, published);
        List<TruthEventBatch> pairs = Pairs(ResponseBuilder.ExamplePoint, new GenerationSettings(Shared.Site));
        Dictionary<string, SelectedSignal> signals = responses.ToDictionary(r => r.Key, r => Fold(pairs, r.Value));
        Mixtures(page, responses, signals, published);
        Spectra(page, signals);
        Residuals(page, responses, signals);
        Balance(page, published);
        return page.ToString();
    }

    private static void Conventions(StringBuilder page, PublishedResponse response, string mixture, double published)
    {
        Line(page, $"""
            ## By convention, mixture `{mixture}`

            The first row is the default; each other row changes what it names. Pairs born in the TPC by where the neutrino
            scattered, then selected events by topology (all origins), their sum, and that over the published number.

            | convention | from TPC | from cryostat | from soil | 1 shower | 1 shower 1 track | 2 showers | selected | ratio |
            |---|---|---|---|---|---|---|---|---|
            """);
        GenerationSettings settings = new(Shared.Site);
        DarkSectorParameters point = ResponseBuilder.ExamplePoint;
        (string Name, DarkSectorParameters Point, GenerationSettings Settings)[] rows =
        [
            ("exact Z', ν and ν̄, geometry letter, emCoupling darknews", point, settings),
            ("isotropic Z'", point, settings with { ZPolarisation = ZPrimePolarisation.Isotropic }),
            ("ν only", point, settings with { NeutrinoFlavours = [14] }),
            ("geometry darknews", point, settings with { Geometry = GeometryConvention.DarkNews }),
            ("emCoupling thomson", point with { EmCoupling = EmCouplingConvention.Thomson }, settings),
            ("isotropic Z', ν only, geometry darknews: all as DarkNews", point, settings with { ZPolarisation = ZPrimePolarisation.Isotropic, NeutrinoFlavours = [14], Geometry = GeometryConvention.DarkNews }),
        ];
        foreach ((string name, DarkSectorParameters parameters, GenerationSettings s) in rows)
        {
            List<TruthEventBatch> batches = Pairs(parameters, s);
            double[] pairs = [.. batches.Select(b => b.Weight.Sum())];
            SelectedSignal sum = Fold(batches, response);
            Line(page, Invariant($"| {name} | {pairs[0]:0.00} | {pairs[1]:0.000} | {pairs[2]:0.000} | {sum.ByTopology[0]:0.00} | {sum.ByTopology[1]:0.00} | {sum.ByTopology[2]:0.00} | {sum.Total:0.00} | {sum.Total / published:0.000} |"));
        }
    }

    private static void Mixtures(StringBuilder page, Dictionary<string, PublishedResponse> responses, Dictionary<string, SelectedSignal> signals, double published)
    {
        Line(page, """

            ## By mixture

            The efficiency depends on the assumed composition of the sample behind the published marginals (`ReferenceMixtures`
            says what each holds, and why the first is the default). Energy response: Gaussian about scale × E, σ/E =
            stochastic/√(E/GeV), scanned from 0.02 on. Angular response: σ in degrees of a two-dimensional Gaussian. Both fitted
            to the published spectra of this very signal, hence the spectra below test the shape of the model and not its width.

            | mixture | efficiency | 1 shower | 1 shower 1 track | 2 showers | selected | ratio | energy scale | stochastic | σ (°) |
            |---|---|---|---|---|---|---|---|---|---|
            """);
        foreach ((string name, PublishedResponse response) in responses)
        {
            SelectedSignal s = signals[name];
            Line(page, Invariant($"| {name} | {s.Total / s.DecaysInTpc:0.000} | {s.ByTopology[0]:0.00} | {s.ByTopology[1]:0.00} | {s.ByTopology[2]:0.00} | {s.Total:0.00} | {s.Total / published:0.000} | {response.EnergySmearing.Scale:0.000} | {response.EnergySmearing.Stochastic:0.000} | {response.AngleSmearing.Sigma:0.00} |"));
        }

        MixtureUncertainty uncertainty = Shared.Builder.Uncertainty(ReferenceMixtures.Default, ReferenceMixtures.All);
        Line(page, Invariant($"\nUncertainty from the mixture, half the spread over the default's value: {uncertainty.Relative:0.000} . It is a common factor on\nevery predicted signal."));
    }

    private static void Spectra(StringBuilder page, Dictionary<string, SelectedSignal> signals)
    {
        Line(page, """

            ## Spectra

            Shares of the selected signal. Distance: 67.3 × Σ (predicted − published)²/published over the normalised bins, what a
            Pearson χ² of as many events would gain on average.

            | spectrum | mixture | shares by bin | distance |
            |---|---|---|---|
            """);
        Row("energy", "published", Shared.Data.Energy.ExampleSignal, Shared.Data.Energy.ExampleSignal);
        foreach ((string name, SelectedSignal signal) in signals)
        {
            Row("energy", name, signal.Energy, Shared.Data.Energy.ExampleSignal);
        }

        Row("angle", "published", Shared.Data.Angle.ExampleSignal, Shared.Data.Angle.ExampleSignal);
        foreach ((string name, SelectedSignal signal) in signals)
        {
            Row("angle", name, signal.Angle, Shared.Data.Angle.ExampleSignal);
        }

        void Row(string spectrum, string name, IReadOnlyList<double> values, IReadOnlyList<double> reference)
        {
            double sum = values.Sum();
            double referenceSum = reference.Sum();
            double distance = 67.3 * values.Zip(reference, (v, r) => Math.Pow((v / sum) - (r / referenceSum), 2) * referenceSum / r).Sum();
            Line(page, Invariant($"| {spectrum} | {name} | {string.Join(" ", values.Select(v => Invariant($"{v / sum:0.000}")))} | {distance:0.00} |"));
        }
    }

    private static void Residuals(StringBuilder page, Dictionary<string, PublishedResponse> responses, Dictionary<string, SelectedSignal> signals)
    {
        Line(page, """

            ## How far the marginals disagree

            On the sample they were made from, the four marginals of a topology give one mean efficiency. Fitted total over the
            total each marginal asks for, minus one, by mixture: the asymmetry is fitted last and sets the normalisation.

            | mixture | topology | energy | θ | opening angle | asymmetry |
            |---|---|---|---|---|---|
            """);
        foreach ((string name, PublishedResponse response) in responses)
        {
            for (int t = 0; t < TopologyNames.Length; t++)
            {
                Line(page, $"| {name} | {TopologyNames[t]} | {string.Join(" | ", response.Efficiency.Residuals[t].Select(r => Invariant($"{Plain(r):0.000}")))} |");
            }
        }

        Line(page, """

            Where they disagree, the axis that is fitted last matters. Selected events of the example signal if it were another
            one (the fit's total divided by one plus the residual, topology by topology; exact but for the cap at one):

            | mixture | energy last | θ last | opening angle last | asymmetry last (in use) |
            |---|---|---|---|---|
            """);
        foreach ((string name, PublishedResponse response) in responses)
        {
            double[] byTopology = signals[name].ByTopology;
            IEnumerable<string> totals = Enumerable.Range(0, EfficiencyAxes.Count)
                .Select(axis => byTopology.Select((n, t) => n / (1.0 + response.Efficiency.Residuals[t][axis])).Sum())
                .Select(total => Invariant($"{total:0.00}"));
            Line(page, $"| {name} | {string.Join(" | ", totals)} |");
        }
    }

    private static void Balance(StringBuilder page, double published)
    {
        Line(page, """

            ## The balanced mixture

            Shares by minimum of Σ (T/T̄ − 1)² + λ Σ w ln(N w) (`ConsistentShares`); λ = 0.001 is in use. "Equal" would be
            0.050 each.

            | λ | largest residual | Σ w ln(N w) | selected | ratio |
            |---|---|---|---|---|
            """);
        ReferenceMixture broad = ReferenceMixtures.Find("broad")!;
        foreach (double lambda in new[] { 0.1, 0.01, 0.003, ConsistentShares.DefaultLambda, 0.0001 })
        {
            ReferenceMixture mixture = new("balanced", broad.Points, new ConsistentShares(lambda));
            MixtureSample sample = Shared.Builder.Sample(mixture);
            double residual = new EfficiencyMap(Shared.Axes, sample).Residuals.Max(r => r.Max(Math.Abs));
            double entropy = sample.Shares.Sum(w => w * Math.Log(w * sample.Shares.Count));
            double selected = Shared.Builder.Uncertainty(mixture, [mixture]).Selected[0].Value;
            Line(page, Invariant($"| {lambda:0.####} | {residual:0.000} | {entropy:0.00} | {selected:0.00} | {selected / published:0.000} |"));
        }

        Line(page, "\n| point (GeV) | share |\n|---|---|");
        IReadOnlyList<double> shares = Shared.Builder.Sample(ReferenceMixtures.Find("balanced")!).Shares;
        for (int p = 0; p < shares.Count; p++)
        {
            DarkSectorParameters point = broad.Points[p];
            string masses = point.Scenario == Scenario.Single ? Invariant($"single, m4 {point.M4}") : Invariant($"dual, m4 {point.M4} m5 {point.M5}");
            Line(page, Invariant($"| {masses} mZ' {point.MZPrime} | {shares[p]:0.000} |"));
        }
    }

    /// <summary>By origin.</summary>
    private static List<TruthEventBatch> Pairs(DarkSectorParameters point, GenerationSettings settings) => [.. Enum.GetValues<EventOrigin>().Select(origin =>
    {
        int events = origin == EventOrigin.Tpc ? TpcEvents : OtherEvents;
        return EventGenerator.Generate(new EventSource(point, settings, Shared.Beam, origin), 0, events, events, 2);
    })];

    private static SelectedSignal Fold(List<TruthEventBatch> batches, PublishedResponse response)
    {
        SelectedSignal sum = response.Empty();
        foreach (TruthEventBatch batch in batches)
        {
            sum.Add(response.Fold(batch));
        }

        return sum;
    }

    // No minus sign before a rounded zero.
    private static double Plain(double value) => Math.Abs(value) < 0.0005 ? 0.0 : value;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');
}
