using Umbriel.Core;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Cascade;

public sealed class CascadeWeightsTests
{
    private static readonly Nucleus Argon = Nucleus.Find("Ar40");

    /// <summary>One standard deviation each; see <see cref="CascadeParameters"/>.</summary>
    public static TheoryData<string, int> Variations => new()
    {
        { "pion path", 111 }, { "pion absorption", 111 }, { "pion exchange", 111 }, { "pion inelastic", 111 }, { "pion production", 111 },
        { "nucleon path", 2212 }, { "nucleon exchange", 2212 }, { "nucleon inelastic", 2212 }, { "nucleon production", 2212 },
    };

    [Theory]
    [MemberData(nameof(Variations))]
    public void Weighted_cascades_are_those_made_with_the_other_parameters(string name, int pdg)
    {
        CascadeParameters varied = Varied(name);
        const int events = 40_000;
        NuclearCascade nominal = new(Argon, new CascadeParameters());
        NuclearCascade other = new(Argon, varied);
        CascadeEvent one = new();
        double[] weighted = new double[Classes];
        double[] squares = new double[Classes];
        double[] made = new double[Classes];
        double kinetic = name.EndsWith("production", StringComparison.Ordinal) ? 0.8 : 0.25;
        for (int i = 0; i < events; i++)
        {
            RandomStream first = new(31, RandomStage.Transport, (ulong)i);
            HadronThrows.MadeInside(nominal, pdg, kinetic, ref first, one);
            double weight = CascadeWeights.Weight(one.Fates, nominal.Parameters, varied);
            weighted[ClassOf(one)] += weight;
            squares[ClassOf(one)] += weight * weight;
            RandomStream second = new(32, RandomStage.Transport, (ulong)i);
            HadronThrows.MadeInside(other, pdg, kinetic, ref second, one);
            made[ClassOf(one)]++;
        }

        double chi2 = 0.0;
        int bins = 0;
        for (int c = 0; c < Classes; c++)
        {
            if (made[c] > 40.0)
            {
                chi2 += Math.Pow(weighted[c] - made[c], 2.0) / (squares[c] + made[c]);
                bins++;
            }
        }

        // Bins of independent samples: false alarms below 1e-3 for 3 to 12 bins at χ² of 30 (33 at 12).
        bins.ShouldBeGreaterThan(2);
        chi2.ShouldBeLessThan(33.0, $"{name}: {string.Join(' ', weighted.Select(w => w.ToString("0")))} against {string.Join(' ', made)}");
    }

    [Fact]
    public void A_weight_to_where_it_came_from_is_one_and_weights_chain()
    {
        NuclearCascade cascade = new(Argon, new CascadeParameters());
        CascadeParameters a = new() { PionMeanFreePath = 0.8, PionAbsorption = 1.3, NucleonChargeExchange = 0.5 };
        CascadeEvent one = new();
        for (int i = 0; i < 200; i++)
        {
            RandomStream random = new(33, RandomStage.Transport, (ulong)i);
            HadronThrows.MadeInside(cascade, 111, 0.2, ref random, one);
            CascadeWeights.Weight(one.Fates, a, a).ShouldBe(1.0, 1e-12);
            double there = CascadeWeights.Weight(one.Fates, cascade.Parameters, a);
            (there * CascadeWeights.Weight(one.Fates, a, cascade.Parameters)).ShouldBe(1.0, 1e-9);
        }

        Should.Throw<ArgumentException>(() => CascadeWeights.Weight(one.Fates, a, a with { FormationLength = 2.0 }));
    }

    private const int Classes = 12;

    /// <summary>Pions out by number and charge of the first, and protons above 20 MeV.</summary>
    private static int ClassOf(CascadeEvent one)
    {
        int pions = 0;
        int charged = 0;
        int protons = 0;
        foreach (EmittedParticle particle in one.Emitted)
        {
            HadronKind kind = HadronKinds.Of(particle.Pdg);
            pions += kind.IsPion() ? 1 : 0;
            charged += kind.IsPion() && kind.Charge() != 0 ? 1 : 0;
            protons += kind == HadronKind.Proton && particle.Momentum.E > 0.958 ? 1 : 0;
        }

        return (pions == 0 ? 0 : pions > 1 ? 3 : charged == 0 ? 1 : 2) + (4 * Math.Min(2, protons));
    }

    private static CascadeParameters Varied(string name) => name switch
    {
        "pion path" => new() { PionMeanFreePath = 1.2 },
        "pion absorption" => new() { PionAbsorption = 1.3 },
        "pion exchange" => new() { PionChargeExchange = 1.5 },
        "pion inelastic" => new() { PionInelastic = 1.4 },
        "pion production" => new() { PionProduction = 1.2 },
        "nucleon path" => new() { NucleonMeanFreePath = 0.8 },
        "nucleon exchange" => new() { NucleonChargeExchange = 1.5 },
        "nucleon inelastic" => new() { NucleonInelastic = 0.6 },
        _ => new() { NucleonProduction = 1.2 },
    };
}
