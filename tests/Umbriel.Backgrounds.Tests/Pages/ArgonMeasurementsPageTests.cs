using System.Globalization;
using System.Text;
using Umbriel.Backgrounds.Totals;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Figures;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Pages;

/// <summary>Composes validation/argon-measurements.md and its figures; writes them when UMBRIEL_WRITE_PAGES is set, otherwise checks that the page holds the same numbers.</summary>
public sealed class ArgonMeasurementsPageTests
{
    private const int Events = 100_000;
    private const double ProtonThreshold = 0.035; // arXiv:2404.10948

    private static readonly string[] Pions = ["res", "sis-dis", "coh-pi"];

    [Fact]
    [Trait("Category", "Validation")]
    public void The_page_is_what_the_code_gives()
    {
        (Measurement Measurement, Prediction[] Predictions)[] all = [.. NeutralPions(), .. Inclusive(), .. Protons(), .. MiniBooNENeutral(), .. MiniBooNECharged()];
        string path = Repository.PathOf("validation/argon-measurements.md");
        string page = Compose(all);
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page);
            Draw(all, "NC π0: p", "argon-nc-pi0-p", "π^0 momentum (GeV)", "dσ/dp (10^{−39} cm^2/GeV)");
            Draw(all, "NC π0: cos θ", "argon-nc-pi0-cos", "cos θ of the π^0", "dσ/dcos θ (10^{−39} cm^2)");
            Draw(all, "CC μ p: p_mu", "argon-cc-protons-mu", "muon momentum (GeV)", "dσ/dp (10^{−38} cm^2/GeV)");
            Draw(all, "CC μ p: p_p", "argon-cc-protons-p", "momentum of the leading proton (GeV)", "dσ/dp (10^{−38} cm^2/GeV)");
            Draw(all, "MiniBooNE NC π0: p", "miniboone-nc-pi0-p", "π^0 momentum (GeV)", "dσ/dp (10^{−39} cm^2/GeV)", 1e39);
            Draw(all, "MiniBooNE CC π0: p_pi0", "miniboone-cc-pi0-p", "π^0 momentum (GeV)", "dσ/dp (10^{−39} cm^2/GeV per CH_2)", 1e39);
        }

        PageComparison.ShouldAgree(File.ReadAllText(path), page, 0.05, 0.05);
    }

    [Fact]
    public void The_measured_values_have_no_chi_squared_and_twice_of_them_the_factor_of_a_half()
    {
        foreach (Measurement measurement in NeutralPionBins().Select(bins => bins.Measurement.WithoutSmearing()))
        {
            double[] none = new double[measurement.Value.Length];
            measurement.Compare(new Prediction("", measurement.Value, none)).ChiSquared.ShouldBe(0.0, 1e-6);

            // Their χ² is that of the measured values against nothing.
            (double chiSquared, double factor, double best) = measurement.Compare(new Prediction("", [.. measurement.Value.Select(value => 2.0 * value)], none));
            factor.ShouldBe(0.5, 1e-9);
            best.ShouldBe(0.0, 1e-6 * chiSquared);
            chiSquared.ShouldBeGreaterThan(1.0);
        }
    }

    [Fact]
    public void NuWros_pions_have_the_chi_squared_of_another_program()
    {
        // 15.7/12, 16.1/9, 9.6/23, 8.9/17, 25.1/24 by another program's binning of other samples of NuWro's events.
        (string Name, double ChiSquared)[] expected = [("p-by-protons", 15.7), ("p", 16.1), ("cos-by-protons", 9.6), ("cos", 8.9), ("p-cos", 25.1)];
        foreach ((string name, double chiSquared) in expected)
        {
            Measurement measurement = NeutralPionBins().Single(bins => bins.Key == name).Measurement;
            Prediction given = Given("nuwro", measurement.Rows);
            measurement.Compare(given with { Variances = new double[given.Values.Length] }).ChiSquared.ShouldBe(chiSquared, 1.5, name);
        }
    }

    private static string Compose((Measurement Measurement, Prediction[] Predictions)[] all)
    {
        StringBuilder page = new();
        page.Append("""
            # Differential cross sections on argon and CH₂

            Events of `InteractionGenerator` after `InteractionCascade`, with the default parameters (MicroBooNE's tune), against published
            differential cross sections, through their smearing matrices and covariances where those are stored
            (`validation/reference/argon-measurements`). Flux: ν_μ of the Booster beam at the detector. NuWro's and GiBUU's
            predictions pass the same matrices. Written by the test `ArgonMeasurementsPageTests`:
            `UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Backgrounds.Tests`; without the variable the same test
            compares this page with the code.

            ![π⁰ momentum in NC](argon-nc-pi0-p.svg) ![π⁰ angle in NC](argon-nc-pi0-cos.svg)

            ![muon with protons](argon-cc-protons-mu.svg) ![leading proton](argon-cc-protons-p.svg)

            ![MiniBooNE, π⁰ momentum in NC](miniboone-nc-pi0-p.svg) ![MiniBooNE, π⁰ momentum in CC](miniboone-cc-pi0-p.svg)

            ## χ²

            "best" is the common factor on the prediction with which χ² is smallest, and that χ². The prediction's own statistical error is
            in χ² (GiBUU's events are few, so that its χ² is small). Where the error of the normalisation is common to all bins and larger than the
            shape's, as in CC inclusive, the best factor lies far below the ratio of the integrals (R. Peelle's puzzle). "diagonal": correlations are not stored, the errors of the bins are mostly common to all of them, and χ² is no measure of
            probability there.

            | distribution | bins | covariance | here: χ² | best | NuWro: χ² | best | GiBUU: χ² | best |
            |---|---|---|---|---|---|---|---|---|

            """);
        foreach ((Measurement measurement, Prediction[] predictions) in all)
        {
            bool diagonal = measurement.Covariance[0].Skip(1).All(element => element == 0.0);
            string row = string.Join(" | ", new[] { "here", "nuwro", "gibuu" }.Select(name => predictions.FirstOrDefault(p => p.Name == name) is { } prediction ? Cells(measurement, prediction) : "- | -"));
            page.Append(CultureInfo.InvariantCulture, $"| {measurement.Name} | {measurement.Value.Length} | {(diagonal ? "diagonal" : "full")} | {row} |\n");
        }

        page.Append("""

            ## Integrals

            Sum over the bins times their widths, smeared where the measurement is.

            | distribution | measured | here | NuWro | GiBUU |
            |---|---|---|---|---|

            """);
        foreach ((Measurement measurement, Prediction[] predictions) in all.Where(pair => !pair.Measurement.Name.Contains("Xp 2D", StringComparison.Ordinal)))
        {
            string row = string.Join(" | ", new[] { "here", "nuwro", "gibuu" }.Select(name => predictions.FirstOrDefault(p => p.Name == name) is { } prediction ? Scaled(measurement, measurement.Smear(prediction.Values)) : "-"));
            page.Append(CultureInfo.InvariantCulture, $"| {measurement.Name} | {Scaled(measurement, measurement.Value)} | {row} |\n");
        }

        page.Append("""

            Units: MicroBooNE's π⁰ 1e-39, muons 1e-38 cm² per nucleon; MiniBooNE's neutral currents 1e-39 cm² per nucleon, charged ones 1e-39 cm²
            per CH₂.

            What they say: neutral-current π⁰ on argon agree, in rate (5% above, NuWro 22%) and shape; 0.4 to 0.5 GeV is too high. On CH₂ they are
            12% low, most of it at 0.2 to 0.4 GeV. Muons with protons and no pions are 30% above, as the tune's pairs and axial mass are
            (validation/neutrino-interactions.md), with the measured shapes; charged currents in all are 18% above, within the measured error of
            a quarter. Charged-current π⁰ on CH₂ are two thirds of what MiniBooNE measured, at 0.5 to 2 GeV, with the measured shapes.

            What is not here: the other neutrinos of the beam (ν̄_μ are 5.8% of MicroBooNE's and have a fifth of the neutral-current cross section at
            their energies: an average over all is 5% lower), the smearing of the muons with protons (the prediction is in true variables),
            diffractive π⁰ on hydrogen, NuWro and GiBUU for MiniBooNE's charged currents, GiBUU's neutral ones, which lack half of the pions
            (`validation/reference/neutrinos`), MicroBooNE's triple-differential charged currents (arXiv:2307.06413), whose matrix A_C
            is not stored.

            """);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Cells(Measurement measurement, Prediction prediction)
    {
        (double chiSquared, double factor, double best) = measurement.Compare(prediction);
        return string.Create(CultureInfo.InvariantCulture, $"{chiSquared:F1} | {factor:F2}: {best:F1}");
    }

    private static string Scaled(Measurement measurement, double[] values)
    {
        double unit = measurement.Name.StartsWith("MiniBooNE", StringComparison.Ordinal) ? 1e39 : 1.0;
        return (unit * values.Select((value, i) => value * Width(measurement.Rows[i])).Sum()).ToString("G3", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<(string Key, Measurement Measurement)> NeutralPionBins()
    {
        ReferenceRow[] rows = Measurement.Read("nc-pi0");
        double[][] smearing = Measurement.Matrix("nc-pi0-smearing");
        double[][] covariance = Measurement.Matrix("nc-pi0-covariance");
        foreach ((string key, string name) in new[]
        {
            ("p", "NC π0: p"), ("cos", "NC π0: cos θ"), ("p-by-protons", "NC π0: p, without and with protons"), ("cos-by-protons", "NC π0: cos θ, without and with protons"), ("p-cos", "NC π0: p and cos θ"),
        })
        {
            // A_C has no elements between distributions.
            int[] kept = [.. Enumerable.Range(0, rows.Length).Where(i => rows[i]["measurement"] == key)];
            double[][] block = Measurement.Block(smearing, kept);
            ReferenceRow[] own = [.. kept.Select(i => rows[i])];
            yield return (key, new Measurement(name, own, Column(own, "x_low"), Column(own, "x_high"), Column(own, "value"), Measurement.Block(covariance, kept), block));
        }
    }

    private static IEnumerable<(Measurement Measurement, Prediction[] Predictions)> NeutralPions()
    {
        (string Key, Measurement Measurement)[] bins = [.. NeutralPionBins()];
        Tally[] tallies = [.. bins.Select(pair => new Tally(pair.Measurement.Rows, 1e39 / 40.0))];
        foreach (MeasuredEvent made in MeasuredEvent.Of(["total"], "nc", Nucleus.Find("Ar40"), Flux.Of(14), Events))
        {
            if (made.NeutralPion is not { Momentum: < 1.2 } pion)
            {
                continue;
            }

            string protons = made.LeadingProton is { } proton && proton.E - PhysicalConstants.MassProton >= ProtonThreshold ? "Np" : "0p";
            for (int k = 0; k < bins.Length; k++)
            {
                string key = bins[k].Key;
                tallies[k].Fill(made.Weight, row => (row["topology"] == "Xp" || row["topology"] == protons)
                    && Within(row, "x", key.StartsWith("cos", StringComparison.Ordinal) ? pion.Cosine : pion.Momentum)
                    && Within(row, "y", pion.Cosine));
            }
        }

        return bins.Select((pair, k) => (pair.Measurement, new[] { tallies[k].ToPrediction(), Given("nuwro", pair.Measurement.Rows) }));
    }

    private static IEnumerable<(Measurement Measurement, Prediction[] Predictions)> Inclusive()
    {
        // The smearing is one of numbers of events, and has a bin of muons above the range.
        ReferenceRow[] rows = Measurement.Read("cc-inclusive");
        double[][] smearing = Measurement.Matrix("cc-inclusive-smearing");
        double[][] differential = [.. smearing.Take(42).Select((row, i) => row.Select((element, j) => element * Width(rows[j]) / Width(rows[i])).ToArray())];
        ReferenceRow[] own = rows[..42];
        Measurement measurement = new("CC inclusive: p and cos θ of the muon", own, Column(own, "p_low"), Column(own, "p_high"), Column(own, "value"), Measurement.Matrix("cc-inclusive-covariance"), differential);
        Tally tally = new(rows, 1e38 / 40.0);
        foreach (MeasuredEvent made in ChargedCurrents.Value)
        {
            tally.Fill(made.Weight, row => Within(row, "p", made.Lepton.Momentum) && Within(row, "cos", made.Lepton.CosTheta));
        }

        return [(measurement, [tally.ToPrediction(), Given("nuwro", rows), Given("gibuu", rows)])];
    }

    private static IEnumerable<(Measurement Measurement, Prediction[] Predictions)> Protons()
    {
        ReferenceRow[] rows = Measurement.Read("cc-protons");
        Tally tally = new(rows, 1e38 / 40.0);
        foreach (MeasuredEvent made in ChargedCurrents.Value)
        {
            if (made.Topology == "cc0pi" && made.Lepton.Momentum > 0.1 && made.LeadingProton is { Momentum: > 0.3 and < 1.2 } proton)
            {
                tally.Fill(made.Weight, row => Within(row, "", row["variable"] switch
                {
                    "p_mu" => made.Lepton.Momentum,
                    "cos_theta_mu" => made.Lepton.CosTheta,
                    "p_p" => proton.Momentum,
                    "cos_theta_p" => proton.CosTheta,
                    _ => FourVector.AngleBetween(made.Lepton, proton),
                }));
            }
        }

        return ByVariable("CC μ p", rows, "error", tally, "nuwro", "gibuu");
    }

    private static IEnumerable<(Measurement Measurement, Prediction[] Predictions)> MiniBooNENeutral()
    {
        ReferenceRow[] rows = Measurement.Read("miniboone-nc-pi0");
        Tally tally = new(rows, 1.0 / 14.0);
        FluxSpectrum flux = MiniBooNE;
        foreach ((string nucleus, double number) in new[] { ("C12", 1.0), ("H1", 2.0) })
        {
            foreach (MeasuredEvent made in MeasuredEvent.Of(nucleus == "H1" ? Pions[..2] : Pions, "nc", Nucleus.Find(nucleus), flux, Events))
            {
                if (made.Topology == "nc1pi0" && made.NeutralPion is { } pion)
                {
                    tally.Fill(number * made.Weight, row => Within(row, "", row["variable"] == "p" ? pion.Momentum : pion.Cosine));
                }
            }
        }

        return ByVariable("MiniBooNE NC π0", rows, "error", tally, "nuwro").Select(pair => (
            pair.Measurement with { Covariance = Measurement.Matrix($"miniboone-nc-pi0-covariance-{pair.Measurement.Rows[0]["variable"]}") }, pair.Predictions));
    }

    private static IEnumerable<(Measurement Measurement, Prediction[] Predictions)> MiniBooNECharged()
    {
        ReferenceRow[] rows = Measurement.Read("miniboone-cc-pi0");
        FluxSpectrum flux = MiniBooNE;

        // Averaged over the neutrinos of 0.5 to 2 GeV, which have the published mean of 0.965 GeV.
        Tally tally = new(rows, 1.0 / (Share(flux, 2.0) - Share(flux, 0.5)));
        foreach ((string nucleus, double number) in new[] { ("C12", 1.0), ("H1", 2.0) })
        {
            foreach (MeasuredEvent made in MeasuredEvent.Of(Pions[..2], "cc", Nucleus.Find(nucleus), flux, Events))
            {
                if (made.Topology == "cc1pi0" && made.Energy is > 0.5 and < 2.0 && made.NeutralPion is { } pion)
                {
                    tally.Fill(number * made.Weight, row => Within(row, "", row["variable"] switch
                    {
                        "p_pi0" => pion.Momentum,
                        "cos_theta_pi0" => pion.Cosine,
                        "T_mu" => made.Lepton.E - PhysicalConstants.MassMuon,
                        "cos_theta_mu" => made.Lepton.CosTheta,
                        _ => made.Q2,
                    }));
                }
            }
        }

        return ByVariable("MiniBooNE CC π0", rows, null, tally);
    }

    /// <summary>Share of the neutrinos below an energy.</summary>
    private static double Share(FluxSpectrum flux, double energy)
    {
        (double low, double high) = (0.0, 1.0);
        for (int i = 0; i < 50; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = flux.EnergyAt(middle) < energy ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static FluxSpectrum MiniBooNE => new(NeutrinoFlux.Load(Repository.PathOf("data/flux/bnb_miniboone_fhc.csv")), 14);

    private static readonly Lazy<MeasuredEvent[]> ChargedCurrents = new(() => [.. MeasuredEvent.Of(["total"], "cc", Nucleus.Find("Ar40"), Flux.Of(14), Events)]);

    /// <summary>Distributions without stored correlations; the error of a bin is a column, or stat and syst added in squares.</summary>
    private static IEnumerable<(Measurement Measurement, Prediction[] Predictions)> ByVariable(string name, ReferenceRow[] rows, string? error, Tally tally, params string[] others)
    {
        Prediction here = tally.ToPrediction();
        foreach (string variable in rows.Select(row => row["variable"]).Distinct())
        {
            int[] kept = [.. Enumerable.Range(0, rows.Length).Where(i => rows[i]["variable"] == variable)];
            ReferenceRow[] own = [.. kept.Select(i => rows[i])];
            double[][] covariance = Measurement.Diagonal(own.Select(row => error is null ? Math.Sqrt((row.Number("stat") * row.Number("stat")) + (row.Number("syst") * row.Number("syst"))) : row.Number(error)));
            Measurement measurement = new($"{name}: {variable}", own, Column(own, "low"), Column(own, "high"), Column(own, "value"), covariance, null);
            yield return (measurement, [new Prediction(here.Name, [.. kept.Select(i => here.Values[i])], [.. kept.Select(i => here.Variances[i])]), .. others.Select(other => Given(other, own))]);
        }
    }

    private static Prediction Given(string program, ReferenceRow[] rows) => new(program, Column(rows, program), [.. Column(rows, $"{program}_error").Select(error => error * error)]);

    private static double[] Column(ReferenceRow[] rows, string column) => [.. rows.Select(row => row.Number(column))];

    private static bool Within(ReferenceRow row, string axis, double value)
    {
        string prefix = axis.Length == 0 ? "" : axis + "_";
        double high = row.Number(prefix + "high");
        return value >= row.Number(prefix + "low") && (value < high || (high == 1.0 && value <= 1.0));
    }

    /// <summary>Length, or area, of a bin.</summary>
    private static double Width(ReferenceRow row) => row.Has("x_low") ? row.Extent("x_") * (row["measurement"] == "p-cos" ? row.Extent("y_") : 1.0)
        : row.Has("p_low") ? row.Extent("p_") * row.Extent("cos_")
        : row.Extent("");

    private static void Draw((Measurement Measurement, Prediction[] Predictions)[] all, string which, string name, string x, string y, double unit = 1.0)
    {
        (Measurement measurement, Prediction[] predictions) = all.Single(pair => pair.Measurement.Name == which);
        double[][] curves = [.. predictions.Select(prediction => measurement.Smear(prediction.Values))];
        StringBuilder csv = new("x,width,value,error" + string.Concat(predictions.Select(prediction => "," + prediction.Name)) + "\n");
        for (int i = 0; i < measurement.Value.Length; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{0.5 * (measurement.Low[i] + measurement.High[i]):G6},{0.5 * (measurement.High[i] - measurement.Low[i]):G6},{unit * measurement.Value[i]:G6},{unit * Math.Sqrt(measurement.Covariance[i][i]):G6}");
            csv.Append(string.Concat(curves.Select(curve => string.Create(CultureInfo.InvariantCulture, $",{unit * curve[i]:G6}")))).Append('\n');
        }

        string settings = $"""
            set border 15 lw 0.7
            set tics front nomirror in scale 0.9,0.45
            set key top {(measurement.Low[0] < 0.0 ? "left" : "right")}
            set xrange [{measurement.Low[0]:G6}:{measurement.High[^1]:G6}]
            set yrange [0:*]
            set xlabel '{x}'
            set ylabel '{y}'

            """;
        string[] titles = ["this program", "NuWro", "GiBUU"];
        string[] colours = ["black", "#0072B2", "#E69F00"];
        IEnumerable<string> lines = predictions.Select((_, k) => $"'{name}.csv' skip 1 using 1:{5 + k}:2 with xerrorbars pt 0 lw {(k == 0 ? "2" : "1.4")} lc rgb '{colours[k]}' title '{titles[k]}'");
        string points = $"'{name}.csv' skip 1 using 1:3:4 with yerrorbars pt 7 ps 0.4 lw 0.9 lc rgb '#c8102e' title '{(which.StartsWith("MiniBooNE", StringComparison.Ordinal) ? "MiniBooNE" : "MicroBooNE")}'";
        string directory = Directory.CreateTempSubdirectory("umbriel-measurements").FullName;
        FigureFiles files = GnuplotFigure.Render(new FigureDescription(name, 100, 70, csv.ToString(), settings, $"plot {string.Join(", \\\n  ", lines.Append(points))}"), directory);
        File.Copy(files.Svg, Repository.PathOf($"validation/{name}.svg"), overwrite: true);
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>Adds events up in bins, per their width.</summary>
    private sealed class Tally(ReferenceRow[] rows, double unit)
    {
        private readonly double[] sums = new double[rows.Length];
        private readonly double[] squares = new double[rows.Length];

        public void Fill(double weight, Func<ReferenceRow, bool> isIn)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                if (isIn(rows[i]))
                {
                    sums[i] += weight;
                    squares[i] += weight * weight;
                }
            }
        }

        public Prediction ToPrediction() => new(
            "here",
            [.. sums.Select((sum, i) => unit * sum / Width(rows[i]))],
            [.. squares.Select((square, i) => unit * unit * square / (Width(rows[i]) * Width(rows[i])))]);
    }
}
