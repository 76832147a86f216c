using Umbriel.Core;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.Csv;

namespace Umbriel.Experiments.MiniBooNE.Tests;

/// <summary>
/// The reconstruction against validation/reference/miniboone/reco_unit_vectors.csv, made with the functions of
/// arXiv:2308.02543. Inputs and outputs have ten significant digits, so that an output may differ by 1e-9 of itself and
/// by what half a unit in the last digit of each input does to it.
/// </summary>
public sealed class ReconstructionVectorTests
{
    private const double HalfDigit = 5e-10;

    private static readonly CsvTable Table = Reference.Csv("reco_unit_vectors.csv");

    [Theory]
    [InlineData(SingleRingVariant.Circle1, "circ1")]
    [InlineData(SingleRingVariant.Circle0, "circ0")]
    [InlineData(SingleRingVariant.Diagonal, "diag")]
    public void Single_ring_measure_threshold_and_decision(SingleRingVariant variant, string word)
    {
        SingleRingCut cut = SingleRingCut.Load(Reference.DataDirectory, variant);
        int passed = 0;
        ForEachRow((row, plus, minus) =>
        {
            double total = plus + minus;
            Near(row, $"r_{word}", [plus, minus, row["cos_opening"]], x => cut.Measure(x[2], Math.Max(x[0], x[1]) / (x[0] + x[1])));
            Near(row, $"rcut_{word}", [plus, minus], x => cut.Threshold(x[0] + x[1]));
            bool passes = cut.Passes(row["cos_opening"], Math.Max(plus, minus) / total, total);
            passes.ShouldBe(row[$"pass_{word}"] == 1.0);
            passed += passes ? 1 : 0;
        });
        passed.ShouldBeInRange(10, 39);
    }

    [Fact]
    public void Efficiency_weights_energy_and_resolutions()
    {
        SelectionEfficiency efficiency = SelectionEfficiency.Load(Reference.DataDirectory);
        ForEachRow((row, plus, minus) =>
        {
            double visible = row["Evis_kin_GeV"];
            Near(row, "Evis_kin_GeV", [plus, minus], x => x[0] + x[1] - (2.0 * PhysicalConstants.MassElectron));
            Near(row, "eff_Evis", [visible], x => efficiency.At(x[0]));
            Near(row, "weight_head", [visible], x => efficiency.Weight(x[0], EfficiencyConvention.Head));
            Near(row, "weight_legacy", [visible], x => efficiency.Weight(x[0], EfficiencyConvention.Legacy));
            Near(row, "EnuQE_GeV", [visible, row["costheta_beam"]], x => QuasiElasticEnergy.Of(x[0], x[1]));
            Near(row, "sigmaE_plus_GeV", [plus], x => LeptonSmearing.EnergySigma(x[0]));
            Near(row, "sigma_angle_plus_deg", [plus], x => LeptonSmearing.AngleSigmaDegrees(x[0]));
        });
    }

    [Theory]
    [InlineData(EfficiencyConvention.Head, "weight_head")]
    [InlineData(EfficiencyConvention.Legacy, "weight_legacy")]
    public void All_together_on_four_momenta_of_these_pairs(EfficiencyConvention convention, string column)
    {
        ElectronLikeReconstruction reconstruction = ElectronLikeReconstruction.Load(Reference.DataDirectory, convention);
        ForEachRow((row, plus, minus) =>
        {
            // Any pair with these energies and opening angle, turned until its sum has the listed angle to the beam.
            const double m = PhysicalConstants.MassElectron;
            double p = Math.Sqrt((plus * plus) - (m * m));
            double q = Math.Sqrt((minus * minus) - (m * m));
            double opening = Math.Acos(row["cos_opening"]);
            double tilt = Math.Acos(row["costheta_beam"]) - Math.Atan2(q * Math.Sin(opening), p + (q * Math.Cos(opening)));
            FourVector first = new(plus, p * Math.Sin(tilt), 0.0, p * Math.Cos(tilt));
            FourVector second = new(minus, q * Math.Sin(tilt + opening), 0.0, q * Math.Cos(tilt + opening));
            double expected = row["pass_circ1"] * row[column];

            reconstruction.TryReconstruct(first, second, out ElectronLikeEvent result).ShouldBe(expected > 0.0);
            result.Weight.ShouldBe(expected, 2e-10);
            result.Evis.ShouldBe(row["Evis_kin_GeV"], 1e-9);
            result.CosTheta.ShouldBe(row["costheta_beam"], 1e-9);
            Near(row, "EnuQE_GeV", [plus, minus, row["costheta_beam"]], x => QuasiElasticEnergy.Of(x[0] + x[1] - (2.0 * m), x[2]));

            reconstruction.TryReconstruct(second, first, out ElectronLikeEvent swapped).ShouldBe(expected > 0.0);
            swapped.Weight.ShouldBe(result.Weight);
            swapped.EnuQE.ShouldBe(result.EnuQE, 1e-9 * Math.Abs(result.EnuQE));
        });
    }

    private static void ForEachRow(Action<Dictionary<string, double>, double, double> check)
    {
        Table.Rows.Count.ShouldBe(40);
        foreach (double[] values in Table.Rows)
        {
            Dictionary<string, double> row = Table.Header.Zip(values).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
            check(row, row["E_plus_GeV"], row["E_minus_GeV"]);
        }
    }

    private static void Near(Dictionary<string, double> row, string column, double[] inputs, Func<double[], double> function)
    {
        double value = function(inputs);
        double tolerance = (1e-9 * Math.Abs(row[column])) + 1e-15;
        for (int i = 0; i < inputs.Length; i++)
        {
            double[] shifted = [.. inputs];
            shifted[i] *= 1.0 + HalfDigit;
            double up = Math.Abs(function(shifted) - value);
            shifted[i] = inputs[i] * (1.0 - HalfDigit);
            tolerance += Math.Max(up, Math.Abs(function(shifted) - value));
        }

        value.ShouldBe(row[column], tolerance, column);
    }
}
