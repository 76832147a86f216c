using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Shapes of electronics and field response.</summary>
public sealed class ResponseTests
{
    /// <summary>
    /// The same shaper as a sum of damped waves with decimal coefficients, x = t/τ, as printed in MicroBooNE's signal
    /// processing (JINST 13 (2018) P07006, after gathering its terms).
    /// </summary>
    private static double Printed(double x) =>
        (4.31054 * Math.Exp(-2.94809 * x))
        + (Math.Exp(-2.82833 * x) * ((-5.2404 * Math.Cos(1.19361 * x)) + (1.524912 * Math.Sin(1.19361 * x))))
        + (Math.Exp(-2.40318 * x) * ((0.929848 * Math.Cos(2.5928 * x)) - (0.655368 * Math.Sin(2.5928 * x))));

    [Fact]
    public void The_shaper_has_the_printed_shape()
    {
        ColdElectronics electronics = new(2200.0);
        double height = Enumerable.Range(0, 10000).Max(i => Printed(i * 5e-4));
        for (double t = 50.0; t < 8000.0; t += 50.0)
        {
            electronics.At(t).ShouldBe(Printed(t / 2200.0) / height, 1e-3, $"{t} ns");
        }

        electronics.At(electronics.PeakTimeNs).ShouldBe(1.0, 1e-12);
        electronics.At(0.0).ShouldBe(0.0);
        electronics.At(-1.0).ShouldBe(0.0);
        Math.Abs(electronics.At(electronics.LengthNs)).ShouldBeLessThan(1e-5);
    }

    [Fact]
    public void The_shaper_peaks_after_its_peaking_time()
    {
        // Peaking time is counted from 5% of the height.
        foreach (double tau in new[] { 500.0, 1000.0, 2000.0, 3000.0 })
        {
            ColdElectronics electronics = new(tau);
            double start = 0.0;
            while (electronics.At(start) < 0.05)
            {
                start += 1.0;
            }

            (electronics.PeakTimeNs - start).ShouldBe(tau, 0.12 * tau);
        }
    }

    [Fact]
    public void Area_and_power_are_those_of_the_response()
    {
        ColdElectronics electronics = new(2200.0);
        double area = 0.0;
        (double cos, double sin) = (0.0, 0.0);
        const double Frequency = 1.5e-4;
        for (double t = 0.5; t < 20000.0; t += 1.0)
        {
            area += electronics.At(t);
            cos += electronics.At(t) * Math.Cos(2.0 * Math.PI * Frequency * t);
            sin += electronics.At(t) * Math.Sin(2.0 * Math.PI * Frequency * t);
        }

        electronics.AreaNs.ShouldBe(area, 1e-4 * area);
        electronics.Power(Frequency).ShouldBe(((cos * cos) + (sin * sin)) / (area * area), 1e-4);
    }

    [Theory]
    [InlineData("microboone")]
    [InlineData("sbnd-like")]
    [InlineData("icarus-like")]
    public void Collection_sums_to_the_charge_and_induction_to_nothing(string name)
    {
        DetectorResponse response = new(DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", name + ".yaml")));
        PlaneResponse collection = response.Responses[2];
        Sum(collection).ShouldBe(collection.AdcTicksPerElectron, 1e-3 * collection.AdcTicksPerElectron);
        foreach (PlaneResponse induction in response.Responses.Take(2))
        {
            double size = 0.0;
            foreach (float value in induction.Kernel)
            {
                size += Math.Abs(value);
            }

            Math.Abs(Sum(induction) / size).ShouldBeLessThan(2e-3);
            induction.Kernel.ToArray().Max().ShouldBeGreaterThan(0.0f);
            induction.Kernel.ToArray().Min().ShouldBeLessThan(0.0f);
        }

        collection.Kernel.ToArray().Min().ShouldBeGreaterThan(-0.02f * collection.Kernel.ToArray().Max());
    }

    [Fact]
    public void Later_planes_see_the_charge_later()
    {
        // 6 mm at 1.098 mm/us: 5.46 us.
        DetectorResponse response = new(Cards.MicroBooNE);
        response.Responses[2].Delay.ShouldBe(5464.0, 1.0);
        response.Responses[0].Delay.ShouldBe(0.0);
    }

    private static double Sum(PlaneResponse response)
    {
        double sum = 0.0;
        foreach (float value in response.Kernel)
        {
            sum += value;
        }

        return sum;
    }
}
