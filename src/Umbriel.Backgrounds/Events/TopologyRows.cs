using System.Text.Json;
using Umbriel.Backgrounds.Totals;
using Umbriel.Core;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Events;

/// <summary>Cross section of the interactions with certain mesons, averaged over a flux.</summary>
/// <param name="Topology">A name of <see cref="MesonTopology"/>.</param>
/// <param name="Sigma">Of what leaves the nucleus, cm² per nucleus.</param>
/// <param name="Before">The same before the cascade, cm² per nucleus.</param>
/// <param name="RelativeError">Of <paramref name="Sigma"/>, from the number of events; 0 where there was none.</param>
public sealed record TopologyRow(string Topology, double Sigma, double Before, double RelativeError);

/// <summary>The topologies of a neutrino on a nucleus in a flux, as they are printed.</summary>
/// <param name="Rows">One for each of <see cref="MesonTopology.Names"/>, in that order.</param>
/// <param name="Others">With other mesons than pions, in charged and in neutral currents: the table ends with them.</param>
public sealed record TopologyRows(IReadOnlyList<TopologyRow> Rows, IReadOnlyList<TopologyRow> Others)
{
    /// <summary>Generates events of both currents through the cascade and counts them.</summary>
    /// <param name="flux">The flux of one kind of neutrino.</param>
    /// <param name="nucleus">The nucleus.</param>
    /// <param name="events">Events of each current.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="progress">Told of every event.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static TopologyRows Compute(FluxSpectrum flux, Nucleus nucleus, long events, ulong seed, int threads, IProgress<long> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(flux);
        ArgumentNullException.ThrowIfNull(nucleus);
        string[] names = [.. MesonTopology.Names];
        InteractionCascade cascade = new(nucleus.Nucleons > 1 ? new NuclearCascade(nucleus, new CascadeParameters()) : null, seed);
        List<TopologyRow> rows = [];
        foreach (string current in new[] { "cc", "nc" })
        {
            string[] own = [.. names.Where(name => name.StartsWith(current, StringComparison.Ordinal)), MesonTopology.Other];
            InteractionGenerator generator = new(StandardProcess.Create("total", current, nucleus, flux.Neutrino, new InteractionParameters()), flux, seed, threads, cancellation);
            InteractionTally[] tallies = InteractionTally.Count(
                generator,
                cascade,
                events,
                [(own.Length, (made, left) => Array.IndexOf(own, After(made, left))), (own.Length, (made, _) => Array.IndexOf(own, MesonTopology.Of(made.Current, made.Hadrons)))],
                threads,
                progress,
                cancellation);
            rows.AddRange(own.Select((name, i) => new TopologyRow(
                name == MesonTopology.Other ? current + " with other mesons" : name,
                generator.CrossSection * tallies[0].Share(i),
                generator.CrossSection * tallies[1].Share(i),
                tallies[0].Share(i) > 0.0 ? Math.Sqrt(tallies[0].Variance(i)) / tallies[0].Share(i) : 0.0)));
        }

        return new TopologyRows([.. names.Select(name => rows.Single(row => row.Topology == name))], [.. rows.Where(row => !names.Contains(row.Topology))]);
    }

    /// <summary>Writes the rows as items of an array that is open: topology, sigma_cm2, before_cascade_cm2 and relative_error.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (TopologyRow row in Rows)
        {
            writer.WriteStartObject();
            writer.WriteString("topology", row.Topology);
            writer.WriteNumber("sigma_cm2", row.Sigma);
            writer.WriteNumber("before_cascade_cm2", row.Before);
            writer.WriteNumber("relative_error", row.RelativeError);
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes all as a table.</summary>
    public void Write(TextWriter output)
    {
        TextTable table = new("topology", "sigma [cm2]", "before cascade [cm2]", "relative error");
        foreach (TopologyRow row in Rows.Concat(Others))
        {
            table.Add(row.Topology, Show.Brief(row.Sigma), Show.Brief(row.Before), Show.Brief(row.RelativeError));
        }

        table.Write(output);
    }

    private static string After(InteractionEvent made, CascadeEvent left)
    {
        Span<Hadron> hadrons = stackalloc Hadron[left.Emitted.Length];
        for (int i = 0; i < hadrons.Length; i++)
        {
            hadrons[i] = new Hadron(left.Emitted[i].Pdg, left.Emitted[i].Momentum);
        }

        return MesonTopology.Of(made.Current, hadrons);
    }
}
