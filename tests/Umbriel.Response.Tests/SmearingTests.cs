using MathNet.Numerics;
using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Response.Tests;

public sealed class SmearingTests
{
    private static readonly double[] AngleEdges = [0, 5, 10, 15, 20, 25];
    private static readonly double[] EnergyEdges = [0, 200, 400, 600, 800, 1000, 1600];

    [Fact]
    public void Rows_of_the_published_bins_sum_to_at_most_one()
    {
        foreach (MigrationMatrix matrix in new[] { new EnergySmearing(0.97, 0.1).Matrix(EnergyEdges), new AngleSmearing(4.0).Matrix(AngleEdges) })
        {
            for (int i = 0; i < matrix.Count; i++)
            {
                double sum = 0.0;
                for (int b = 0; b < matrix.Bins; b++)
                {
                    matrix[i, b].ShouldBeGreaterThanOrEqualTo(0.0);
                    sum += matrix[i, b];
                }

                sum.ShouldBeLessThanOrEqualTo(1.0 + 1e-6);
            }
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(4.0)]
    [InlineData(12.0)]
    public void Rows_sum_to_one_where_the_bins_cover_everything(double width)
    {
        MigrationMatrix angle = new AngleSmearing(width).Matrix([0, 1, 3, 10, 30, 60, 200]);
        MigrationMatrix energy = new EnergySmearing(0.9, width / 12.0).Matrix([-1e5, 0, 100, 700, 1e5]);
        for (int i = 0; i < angle.Count; i++)
        {
            Enumerable.Range(0, angle.Bins).Sum(b => angle[i, b]).ShouldBe(1.0, 2e-6);
        }

        for (int i = 0; i < energy.Count; i++)
        {
            Enumerable.Range(0, energy.Bins).Sum(b => energy[i, b]).ShouldBe(1.0, 1e-12);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    [InlineData(60)]
    [InlineData(140)]
    public void Energy_smearing_is_a_Gaussian(int fine)
    {
        MigrationMatrix matrix = new EnergySmearing(0.95, 0.12).Matrix(EnergyEdges);
        double energy = (fine + 0.5) * EnergySmearing.FineWidth;
        double sigma = 0.12 * Math.Sqrt(energy);
        for (int b = 0; b < matrix.Bins; b++)
        {
            double expected = GaussLegendre.Integrate(
                x => Math.Exp(-0.5 * (x - (0.95 * energy)) * (x - (0.95 * energy)) / (sigma * sigma)) / (sigma * Math.Sqrt(2.0 * Math.PI)),
                1e-3 * EnergyEdges[b],
                1e-3 * EnergyEdges[b + 1],
                96);
            matrix[fine, b].ShouldBe(expected, 1e-9);
        }
    }

    [Fact]
    public void Angle_smearing_is_a_two_dimensional_Gaussian()
    {
        // 4 angles × 5 bins of pulls, |pull| < 4.5: false alarms 20 × 7e-6 = 1.4e-4.
        const int Trials = 40000;
        const double Sigma = 4.0;
        MigrationMatrix matrix = new AngleSmearing(Sigma).Matrix(AngleEdges);
        foreach (int fine in new[] { 0, 12, 33, 80 })
        {
            double theta = (fine + 0.5) * AngleSmearing.FineWidth;
            RandomStream random = new(11, RandomStage.Generation, (ulong)fine);
            int[] counts = new int[matrix.Bins];
            for (int i = 0; i < Trials; i++)
            {
                double radius = Sigma * Math.Sqrt(-2.0 * Math.Log(random.NextDouble()));
                double azimuth = 2.0 * Math.PI * random.NextDouble();
                double x = theta + (radius * Math.Cos(azimuth));
                double y = radius * Math.Sin(azimuth);
                int bin = (int)(Math.Sqrt((x * x) + (y * y)) / 5.0);
                if (bin < counts.Length)
                {
                    counts[bin]++;
                }
            }

            for (int b = 0; b < counts.Length; b++)
            {
                double p = matrix[fine, b];
                double pull = (counts[b] - (Trials * p)) / Math.Sqrt((Trials * p * (1.0 - p)) + 1.0);
                Math.Abs(pull).ShouldBeLessThan(4.5, $"θ = {theta}, bin {b}");
            }
        }
    }

    [Fact]
    public void Without_smearing_every_value_stays_in_its_bin()
    {
        MigrationMatrix angle = new AngleSmearing(1e-4).Matrix(AngleEdges);
        for (int i = 0; i < angle.Count; i++)
        {
            for (int b = 0; b < angle.Bins; b++)
            {
                angle[i, b].ShouldBe(i / 20 == b ? 1.0 : 0.0, 2e-6); // 20 fine bins of 0.25° in 5°
            }
        }

        MigrationMatrix energy = new EnergySmearing(1.0, 0.0).Matrix(EnergyEdges);
        for (int i = 0; i < energy.Count; i++)
        {
            for (int b = 0; b < energy.Bins; b++)
            {
                double mev = 10.0 * (i + 0.5);
                energy[i, b].ShouldBe(mev > EnergyEdges[b] && mev < EnergyEdges[b + 1] ? 1.0 : 0.0, 1e-12);
            }
        }
    }

    [Fact]
    public void The_scaled_Bessel_function_agrees_with_the_library()
    {
        ScaledBessel.I0(1.0).ShouldBe(0.4657596, 1e-6); // Abramowitz and Stegun, table 9.8
        for (double x = 0.0; x < 600.0; x = (1.1 * x) + 0.01)
        {
            ScaledBessel.I0(x).ShouldBe(SpecialFunctions.BesselIScaled(0.0, x), 3e-7);
        }
    }

    [Fact]
    public void Fits_find_the_parameters_that_made_a_spectrum()
    {
        double[] fine = new double[EnergySmearing.FineCount];
        for (int i = 0; i < fine.Length; i++)
        {
            double e = (i + 0.5) * EnergySmearing.FineWidth;
            fine[i] = e * e * Math.Exp(-e / 0.15);
        }

        EnergySmearing energy = EnergySmearing.Fit(fine, new EnergySmearing(0.93, 0.2).Matrix(EnergyEdges).Fold(fine), EnergyEdges);
        energy.Scale.ShouldBe(0.93, 0.003);
        energy.Stochastic.ShouldBe(0.2, 0.005);

        double[] angles = new double[AngleSmearing.FineCount];
        for (int i = 0; i < angles.Length; i++)
        {
            angles[i] = (i + 0.5) * Math.Exp(-i / 20.0);
        }

        AngleSmearing.Fit(angles, new AngleSmearing(3.3).Matrix(AngleEdges).Fold(angles), AngleEdges).Sigma.ShouldBe(3.3, 0.003);
    }

    [Fact]
    public void Values_beyond_the_fine_bins_use_the_last()
    {
        MigrationMatrix matrix = new EnergySmearing(1.0, 0.1).Matrix(EnergyEdges);
        matrix.FineBin(1e9).ShouldBe(EnergySmearing.FineCount - 1);
        matrix.FineBin(0.0).ShouldBe(0);
    }
}
