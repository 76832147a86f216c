using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Response.Published;

namespace Umbriel.Response.Tests;

public sealed class YieldCurveTests
{
    private static readonly DarkSectorParameters PromptDual = new() { Scenario = Scenario.Dual, M4 = 0.1, M5 = 0.2, MZPrime = 0.03, Umu5 = 1e-4 };
    private static readonly DarkSectorParameters LightSingle = new() { Scenario = Scenario.Single, M4 = 0.106, MZPrime = 0.03, Umu4 = 1e-4 };
    private static readonly DarkSectorParameters HeavySingle = new() { Scenario = Scenario.Single, M4 = 0.15, MZPrime = 1.25, Umu4 = 1e-4 };

    private static readonly Lazy<Signal> Prompt = new(() => Make(PromptDual));
    private static readonly Lazy<Signal> Light = new(() => Make(LightSingle));
    private static readonly Lazy<Signal> Heavy = new(() => Make(HeavySingle));

    [Fact]
    public void Interpolation_is_good_to_half_a_per_cent()
    {
        foreach (Signal curve in new[] { Prompt.Value, Light.Value, Heavy.Value })
        {
            for (double x = -12.0; x <= -3.0; x += 0.37)
            {
                double u2 = Math.Pow(10.0, x);
                double[] quick = curve.Curve.At(u2);
                double[] exact = curve.Compute(u2);
                for (int b = 0; b < exact.Length; b++)
                {
                    quick[b].ShouldBe(exact[b], (0.005 * exact[b]) + 1e-30);
                }
            }
        }
    }

    [Fact]
    public void Stored_numbers_give_the_same_curve()
    {
        YieldCurve curve = Heavy.Value.Curve;
        YieldCurve again = YieldCurve.FromArray(curve.ToArray());
        again.NodeCount.ShouldBe(curve.NodeCount);
        again.At(3.3e-7).ShouldBe(curve.At(3.3e-7));
    }

    [Fact]
    public void A_prompt_dual_signal_is_proportional_to_the_mixing()
    {
        // N5 → N4 e+e− does not know |U_μ5|: only production does.
        double[] low = Prompt.Value.Compute(1e-9);
        double[] high = Prompt.Value.Compute(3e-6);
        for (int b = 0; b < low.Length; b++)
        {
            high[b].ShouldBe(3000.0 * low[b], 1e-9 * high[b]);
        }

        Prompt.Value.Curve.NodeCount.ShouldBe(3);
    }

    [Fact]
    public void A_long_lived_single_signal_goes_with_the_square_of_the_mixing()
    {
        // Production and decay rate each ∝ |U|² once λ is far longer than the beam line.
        double[] low = Heavy.Value.Compute(1e-15);
        double[] high = Heavy.Value.Compute(1e-14);
        for (int b = 0; b < low.Length; b++)
        {
            high[b].ShouldBe(100.0 * low[b], 1e-3 * high[b]);
        }
    }

    [Fact]
    public void More_mixing_means_more_signal()
    {
        foreach (Signal curve in new[] { Prompt.Value, Light.Value, Heavy.Value })
        {
            double last = 0.0;
            for (double x = -14.0; x <= -2.0; x += 0.25)
            {
                double total = curve.Compute(Math.Pow(10.0, x)).Sum();
                total.ShouldBeGreaterThan(last);
                last = total;
            }
        }
    }

    [Theory]
    [InlineData("prompt dual", 1e-8)]
    [InlineData("light single", 2e-10)]
    [InlineData("heavy single", 1e-8)]
    [InlineData("heavy single", 1e-5)]
    public void Agrees_with_events_generated_and_folded(string point, double u2)
    {
        // Eight ensembles with seeds of their own give the mean and its error; |pull| < 6 with 7 degrees of freedom of the
        // error: false alarms 4 × 5e-4 = 2e-3.
        const int Seeds = 8;
        const int Events = 2000;
        DarkSectorParameters parameters = (point switch { "prompt dual" => PromptDual, "light single" => LightSingle, _ => HeavySingle }).WithMixingSquared(u2);
        double[] totals = [.. Enumerable.Range(11, Seeds).Select(seed => Calculator(parameters, Events, (ulong)seed).Compute(u2).Sum())];
        double mean = totals.Average();
        double variance = totals.Sum(t => (t - mean) * (t - mean)) / (Seeds - 1) / Seeds;

        double generated = 0.0;
        GenerationSettings settings = new();
        foreach (EventOrigin origin in Enum.GetValues<EventOrigin>())
        {
            EventSource source = new(parameters, settings, Shared.Beam, origin);
            SelectedSignal signal = Shared.Response.Fold(EventGenerator.Generate(source, 0, 20000, 20000, 2));
            generated += signal.Total;
            variance += signal.Variance;
        }

        double pull = (mean - generated) / Math.Sqrt(variance);
        Math.Abs(pull).ShouldBeLessThan(6.0, $"{mean} against {generated}");

        // The comparison must be able to fail: errors of a few per cent at most.
        Math.Sqrt(variance).ShouldBeLessThan(0.03 * generated);
    }

    [Fact]
    public void Bins_of_every_variable_come_from_the_same_signal()
    {
        double score = Calculator(LightSingle, 1000, 1).Compute(1e-9).Sum();
        double energy = Calculator(LightSingle, 1000, 1, FitVariable.Energy).Compute(1e-9).Sum();
        energy.ShouldBeLessThanOrEqualTo(score);
        energy.ShouldBeGreaterThan(0.9 * score);
    }

    private static Signal Make(DarkSectorParameters parameters)
    {
        YieldCalculator calculator = Calculator(parameters, 2000, seed: 1);
        return new Signal(calculator, calculator.Curve(1e-12, 1e-3));
    }

    private static YieldCalculator Calculator(DarkSectorParameters parameters, int events, ulong seed, FitVariable variable = FitVariable.Score) =>
        new(parameters, new GenerationSettings { Seed = seed }, Shared.Beam, new PublishedSelection(Shared.Response, variable), new PairCounts(events, events));

    private sealed record Signal(YieldCalculator Calculator, YieldCurve Curve)
    {
        public double[] Compute(double u2) => Calculator.Compute(u2);
    }
}
