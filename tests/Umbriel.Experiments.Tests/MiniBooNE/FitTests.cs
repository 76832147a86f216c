using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra.Double;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Experiments.MiniBooNE;

namespace Umbriel.Experiments.MiniBooNE.Tests;

public sealed class FitTests
{
    public static TheoryData<MiniBooNEDataRelease, BeamMode> All()
    {
        TheoryData<MiniBooNEDataRelease, BeamMode> all = [];
        foreach (MiniBooNEDataRelease release in Enum.GetValues<MiniBooNEDataRelease>())
        {
            foreach (BeamMode mode in Enum.GetValues<BeamMode>())
            {
                all.Add(release, mode);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Agrees_with_dense_matrices_straight_from_the_definition(MiniBooNEDataRelease which, BeamMode mode)
    {
        MiniBooNERelease release = which == MiniBooNEDataRelease.Release2018 ? Reference.Release2018 : Reference.Release2020;
        MiniBooNEFit fit = new(release, mode);
        Gen<double> events = Gen.Choose(-2000, 3000).Select(x => x <= 0 ? 0.0 : Math.Pow(10.0, x / 1000.0));
        Prop.ForAll(
            events.ArrayOf(fit.BinCount).ToArbitrary(),
            signal =>
            {
                (double chiSquare, double logDeterminant, bool definite) = Oracle(release, mode, signal);
                return fit.TryChiSquare(signal, out double value)
                    ? definite && Math.Abs(value - chiSquare) <= 1e-8 * (1.0 + chiSquare) && Math.Abs(fit.LogDeterminant(signal) - logDeterminant) <= 1e-9 * logDeterminant
                    : !definite;
            }).Holds();
    }

    [Fact]
    public void Signals_of_any_shape_that_data_could_allow_have_a_value()
    {
        // The published combined matrix of 2020 is not positive semidefinite (data/miniboone/README.md), so that some signal
        // has no χ². None does with up to 300 events in any bin of neutrino mode and up to half as many in antineutrino mode.
        MiniBooNEFit fit = Fit(BeamMode.Combined);
        Prop.ForAll(Gen.Choose(0, 300).ArrayOf(11).Zip(Gen.Choose(0, 50)).ToArbitrary(), pair =>
        {
            double[] fhc = [.. pair.Item1.Select(x => (double)x)];
            return fit.TryChiSquare([.. fhc, .. fhc.Select(x => 0.01 * pair.Item2 * x)], out _);
        }).Holds();
    }

    [Fact]
    public void A_signal_without_a_value_is_refused()
    {
        double[] signal = new double[22];
        signal[0] = 832.0;
        signal[10] = 137.0;
        signal[11] = 405.0;
        signal[15] = 778.0;
        Oracle(Reference.Release2020, BeamMode.Combined, signal).Definite.ShouldBeFalse();
        Fit(BeamMode.Combined).TryChiSquare(signal, out _).ShouldBeFalse();
        Should.Throw<NumericalFailureException>(() => Fit(BeamMode.Combined).ChiSquare(signal)).Message.ShouldContain("not positive definite");
    }

    [Fact]
    public void Combined_is_not_the_sum_of_its_parts()
    {
        double sum = Fit(BeamMode.Fhc).BackgroundOnly + Fit(BeamMode.Rhc).BackgroundOnly;
        Math.Abs(Fit(BeamMode.Combined).BackgroundOnly - sum).ShouldBeGreaterThan(1.0); // 69.2 against 31.8 + 22.9
    }

    [Fact]
    public void Bins_are_counted()
    {
        (Fit(BeamMode.Fhc).BinCount, Fit(BeamMode.Fhc).DegreesOfFreedomBins).ShouldBe((11, 19));
        (Fit(BeamMode.Combined).BinCount, Fit(BeamMode.Combined).DegreesOfFreedomBins).ShouldBe((22, 38));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1.0)]
    [InlineData(double.PositiveInfinity)]
    public void A_signal_that_is_no_count_is_refused(double bad)
    {
        double[] signal = new double[11];
        signal[4] = bad;
        MiniBooNEFit fit = Fit(BeamMode.Fhc);
        string message = Should.Throw<ArgumentException>(() => fit.ChiSquare(signal)).Message;
        message.ShouldContain("bin 5");
        message.ShouldContain("MiniBooNE 2020 fhc");
        fit.TryChiSquare(signal, out double value).ShouldBeFalse();
        value.ShouldBe(double.PositiveInfinity);
        Should.Throw<ArgumentException>(() => fit.FillCovariance(signal, new double[Cholesky.PackedLength(fit.DegreesOfFreedomBins)]));
        Should.Throw<ArgumentException>(() => fit.ChiSquare(new double[10]));
    }

    [Fact]
    public void A_matrix_that_overflows_is_refused()
    {
        double[] signal = [.. Enumerable.Repeat(1e200, 11)];
        Should.Throw<NumericalFailureException>(() => Fit(BeamMode.Fhc).ChiSquare(signal)).Message.ShouldContain("not positive definite");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Enormous_signals_still_have_a_value(MiniBooNEDataRelease which, BeamMode mode)
    {
        // A scan visits couplings far beyond the data.
        MiniBooNEFit fit = new(which == MiniBooNEDataRelease.Release2018 ? Reference.Release2018 : Reference.Release2020, mode);
        for (double scale = 1.0; scale < 1e8; scale *= 10.0)
        {
            double[] signal = [.. Enumerable.Range(0, fit.BinCount).Select(i => scale * Math.Exp(-0.3 * (i % 11)))];
            fit.TryChiSquare(signal, out double value).ShouldBeTrue($"{scale}");
            value.ShouldBeGreaterThan(0.0);
        }
    }

    [Fact]
    public void Evaluation_allocates_nothing()
    {
        MiniBooNEFit fit = Fit(BeamMode.Combined);
        double[] signal = [.. Enumerable.Repeat(10.0, 22)];
        double sum = fit.ChiSquare(signal);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            sum += fit.ChiSquare(signal);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        sum.ShouldBe(101.0 * fit.ChiSquare(signal), 1e-9 * sum);
    }

    [Fact]
    public void Threads_share_a_fit()
    {
        MiniBooNEFit fit = Fit(BeamMode.Fhc);
        double[] Signal(int i) => [.. Enumerable.Range(0, 11).Select(b => (double)((i * b) % 37))];
        double[] alone = [.. Enumerable.Range(0, 500).Select(i => fit.ChiSquare(Signal(i)))];
        double[] together = new double[alone.Length];
        Parallel.For(0, together.Length, i => together[i] = fit.ChiSquare(Signal(i)));
        together.ShouldBe(alone);
    }

    private static MiniBooNEFit Fit(BeamMode mode) => new(Reference.Release2020, mode);

    /// <summary>Straight from the definition: the full matrix, a collapse matrix, an LU solution; definite by its eigenvalues.</summary>
    private static (double ChiSquare, double LogDeterminant, bool Definite) Oracle(MiniBooNERelease release, BeamMode mode, double[] signal)
    {
        List<double> v = [];
        List<double> statistics = [];
        List<double> residual = [];
        int n = MiniBooNERelease.NueBins;
        int m = MiniBooNERelease.NumuBins;
        IReadOnlyList<ModeSample> samples = release.Samples(mode);
        for (int k = 0; k < samples.Count; k++)
        {
            double[] s = signal[(k * n)..((k + 1) * n)];
            v.AddRange([.. s, .. samples[k].NueBackground, .. samples[k].NumuPrediction]);
            statistics.AddRange([.. s, .. new double[n + m]]);
            residual.AddRange(s.Select((x, i) => samples[k].NueData[i] - x - samples[k].NueBackground[i]));
            residual.AddRange(samples[k].NumuData.Zip(samples[k].NumuPrediction, (d, p) => d - p));
        }

        DenseMatrix full = DenseMatrix.Create(v.Count, v.Count, (i, j) => (release.Covariance(mode)[i, j] * v[i] * v[j]) + (i == j ? statistics[i] : 0.0));
        DenseMatrix collapse = DenseMatrix.Create(samples.Count * (n + m), v.Count, (i, j) =>
        {
            (int mode1, int bin) = Math.DivRem(i, n + m);
            (int mode2, int part) = Math.DivRem(j, (2 * n) + m);
            return mode1 == mode2 && (bin < n ? part == bin || part == bin + n : part == bin + n) ? 1.0 : 0.0;
        });
        var collapsed = collapse * full * collapse.Transpose();
        DenseVector r = DenseVector.OfEnumerable(residual);
        var lu = collapsed.LU();
        var scaled = DenseMatrix.Create(r.Count, r.Count, (i, j) => collapsed[i, j] / Math.Sqrt(collapsed[i, i] * collapsed[j, j]));
        bool definite = scaled.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Min(e => e.Real) > 0.0;
        return (r * lu.Solve(r), lu.U.Diagonal().Sum(d => Math.Log(Math.Abs(d))), definite);
    }
}
