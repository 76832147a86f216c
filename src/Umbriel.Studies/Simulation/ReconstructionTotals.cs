using System.Text.Json;
using Umbriel.Core.Events;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Reconstruction;

namespace Umbriel.Studies.Simulation;

/// <summary>What a reconstruction says of its events.</summary>
/// <param name="path">The file that is written.</param>
public sealed class ReconstructionTotals(string path) : IPrintable
{
    private long events;
    private long hits;
    private long points;
    private long particles;
    private readonly long[] topologies = new long[5];

    /// <summary>Sum of the events' weights.</summary>
    public double Weights { get; private set; }

    /// <summary>Counts events as they go by, and reports each.</summary>
    public IEnumerable<ReconstructedEvent> Count(IEnumerable<ReconstructedEvent> all, IProgress<long> progress)
    {
        foreach (ReconstructedEvent found in all)
        {
            events++;
            Weights += found.Label.Weight;
            hits += found.Hits.Count;
            points += found.Points.Count;
            particles += found.Particles.Count;
            topologies[(int)found.Topology]++;
            yield return found;
            progress.Report(1);
        }
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("file", path);
        foreach ((string key, _, long value) in Rows())
        {
            writer.WriteNumber(key, value);
        }
    }

    /// <inheritdoc/>
    public void Write(TextWriter output)
    {
        TextTable table = new("", path);
        foreach ((_, string label, long value) in Rows())
        {
            table.Add(label, $"{value}");
        }

        table.Write(output);
    }

    private (string Key, string Label, long Value)[] Rows() =>
        [
            ("events", "events", events), ("one_shower", "one shower", Of(Topology.OneShower)), ("one_shower_one_track", "one shower, one track", Of(Topology.OneShowerOneTrack)),
            ("two_showers", "two showers", Of(Topology.TwoShowers)), ("other", "other", Of(Topology.Other)), ("no_particle", "no particle", Of(Topology.None)),
            ("hits", "hits", hits), ("points", "space points", points), ("particles", "particles", particles),
        ];

    private long Of(Topology topology) => topologies[(int)topology];
}
