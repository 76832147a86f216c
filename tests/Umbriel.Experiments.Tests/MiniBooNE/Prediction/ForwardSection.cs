using System.Text;
using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>The program against the forward simulation, region by region.</summary>
internal static class ForwardSection
{
    private const int Pairs = 200_000;
    private const int Events = 800_000;
    private const double Limit = 4.5;

    public static void Write(StringBuilder page, List<string> failures)
    {
        page.Append($"""

            ## Against a forward simulation

            The program draws the pair's birth in the fiducial sphere and follows N back; smearing and selection are
            `ElectronLikeSelection`. The simulation (`ForwardSimulation.cs`, `ForwardReconstruction.cs` in the tests) goes the other way: a
            scatter uniform in the tank or the cone of soil, with the flux ∝ 1/distance²; N at its angle to that neutrino; the chance to decay on
            the chord through 5 m as a weight; resolution, single-ring cut, efficiency and E_ν^QE written a second time from
            their description. Common to both are the neutrino's energy and Q² (checked in xsec.md and rates.md) and the decay in N's rest frame
            (checked against a component-by-component contraction in `Umbriel.Generation.Tests`).

            {Pairs} pairs and {Events} scatters each. Selected events of the head efficiency at 18.75e20 protons on target; z in standard
            errors, for the totals and the largest |z| of the bins of E_ν^QE known to 10% on both sides. "All defaults" is both helicities, ν and
            ν̄, a polarised Z', and the geometry that is not DarkNews's. Required: every |z| < {Limit}; with up to 24 a row
            the chance of a false alarm is 0.2% for the table, if the seeds were free.

            | point | region | cτ (cm) | program | ± | ratio | z head | z legacy | bins | largest z | χ²/bins |
            |---|---|---|---|---|---|---|---|---|---|---|

            """);
        double squares = 0.0;
        int count = 0;
        foreach (ForwardCase item in ForwardCase.All)
        {
            ForwardCase.Comparison result = item.Run(Pairs, Events);
            (double value, double error) = result.Program[Counts.Bins];
            double worst = result.All.Skip(2).Max(Math.Abs);
            double chiSquare = result.HeadBins.Sum(z => z * z);
            squares += chiSquare;
            count += result.HeadBins.Length;
            page.Append($"| {item.Name} | {(item.Origin == EventOrigin.Soil ? "soil" : "oil")} | {DecayWidths.Compute(item.Point).CtauParentCm:0.0e+0} | {value:0.000e+0} | {100.0 * error / value:0.0} % | {value / result.Forward.Total:0.000} | {result.Head:0.0} | {result.Legacy:0.0} | {result.HeadBins.Length} | {worst:0.0} | {chiSquare / result.HeadBins.Length:0.00} |\n");
            if (result.All.Max(Math.Abs) > Limit)
            {
                failures.Add($"forward {item.Name} {item.Origin}: {result.All.MaxBy(Math.Abs):0.0}");
            }
        }

        page.Append($"""

            All bins together: χ² = {squares:0} for {count}.

            One approximation of the program shows only when taken away from the simulation: within the tank the program takes flux and direction of
            the neutrinos as those at the pair. Flux that falls as 1/distance² along lines that diverge is the same to first order.
            A simulation with diverging lines but constant flux would have 2⟨l⟩/L fewer long-lived N, l from scatter to decay, just under 1%.

            """);
    }
}
