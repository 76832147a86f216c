using System.Text.Json;
using Umbriel.Core.Numerics;

namespace Umbriel.Experiments.MiniBooNE.Tests;

/// <summary>
/// χ² against validation/reference/miniboone: an independent implementation (chi2_regression.json) and the values that
/// came with stored spectra of arXiv:2308.02543 (panorama_points.json).
/// </summary>
public sealed class FitTargetTests
{
    [Fact]
    public void Every_case_of_the_independent_implementation()
    {
        IReadOnlyList<JsonElement> cases = Reference.Json("chi2_regression.json");
        cases.Count.ShouldBe(24);
        double worst = 0.0;
        foreach (JsonElement target in cases)
        {
            string release = target.GetProperty("release").GetString()!;
            BeamMode mode = Enum.Parse<BeamMode>(target.GetProperty("mode").GetString()!, ignoreCase: true);
            double[] signal = target.Numbers("spectrum");
            if (mode == BeamMode.Combined)
            {
                signal = [.. signal, .. target.Numbers("spectrum_rhc")];
            }

            MiniBooNEFit fit = new(release.Contains("2018", StringComparison.Ordinal) ? Reference.Release2018 : Reference.Release2020, mode);
            string name = $"{release} {mode} {target.GetProperty("name").GetString()}";
            fit.DegreesOfFreedomBins.ShouldBe(target.GetProperty("ndof_bins").GetInt32(), name);
            Near(fit.ChiSquare(signal), "chi2");
            Near(fit.LogDeterminant(signal), "logdetM");
            if (signal.All(s => s == 0.0))
            {
                fit.BackgroundOnly.ShouldBe(fit.ChiSquare(signal));
            }

            if (mode != BeamMode.Combined)
            {
                double[] packed = new double[Cholesky.PackedLength(fit.DegreesOfFreedomBins)];
                fit.FillCovariance(signal, packed);
                Near(packed[0], "M00");
                Near(packed[1], "M01");
                Near(packed[Cholesky.PackedLength(11)], "M0_11");
                Near(packed[^1], "M18_18");
            }

            void Near(double value, string key)
            {
                double expected = target.Number(key);
                worst = Math.Max(worst, Math.Abs((value / expected) - 1.0));
                value.ShouldBe(expected, 1e-9 * Math.Abs(expected), $"{name}: {key}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"largest relative deviation {worst:G3}");
    }

    [Fact]
    public void Every_stored_point_of_the_published_scans()
    {
        // Stored spectra and χ² have seven significant digits. Rounding a spectrum shifts χ² by |∂χ²/∂S| × 5e-8 S, a few
        // 1e-6 at most; 1.3e-5 is the largest deviation known for all 17 351 stored points.
        IReadOnlyList<JsonElement> points = Reference.Json("panorama_points.json");
        points.Count.ShouldBe(24);
        MiniBooNEFit fit = new(Reference.Release2020, BeamMode.Fhc);
        double worst = 0.0;
        foreach (JsonElement point in points)
        {
            double value = fit.ChiSquare(point.Numbers("spectrum"));
            double expected = point.Number("chi2_stored");
            worst = Math.Max(worst, Math.Abs(value - expected));
            value.ShouldBe(expected, 1e-5, point.GetProperty("scan").GetString());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"largest absolute deviation {worst:G3}");
    }

    [Fact]
    public void Conditioning_on_the_muon_events_gives_the_listed_background()
    {
        // fhc2020_constrained_background.csv: the same matrix, without signal, conditioned linearly on the muon rows; it
        // checks the blocks of M other than through χ².
        MiniBooNEFit fit = new(Reference.Release2020, BeamMode.Fhc);
        (ModeSample fhc, int nue, int numu) = (Reference.Release2020.Fhc, MiniBooNERelease.NueBins, MiniBooNERelease.NumuBins);
        double[] packed = new double[Cholesky.PackedLength(nue + numu)];
        fit.FillCovariance(new double[nue], packed);
        double Element(int i, int j) => i >= j ? packed[Cholesky.PackedLength(i) + j] : Element(j, i);
        var muon = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.Create(numu, numu, (i, j) => Element(nue + i, nue + j));
        var cross = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.Create(nue, numu, (i, j) => Element(i, nue + j));
        var residual = MathNet.Numerics.LinearAlgebra.Double.DenseVector.Create(numu, i => fhc.NumuData[i] - fhc.NumuPrediction[i]);
        var shift = cross * muon.Solve(residual);
        var reduction = cross * muon.Solve(cross.Transpose());
        double[] expected = Reference.Csv("fhc2020_constrained_background.csv").Column("fhc_bkg_numu_constrained");
        double[] errors = Reference.Csv("fhc2020_constrained_background.csv").Column("err_stat_plus_syst_constrained");
        for (int i = 0; i < nue; i++)
        {
            (fhc.NueBackground[i] + shift[i]).ShouldBe(expected[i], 2e-6);
            Math.Sqrt(Element(i, i) - reduction[i, i]).ShouldBe(errors[i], 2e-6);
        }
    }
}
