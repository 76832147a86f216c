using Umbriel.Core;
using Umbriel.Interchange.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>Simulated events in HDF5; see docs/formats.md.</summary>
public static class SimulationFile
{
    /// <summary>Value of the attribute <c>format</c>.</summary>
    public const string Format = "umbriel-simulation";

    /// <summary>Value of the attribute <c>format_version</c>.</summary>
    public const ulong FormatVersion = 1;

    /// <summary>Writes events in blocks, holding one block at a time; the file appears when it is complete.</summary>
    /// <exception cref="UserErrorException">HDF5 is not installed or the file cannot be written.</exception>
    public static void Write(string path, IEnumerable<ReadOnlyMemory<EventResult>> blocks, SimulationMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(metadata);
        AtomicFile.WriteVia(path, temporary =>
        {
            using Hdf5Writer writer = Hdf5Writer.Create(temporary, path);
            writer.Attribute("/", "format", Format);
            writer.Attribute("/", "format_version", FormatVersion);
            writer.Attribute("/", "umbriel_version", metadata.Version);
            writer.Attribute("/", "detector_card", metadata.DetectorCard);
            writer.Attribute("/", "source", metadata.Source);
            writer.Attribute("/", "seed", metadata.Seed);
            using (SimulationTables tables = new(writer))
            {
                foreach (ReadOnlyMemory<EventResult> block in blocks)
                {
                    foreach (EventResult result in block.Span)
                    {
                        tables.Add(result);
                    }
                }

                tables.Flush();
            }

            writer.Finish();
        });
    }
}
