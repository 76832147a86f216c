using Umbriel.Backgrounds.Coherent;
using Umbriel.Backgrounds.Elastic;
using Umbriel.Backgrounds.Electrons;
using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Inelastic;
using Umbriel.Backgrounds.TwoParticle;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Totals;

/// <summary>The Standard-Model processes by the names that users give them.</summary>
public static class StandardProcess
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["qe", "2p2h", "res", "sis-dis", "coh-pi", "nu-e", "total"];

    /// <summary>The interactions whose sum is a process.</summary>
    /// <param name="process">
    /// One of <see cref="Names"/>; qe in neutral currents is elastic scattering on protons and neutrons, sis-dis what is not
    /// resonant, total all of a current on the nucleus (without its electrons).
    /// </param>
    /// <param name="current">"cc" or "nc"; null for the process's usual one: nc for nu-e, cc for the others.</param>
    /// <param name="nucleus">The target.</param>
    /// <param name="neutrino">PDG code of the neutrino: ±12 or ±14.</param>
    /// <param name="parameters">What the models are varied in.</param>
    /// <exception cref="UserErrorException">A name is unknown, or the process has no such current.</exception>
    public static IReadOnlyList<ISampledInteraction> Create(string process, string? current, Nucleus nucleus, int neutrino, InteractionParameters parameters)
    {
        WeakCurrent exchanged = current switch
        {
            null => process == "nu-e" ? WeakCurrent.Neutral : WeakCurrent.Charged,
            "cc" => WeakCurrent.Charged,
            "nc" => WeakCurrent.Neutral,
            _ => throw new UserErrorException("--current", null, $"'{current}'", "cc or nc"),
        };
        return process switch
        {
            "qe" => [.. Struck(nucleus).Where(struck => LlewellynSmith.IsPossible(exchanged, neutrino, struck)).Select(struck => new ElasticInteraction(nucleus, neutrino, exchanged, struck, parameters))],
            "res" => [.. Struck(nucleus).Select(struck => InelasticInteraction.Resonant(nucleus, neutrino, exchanged, struck, parameters))],
            "sis-dis" => [.. Struck(nucleus).Select(struck => InelasticInteraction.NonResonant(nucleus, neutrino, exchanged, struck, parameters))],
            "total" => [.. Names.Where(name => name is not ("total" or "nu-e")).SelectMany(name => Create(name, current, nucleus, neutrino, parameters))],
            "2p2h" => [new PairInteraction(nucleus, neutrino, exchanged, parameters)],
            "coh-pi" => [new CoherentInteraction(nucleus, neutrino, exchanged, parameters)],
            "nu-e" => exchanged == WeakCurrent.Neutral
                ? [new ElectronInteraction(nucleus, neutrino, parameters)]
                : throw new UserErrorException("--current", null, "cc with nu-e", "nc: scattering on electrons is elastic, with the W's part for nu_e"),
            _ => throw new UserErrorException("--process", null, $"'{process}'", $"one of {string.Join(", ", Names)}"),
        };
    }

    private static IEnumerable<Nucleon> Struck(Nucleus nucleus) => Enum.GetValues<Nucleon>().Where(nucleon => nucleus.Count(nucleon) > 0);
}
