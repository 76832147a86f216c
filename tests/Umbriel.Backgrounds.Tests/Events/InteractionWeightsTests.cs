using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Totals;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Events;

public sealed class InteractionWeightsTests
{
    private const int Events = 20000;
    private const int Bins = 20;

    private static readonly Nucleus Argon = Nucleus.Find("Ar40");

    public static TheoryData<string, string, InteractionParameters, InteractionParameters> Knobs => new()
    {
        { "qe", "cc", new(), new() { AxialMassCharged = 1.20 } },
        { "qe", "cc", new(), new() { CorrelationStrength = 0.45 } },
        { "qe", "cc", new(), new() { DipoleShare = 1.0 } },
        { "qe", "nc", new(), new() { AxialMassNeutral = 1.2, StrangeAxial = 0.156 } },
        { "2p2h", "cc", new() { EmpiricalShape = 0.5 }, new() { EmpiricalShape = 0.8, PairScaleCharged = 2.156 } },
        { "2p2h", "nc", new(), new() { PairScaleNeutral = 2.0 } },
        { "coh-pi", "cc", new(), new() { CoherentScaleCharged = 2.0, AxialMassCoherent = 1.1 } },
        { "coh-pi", "nc", new(), new() { CoherentScaleNeutral = 2.0 } },
        { "res", "cc", new(), new() { Inelastic = new() { AxialMassCharged = 1.278, VectorMassCharged = 0.924 } } },
        { "res", "nc", new(), new() { Inelastic = new() { AxialMassNeutral = 0.852 } } },
        { "sis-dis", "cc", new(), new() { Inelastic = new() { HigherTwistA = 0.6725, HigherTwistB = 0.38125, ValenceUp1 = 0.3783, ValenceUp2 = 0.2646 } } },
    };

    [Theory]
    [MemberData(nameof(Knobs))]
    public void Re_weighted_events_are_those_of_the_other_parameters(string process, string current, InteractionParameters from, InteractionParameters to)
    {
        // χ² of the lepton's energy and of Q², in units of cross section so that normalisation counts too: above 46 of 20 bins once in a thousand.
        IReadOnlyList<ISampledInteraction> old = StandardProcess.Create(process, current, Argon, 14, from);
        IReadOnlyList<ISampledInteraction> other = StandardProcess.Create(process, current, Argon, 14, to);
        InteractionWeights weights = new(old, other);
        Histogram[] weighted = Fill(old, 1, weights.Of);
        Histogram[] generated = Fill(other, 2, _ => 1.0);
        for (int i = 0; i < weighted.Length; i++)
        {
            weighted[i].Chi2(generated[i]).ShouldBeLessThan(46.0);
        }
    }

    [Fact]
    public void Another_removal_energy_or_process_is_a_wrong_argument()
    {
        IReadOnlyList<ISampledInteraction> old = StandardProcess.Create("qe", "cc", Argon, 14, new());
        Should.Throw<ArgumentException>(() => new InteractionWeights(old, StandardProcess.Create("qe", "cc", Argon, 14, new() { RemovalEnergyShift = 0.005 })));
        Should.Throw<ArgumentException>(() => new InteractionWeights(old, StandardProcess.Create("res", "cc", Argon, 14, new())));
    }

    private static Histogram[] Fill(IReadOnlyList<ISampledInteraction> interactions, ulong seed, Func<InteractionEvent, double> weight)
    {
        InteractionGenerator generator = new(interactions, Flux.Of(14), seed, 2, CancellationToken.None);
        Histogram[] histograms = [new(0.0, 2.0), new(0.0, 1.5)];
        InteractionEvent made = new();
        for (ulong i = 0; i < Events; i++)
        {
            generator.Generate(i, made);
            double w = weight(made) * made.Weight * generator.CrossSection * 1e38 / Events;
            histograms[0].Add(made.Lepton.E, w);
            histograms[1].Add(made.Q2, w);
        }

        return histograms;
    }

    private sealed class Histogram(double low, double high)
    {
        private readonly double[] sums = new double[Bins];
        private readonly double[] squares = new double[Bins];

        public void Add(double value, double weight)
        {
            int bin = Math.Clamp((int)((value - low) / (high - low) * Bins), 0, Bins - 1);
            sums[bin] += weight;
            squares[bin] += weight * weight;
        }

        public double Chi2(Histogram other)
        {
            double sum = 0.0;
            for (int i = 0; i < Bins; i++)
            {
                double variance = squares[i] + other.squares[i];
                sum += variance > 0.0 ? Math.Pow(sums[i] - other.sums[i], 2) / variance : 0.0;
            }

            return sum;
        }
    }
}
