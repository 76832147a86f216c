using Umbriel.Core;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Formats.Events;

/// <summary>What an event file says about its events as a whole.</summary>
public sealed record EventFileMetadata
{
    /// <summary>Program version.</summary>
    public required string Version { get; init; }

    /// <summary>Canonical text of the model card, from which the events can be made again.</summary>
    public required string Card { get; init; }

    /// <summary>Random seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Exposure the weights stand for, protons on target.</summary>
    public required double Pot { get; init; }
}

/// <summary>An event file in memory.</summary>
/// <param name="Metadata">About the events as a whole.</param>
/// <param name="Events">The events.</param>
public sealed record EventFileContent(EventFileMetadata Metadata, TruthEventBatch Events);

/// <summary>Truth events in HDF5: one column a quantity under <c>/events</c>; see docs/formats.md.</summary>
public static class EventFile
{
    private const string Format = "umbriel-events";
    private const ulong FormatVersion = 1;

    /// <summary>Writes batches one after the other, holding one at a time; the file appears when it is complete.</summary>
    /// <returns>Number of events.</returns>
    /// <exception cref="UserErrorException">HDF5 is not installed or the file cannot be written.</exception>
    public static long Write(string path, IEnumerable<TruthEventBatch> batches, EventFileMetadata metadata)
    {
        long count = 0;
        AtomicFile.WriteVia(path, temporary =>
        {
            using Hdf5Writer writer = Hdf5Writer.Create(temporary, path);
            writer.Attribute("/", "format", Format);
            writer.Attribute("/", "format_version", FormatVersion);
            writer.Attribute("/", "umbriel_version", metadata.Version);
            writer.Attribute("/", "card", metadata.Card);
            writer.Attribute("/", "seed", metadata.Seed);
            writer.Attribute("/", "pot", metadata.Pot);
            writer.CreateGroup("/events");
            count = WriteColumns(writer, batches);
            writer.Finish();
        });
        return count;
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="UserErrorException">HDF5 is not installed, or the file is missing or damaged.</exception>
    public static EventFileContent Read(string path)
    {
        using Hdf5Reader reader = Hdf5Reader.Open(path);
        EventFileMetadata metadata = ReadMetadata(path, reader);
        TruthEventBatch events = ReadBlock(path, reader, 0, CheckedCount(path, reader));
        BreakupTable.Read(path, reader, events);
        return new EventFileContent(metadata, events);
    }

    private static long WriteColumns(Hdf5Writer writer, IEnumerable<TruthEventBatch> batches)
    {
        List<IDisposable> open = [];
        try
        {
            List<Action<TruthEventBatch>> append = [];
            Open(EventColumns.Doubles);
            Open(EventColumns.Integers);
            Open(EventColumns.Bytes);
            using BreakupTable breakups = new(writer);
            long count = 0;
            foreach (TruthEventBatch batch in batches)
            {
                append.ForEach(column => column(batch));
                breakups.Add(batch, count);
                count += batch.Count;
            }

            breakups.Flush();
            return count;

            void Open<T>(EventColumn<T>[] columns)
                where T : unmanaged
            {
                foreach (EventColumn<T> column in columns)
                {
                    Hdf5Column<T> target = writer.CreateColumn<T>("/events/" + column.Name, column.Units, column.Description);
                    open.Add(target);
                    append.Add(batch => target.Append(column.Values(batch)));
                }
            }
        }
        finally
        {
            open.ForEach(column => column.Dispose());
        }
    }

    private static EventFileMetadata ReadMetadata(string path, Hdf5Reader reader)
    {
        string? format = reader.Text("/", "format");
        ulong? version = reader.Whole("/", "format_version");
        if (format != Format || version != FormatVersion)
        {
            throw new UserErrorException(path, "format", $"\"{format}\" version {version}", $"\"{Format}\" version {FormatVersion}, as umbriel generate writes");
        }

        return new EventFileMetadata
        {
            Version = reader.Text("/", "umbriel_version") ?? throw Missing(path, "umbriel_version"),
            Card = reader.Text("/", "card") ?? throw Missing(path, "card"),
            Seed = reader.Whole("/", "seed") ?? throw Missing(path, "seed"),
            Pot = reader.Number("/", "pot") is { } pot && double.IsFinite(pot) ? pot : throw Missing(path, "pot"),
        };
    }

    private static int CheckedCount(string path, Hdf5Reader reader)
    {
        string[] names = [.. EventColumns.Doubles.Select(c => c.Name), .. EventColumns.Integers.Select(c => c.Name), .. EventColumns.Bytes.Select(c => c.Name)];
        int count = reader.Count("/events/" + names[0]);
        foreach (string name in names)
        {
            int found = reader.Count("/events/" + name);
            if (found != count)
            {
                throw new UserErrorException(path, "/events/" + name, $"{found} values", $"{count}, as /events/{names[0]} has");
            }
        }

        return count;
    }

    private static TruthEventBatch ReadBlock(string path, Hdf5Reader reader, int start, int count)
    {
        TruthEventBatch batch = new(count);
        foreach (EventColumn<double> column in EventColumns.Doubles)
        {
            Span<double> values = column.Values(batch);
            reader.Read("/events/" + column.Name, start, values);
            foreach (double value in values)
            {
                if (!double.IsFinite(value))
                {
                    throw new UserErrorException(path, "/events/" + column.Name, $"{value}", "finite numbers");
                }
            }
        }

        foreach (EventColumn<int> column in EventColumns.Integers)
        {
            reader.Read("/events/" + column.Name, start, column.Values(batch));
        }

        ReadWords<ScatteringRegime>(path, reader, "/events/regime", start, batch.Regime);
        ReadWords<EventOrigin>(path, reader, "/events/origin", start, batch.Origin);
        byte[] helicity = new byte[count];
        reader.Read<byte>("/events/helicity_conserved", start, helicity);
        for (int i = 0; i < count; i++)
        {
            batch.HelicityConserved[i] = helicity[i] != 0;
        }

        return batch;
    }

    private static void ReadWords<T>(string path, Hdf5Reader reader, string name, int start, T[] words)
        where T : struct, Enum
    {
        byte[] codes = new byte[words.Length];
        reader.Read<byte>(name, start, codes);
        for (int i = 0; i < codes.Length; i++)
        {
            words[i] = codes[i] <= 2 ? (T)Enum.ToObject(typeof(T), codes[i]) : throw new UserErrorException(path, name, $"{codes[i]} in row {start + i}", "0, 1 or 2");
        }
    }

    private static UserErrorException Missing(string path, string name) => new(path, name, "no such attribute", "a file written by umbriel generate");
}
