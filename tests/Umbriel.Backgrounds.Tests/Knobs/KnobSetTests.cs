using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Knobs;
using Umbriel.Backgrounds.Totals;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Knobs;

public sealed class KnobSetTests
{
    private const int Events = 8000;
    private static readonly Nucleus Argon = Nucleus.Find("Ar40");

    [Theory]
    [InlineData("qe", "MaCCQE", 1.0)]
    [InlineData("qe", "MaCCQE", -1.0)]
    [InlineData("qe", "RPA_CCQE", 1.0)]
    [InlineData("coh-pi", "NormCCCOH", 1.0)]
    [InlineData("qe", "MFP_N", -1.0)]
    [InlineData("res", "MaCCRES", 1.0)]
    [InlineData("sis-dis", "NonRESBGvnCC2pi", -1.0)]
    public void Re_weighted_events_are_those_made_with_the_other_value(string process, string name, double sigmas)
    {
        InteractionParameters nominal = new();
        KnobSet set = new(StandardProcess.Create(process, "cc", Argon, 14, nominal), nominal);
        IReweightKnob knob = set.All.Single(k => k.Name == name);
        double value = knob.Central + (sigmas * (sigmas > 0.0 ? knob.Up : knob.Down));
        InteractionParameters other = name switch
        {
            "MaCCQE" => nominal with { AxialMassCharged = value },
            "RPA_CCQE" => nominal with { CorrelationStrength = value },
            "NormCCCOH" => nominal with { CoherentScaleCharged = value },
            "MaCCRES" => nominal with { Inelastic = new() { AxialMassCharged = value } },
            "NonRESBGvnCC2pi" => nominal with { Inelastic = new() { NonResonant = new() { NeutrinoNeutronChargedTwoPions = value } } },
            _ => nominal,
        };
        double[,] weighted = Fill(process, nominal, new(), 1, (made, left) => knob.Weight(made, left, value));
        double[,] generated = Fill(process, other, name == "MFP_N" ? new() { NucleonMeanFreePath = value } : new(), 2, (_, _) => 1.0);
        double chi2 = 0.0;
        for (int b = 0; b < 20; b++)
        {
            double variance = weighted[1, b] + generated[1, b];
            chi2 += variance > 0.0 ? Math.Pow(weighted[0, b] - generated[0, b], 2) / variance : 0.0;
        }

        // Two views of 10 bins: above 52 once in 1e4 if they are independent. Without their weights these cases have 53 and more; InelasticWeightTests has angles of decays.
        chi2.ShouldBeLessThan(52.0);
    }

    // Lepton energy and kinetic energy of the fastest proton, in units of cross section.
    private static double[,] Fill(string process, InteractionParameters parameters, CascadeParameters cascade, ulong seed, Func<InteractionEvent, CascadeEvent, double> weight)
    {
        InteractionGenerator generator = new(StandardProcess.Create(process, "cc", Argon, 14, parameters), Flux.Of(14), seed, 1, CancellationToken.None);
        InteractionCascade inside = new(new NuclearCascade(Argon, cascade), seed);
        double[,] sums = new double[2, 20];
        InteractionEvent made = new();
        CascadeEvent left = new();
        for (ulong i = 0; i < Events; i++)
        {
            generator.Generate(i, made);
            inside.Run(i, made, left);
            double w = weight(made, left) * made.Weight * generator.CrossSection * 1e38 / Events;
            double proton = 0.0;
            foreach (EmittedParticle particle in left.Emitted)
            {
                proton = particle.Pdg == 2212 ? Math.Max(proton, particle.Momentum.E - 0.93827) : proton;
            }

            foreach (int bin in (int[])[Math.Min(9, (int)(made.Lepton.E * 5.0)), 10 + Math.Min(9, (int)(proton * 20.0))])
            {
                sums[0, bin] += w;
                sums[1, bin] += w * w;
            }
        }

        return sums;
    }
}
