using System.Text;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Tests.Scattering;

namespace Umbriel.Generation.Tests.Reference;

/// <summary>
/// Shapes at the key point against DarkNews 0.4.9 (validation/reference/darknews/hist_P01_key_gD1_microboone.csv), and
/// validation/shapes.md: written when UMBRIEL_WRITE_PAGES is set, otherwise checked to hold the same numbers.
/// </summary>
public sealed class ShapesPageTests
{
    private const int CoherentEvents = 600_000;
    private const int ProtonEvents = 100_000;
    private static readonly DarkNewsRate Point = DarkNewsRate.Read().Single(r => r is { Point: "P01_key_gD1", Experiment: "microboone_tpc" });
    private static readonly DetectorGeometry Detector = DetectorGeometry.For(GeometryConvention.DarkNews);
    private static readonly IReadOnlyList<DarkNewsHistogram> References = DarkNewsHistogram.Read();

    [Fact]
    public void All_histograms_are_read()
    {
        References.Count.ShouldBe(14);
        References.ShouldAllBe(h => h.Edges.Length == 41 && h.Content.Length == 42);
    }

    [Fact]
    public void The_page_is_what_the_code_gives_and_shapes_agree()
    {
        string path = Path.Combine(Repository.Root, "validation", "shapes.md");
        (string page, List<string> failures) = Compose();
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page);
        }

        failures.ShouldBeEmpty();
        PageComparison.ShouldAgree(File.ReadAllText(path), page);
    }

    private static (string Page, List<string> Failures) Compose()
    {
        StringBuilder page = new();
        page.Append($"""
            # Shapes against DarkNews 0.4.9

            Reference: `validation/reference/darknews/hist_P01_key_gD1_microboone.csv` (origin and known errors in the README
            there): m_4 = 106 MeV, m_Z' = 30 MeV, g_D = 1, coherent + p-el, muon neutrinos, Dirac. Umbriel with DarkNews's
            assumptions, isotropic Z' included, {CoherentEvents} coherent and {ProtonEvents} p-el events. Written by the test
            `ShapesPageTests`: `UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Generation.Tests`; without the
            variable the same test compares this page with the code.

            N is prompt (βγcτ of the order of 1 mm): pairs are where the scatters are, and argon in the TPC gives the same shapes as
            argon elsewhere. Umbriel's events are those of the TPC; DarkNews's are spread over the vessel and not required to
            decay anywhere. Each is normalised to its total, underflow and overflow included.

            χ² has both errors. DarkNews's are standard errors over six seeds: five degrees of freedom per bin, so that single
            bins' χ² would have a mean of 5/3 and long tails; its variance per content is therefore pooled over five neighbouring
            bins. Bins with fewer than 20 effective entries in Umbriel or relative errors above 30% in DarkNews are joined with their
            neighbours. p: probability of a larger χ² (not for m_ee, one bin). Means: DarkNews's with its error over seeds. The
            requirement is p > 1e-3 per observable and pulls of the means below 4.

            | observable | bins | χ² | χ²/bins | p | mean | ± | DarkNews | ± | pull |
            |---|---|---|---|---|---|---|---|---|---|

            """);
        Sample isotropic = Generate(ZPrimePolarisation.Isotropic, 1.0);
        List<string> failures = [];
        IReadOnlyDictionary<string, (double Mean, double Error)> means = DarkNewsHistogram.Means();
        foreach (DarkNewsHistogram reference in References)
        {
            (double chiSquare, int bins) = Compare(reference, isotropic);
            (double Mean, double Error) mine = isotropic.MeanOf(reference.Observable);
            double pull = reference.Observable == "m_ee_GeV" ? 0.0 : Statistics.Pull(mine, means[reference.Observable]);
            double p = bins > 1 ? Statistics.ChiSquareP(chiSquare, bins - 1) : 1.0;
            page.Append($"| {reference.Observable} | {bins} | {chiSquare:0.0} | {chiSquare / bins:0.00} | {p:0.00} | {mine.Mean:0.00000} | {mine.Error:0.0e+0} | {means[reference.Observable].Mean:0.00000} | {means[reference.Observable].Error:0.0e+0} | {pull:0.0} |\n");
            if (p < 1e-3 || Math.Abs(pull) > 4.0)
            {
                failures.Add($"{reference.Observable}: chi2 {chiSquare:0.0}/{bins}, p {p:0.0e+0}, pull of the mean {pull:0.0}");
            }
        }

        AppendGeometry(page, isotropic);
        AppendPolarisation(page, isotropic, failures);
        return (page.ToString(), failures);
    }

    private static void AppendGeometry(StringBuilder page, Sample sample)
    {
        double toAxis = sample.MeanOf("theta_ee_deg").Mean;
        double toNeutrino = sample.Mean((batch, i) => Observables.AngleToNeutrino(batch, i, Detector));
        page.Append($"""

            ## Direction of the neutrino

            θ_ee is taken to the z axis, the neutrino comes from a point 460 m upstream. Umbriel aims it from the mean decay point of
            its parent on the beam axis to the pair's vertex in the TPC; DarkNews from a drawn decay point (on a disc of radius
            35 cm) to the scatter in the vessel. Mean θ_ee to the axis {toAxis:0.0000}°, to the neutrino {toNeutrino:0.0000}°: the whole
            effect of the neutrino's direction is {toAxis - toNeutrino:0.0e+0}°, and the difference between the two descriptions of it
            (the vessel is 1.5 times as wide as the TPC) is below DarkNews's error of 0.008°.

            """);
        Math.Abs(toAxis - toNeutrino).ShouldBeLessThan(0.01);
    }

    private static void AppendPolarisation(StringBuilder page, Sample isotropic, List<string> failures)
    {
        page.Append("""

            ## Polarisation of N and of the Z'

            The same point with the Z' decaying as it is born, and without N's polarisation (Majorana N with a massless daughter
            decay like the average over spins). Design note (design/physics.md, section 3): from the spin-averaged off-shell matrix
            element at t = m_Z'², "N-helicity and azimuthal correlations not evaluated": the numbers of the unpolarised columns.
            For a Dirac N of definite helicity the Z' flies backwards in N's frame, its polarisation axis seen from the laboratory
            turns with it, and most of the effect is gone: the exact distribution is as wide as the isotropic one.

            | | Dirac, exact | Dirac, isotropic | unpolarised N, exact | unpolarised N, isotropic | design, exact | design, isotropic |
            |---|---|---|---|---|---|---|

            """);
        Sample[] samples =
        [
            Generate(ZPrimePolarisation.Exact, 0.5),
            isotropic,
            Generate(ZPrimePolarisation.Exact, 0.5, HnlType.Majorana),
            Generate(ZPrimePolarisation.Isotropic, 0.5, HnlType.Majorana),
        ];
        foreach ((string name, Func<TruthEventBatch, int, double> value, double exact, double flat, double tolerance) in new (string, Func<TruthEventBatch, int, double>, double, double, double)[]
        {
            ("mean asymmetry", (b, i) => Asymmetry(b, i), 0.462, 0.491, 0.004),
            ("asymmetry > 0.9", (b, i) => Asymmetry(b, i) > 0.9 ? 1.0 : 0.0, 0.065, 0.086, 0.003),
            ("opening angle < 5°", (b, i) => Observables.Of("opening_angle_deg", b, i, Detector) < 5.0 ? 1.0 : 0.0, 0.106, 0.092, 0.004),
        })
        {
            double[] found = [.. samples.Select(s => s.Mean(value))];
            page.Append($"| {name} | {string.Join(" | ", found.Select(v => $"{v:0.0000}"))} | {exact} | {flat} |\n");
            if (Math.Abs(found[2] - exact) > tolerance || Math.Abs(found[3] - flat) > tolerance)
            {
                failures.Add($"{name}, unpolarised: exact {found[2]:0.0000}, isotropic {found[3]:0.0000}");
            }
        }
    }

    private static double Asymmetry(TruthEventBatch batch, int i) => Observables.Of("asymmetry", batch, i, Detector);

    /// <summary>χ² between normalised distributions, bins joined until both sides know them well enough.</summary>
    private static (double ChiSquare, int Bins) Compare(DarkNewsHistogram reference, Sample sample)
    {
        WeightedHistogram histogram = sample.Histogram(reference.Observable, reference.Edges);
        double[] content = [histogram.Underflow.Sum, .. histogram.Sums, histogram.Overflow.Sum];
        double[] squares = [histogram.Underflow.SumOfSquares, .. histogram.SumsOfSquares, histogram.Overflow.SumOfSquares];
        double[] theirs = reference.Content;
        double[] variances = reference.PooledVariances();
        double total = content.Sum();
        double theirTotal = theirs.Sum();
        double chiSquare = 0.0;
        int bins = 0;
        (double mine, double mineSquares, double other, double otherVariance) = (0.0, 0.0, 0.0, 0.0);
        for (int i = 0; i < content.Length; i++)
        {
            mine += content[i];
            mineSquares += squares[i];
            other += theirs[i];
            otherVariance += variances[i];
            bool known = mineSquares > 0.0 && mine * mine / mineSquares >= 20.0 && otherVariance > 0.0 && Math.Sqrt(otherVariance) <= 0.3 * other;
            if (known)
            {
                double difference = (mine / total) - (other / theirTotal);
                double variance = (mineSquares / (total * total)) + (otherVariance / (theirTotal * theirTotal));
                chiSquare += difference * difference / variance;
                bins++;
                (mine, mineSquares, other, otherVariance) = (0.0, 0.0, 0.0, 0.0);
            }
        }

        return (chiSquare, bins);
    }

    private static Sample Generate(ZPrimePolarisation polarisation, double share, HnlType type = HnlType.Dirac)
    {
        List<TruthEventBatch> parts = [];
        foreach ((ScatteringRegime regime, int events) in new[] { (ScatteringRegime.Coherent, CoherentEvents), (ScatteringRegime.ProtonElastic, ProtonEvents) })
        {
            int count = (int)(share * events);
            EventSource source = new(Point.ParametersFor(regime) with { HnlType = type }, Point.Settings(regime) with { ZPolarisation = polarisation, Seed = 9 }, Points.Beam, EventOrigin.Tpc);
            parts.Add(EventGenerator.Generate(source, 0, count, count, Environment.ProcessorCount));
        }

        return new Sample(parts);
    }

    /// <summary>Batches of both regimes, whose weights are on one scale.</summary>
    private sealed class Sample(IReadOnlyList<TruthEventBatch> parts)
    {
        public WeightedHistogram Histogram(string observable, double[] edges)
        {
            WeightedHistogram histogram = new(edges);
            foreach (TruthEventBatch batch in parts)
            {
                for (int i = 0; i < batch.Count; i++)
                {
                    histogram.Fill(Observables.Of(observable, batch, i, Detector), batch.Weight[i]);
                }
            }

            return histogram;
        }

        public (double Mean, double Error) MeanOf(string observable)
        {
            double mean = Mean((b, i) => Observables.Of(observable, b, i, Detector));
            double weights = parts.Sum(b => b.Weight.Sum());
            double squares = 0.0;
            foreach (TruthEventBatch batch in parts)
            {
                for (int i = 0; i < batch.Count; i++)
                {
                    double deviation = batch.Weight[i] * (Observables.Of(observable, batch, i, Detector) - mean);
                    squares += deviation * deviation;
                }
            }

            return (mean, Math.Sqrt(squares) / weights);
        }

        public double Mean(Func<TruthEventBatch, int, double> value)
        {
            double sum = 0.0;
            double weights = 0.0;
            foreach (TruthEventBatch batch in parts)
            {
                for (int i = 0; i < batch.Count; i++)
                {
                    sum += batch.Weight[i] * value(batch, i);
                    weights += batch.Weight[i];
                }
            }

            return sum / weights;
        }
    }
}
