using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.Events;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Reconstruction.Output;

/// <summary>Reconstructed events in HDF5; see docs/formats.md.</summary>
public static class ReconstructionFile
{
    /// <summary>Value of the attribute <c>format</c>.</summary>
    public const string Format = "umbriel-reconstruction";

    /// <summary>Value of the attribute <c>format_version</c>.</summary>
    public const ulong FormatVersion = 1;

    /// <summary>Writes events, holding one at a time; the file appears when it is complete.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="events">The events.</param>
    /// <param name="metadata">What they were made from.</param>
    /// <param name="input">The file that they were read from, if any; it may be hashed meanwhile.</param>
    /// <exception cref="UserErrorException">HDF5 is not installed or the file cannot be written.</exception>
    public static void Write(string path, IEnumerable<ReconstructedEvent> events, ReconstructionMetadata metadata, Task<HashedInput>? input = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(metadata);
        AtomicFile.WriteVia(path, temporary =>
        {
            using Hdf5Writer writer = Hdf5Writer.Create(temporary, path);
            EventFileHeader.Write(writer, Format, FormatVersion, metadata.Simulation with { Version = metadata.Version });
            writer.Attribute("/", "simulated_by", metadata.Simulation.Version);
            if (metadata.FlashReach is { } reach)
            {
                writer.Attribute("/", "flash_reach", reach);
            }

            if (metadata.Settings is { } settings)
            {
                writer.Attribute("/", "settings", settings);
            }

            if (metadata.Models is { } models)
            {
                writer.Attribute("/", "models", models);
            }

            Tables(writer, events, metadata.Simulation.WeightNames);
            if (input is not null)
            {
                HashedInput from = input.GetAwaiter().GetResult();
                writer.Attribute("/", "input", from.Name);
                writer.Attribute("/", "input_sha256", from.Hash);
            }

            writer.Finish();
        });
    }

    private static void Tables(Hdf5Writer writer, IEnumerable<ReconstructedEvent> events, WeightNames names)
    {
        using HitTable hits = new(writer);
        using PointTable points = new(writer);
        using ParticleTable particles = new(writer);
        using ClusterTable clusters = new(writer);
        using WeightTable weights = new(writer);
        using EventTable table = new(writer, [hits, points, particles, clusters], weights);
        EventLabelColumns.WriteNames(writer, names);
        foreach (ReconstructedEvent found in events)
        {
            table.Add(found);
        }

        table.Flush();
    }
}
