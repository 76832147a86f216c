using Umbriel.Core;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>Simulated events in HDF5; see docs/formats.md.</summary>
public static class SimulationFile
{
    /// <summary>Value of the attribute <c>format</c>.</summary>
    public const string Format = "umbriel-simulation";

    /// <summary>Value of the attribute <c>format_version</c>.</summary>
    public const ulong FormatVersion = 2;

    /// <summary>Takes a filtered chunk.</summary>
    internal delegate void ChunkSink(int column, int rows, ReadOnlySpan<byte> filtered);

    /// <summary>Creates the file, lets <paramref name="write"/> fill it, and puts it in its place.</summary>
    internal static void WriteChunks(string path, SimulationMetadata metadata, Action<ChunkSink> write)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        AtomicFile.WriteVia(path, temporary =>
        {
            using Hdf5Writer writer = Hdf5Writer.Create(temporary, path);
            EventFileHeader.Write(writer, Format, FormatVersion, metadata);
            List<Hdf5ChunkedColumn> columns = [];
            try
            {
                foreach (SimulationTable table in SimulationSchema.Tables)
                {
                    writer.CreateGroup(table.Group);
                    columns.AddRange(table.Columns.Select(column => column.CreateIn(writer)));
                }

                write((column, rows, filtered) => columns[column].Append(filtered, rows));
            }
            finally
            {
                columns.ForEach(static column => column.Dispose());
            }

            writer.Finish();
        });
    }
}
