using Umbriel.Backgrounds.Totals;
using Umbriel.Core;

namespace Umbriel.Backgrounds.Events;

/// <summary>
/// Events of several processes of one kind of neutrino in its flux, in proportion to their cross sections, unweighted but
/// for the few above their map's bound. Event n is the same for any number of threads and in any order. Safe to share
/// between threads.
/// </summary>
public sealed class InteractionGenerator
{
    private const int MostAttempts = 1_000_000;

    private readonly ISampledInteraction[] interactions;
    private readonly SamplingMap[] maps;
    private readonly double[] cumulative;
    private readonly ulong seed;

    /// <summary>Builds the maps and the flux-averaged cross sections: seconds.</summary>
    /// <param name="interactions">The processes, all of the flux's kind of neutrino.</param>
    /// <param name="flux">The flux.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="threads">Threads that build; the result does not depend on them.</param>
    /// <param name="cancellation">Stops building.</param>
    /// <exception cref="ArgumentException">Another kind of neutrino, or nothing that can happen.</exception>
    public InteractionGenerator(IReadOnlyList<ISampledInteraction> interactions, FluxSpectrum flux, ulong seed, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        ArgumentNullException.ThrowIfNull(flux);
        if (interactions.Any(interaction => interaction.Neutrino != flux.Neutrino))
        {
            throw new ArgumentException($"interactions of another neutrino than {flux.Neutrino}", nameof(interactions));
        }

        this.interactions = [.. interactions];
        this.seed = seed;
        SamplingMap[] built = new SamplingMap[interactions.Count];
        double[] averages = new double[interactions.Count];
        ParallelLoop.For(
            interactions.Count,
            threads,
            i =>
            {
                built[i] = new SamplingMap(interactions[i], flux, (ulong)i);
                averages[i] = built[i].IsEmpty ? 0.0 : Totals.CrossSection.Averaged(interactions[i], flux);
            },
            cancellation);
        maps = built;
        cumulative = new double[averages.Length];
        for (int i = 0; i < averages.Length; i++)
        {
            cumulative[i] = averages[i] + (i == 0 ? 0.0 : cumulative[i - 1]);
        }

        if (cumulative.Length == 0 || !(cumulative[^1] > 0.0))
        {
            throw new ArgumentException("no process with a cross section", nameof(interactions));
        }
    }

    /// <summary>Sum of the flux-averaged cross sections, cm² per nucleus: what one event per nucleus and unit of flux stands for.</summary>
    public double CrossSection => cumulative[^1];

    /// <summary>Makes an event.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="made">Receives it.</param>
    public void Generate(ulong index, InteractionEvent made)
    {
        ArgumentNullException.ThrowIfNull(made);
        RandomStream random = new(seed, RandomStage.Interactions, index);
        double at = random.NextDouble() * cumulative[^1];
        int chosen = Array.FindIndex(cumulative, sum => at < sum);
        chosen = chosen < 0 ? Array.FindLastIndex(maps, map => !map.IsEmpty) : chosen;
        ISampledInteraction interaction = interactions[chosen];
        Span<double> point = stackalloc double[interaction.Dimensions];
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            double weight = maps[chosen].Try(ref random, point, out double energy);
            if (weight > 0.0 && interaction.TryMake(energy, point, ref random, made))
            {
                made.Drawn(chosen, point, weight);
                return;
            }
        }

        throw new NumericalFailureException("interaction", $"event {index}", $"no {interaction.Process} in {MostAttempts} attempts");
    }
}
