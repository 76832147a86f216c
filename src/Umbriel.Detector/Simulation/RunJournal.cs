using System.Buffers.Binary;
using System.Security.Cryptography;
using Umbriel.Core;

namespace Umbriel.Detector.Simulation;

/// <summary>
/// What an unfinished run has done: an append-only file beside the output. A header with the fingerprint of everything that
/// fixes the output's bytes, then records, each with a checksum: filtered chunks of columns in the order of the file, and
/// from time to time a checkpoint, from which the run can go on. What follows the last checkpoint that is whole is dropped.
/// Locked while open. Not thread-safe.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    private const int HeaderBytes = 16 + SHA256.HashSizeInBytes;
    private const int RecordHeader = 16;
    private const int ChecksumBytes = 8;
    private const int LargestPayload = 1 << 28;

    private readonly string path;
    private readonly FileStream stream;
    private byte[] buffer = new byte[1 << 18];

    private RunJournal(string path, FileStream stream) => (this.path, this.stream) = (path, stream);

    private enum Kind
    {
        Chunk = 1,
        Checkpoint = 2,
        End = 3,
    }

    private static ReadOnlySpan<byte> Magic => "umbriel-run-0001"u8;

    /// <summary>Bytes so far.</summary>
    public long Length => stream.Length;

    /// <summary>State of the last checkpoint, if any.</summary>
    public byte[]? State { get; private set; }

    /// <summary>Whether that state is the last, with all chunks before it.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Opens the journal of a run, or begins it.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="fingerprint">SHA-256 of everything that fixes the output.</param>
    /// <exception cref="UserErrorException">It belongs to another run, is in use, or cannot be written.</exception>
    public static RunJournal Open(string path, byte[] fingerprint)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(path))
        {
            throw new UserErrorException($"{path}: cannot be opened ({e.Message}); another run may be writing it", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, e);
        }

        RunJournal journal = new(path, stream);
        try
        {
            journal.Begin(fingerprint);
            return journal;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Appends a chunk.</summary>
    public void Append(ColumnChunk chunk) => Append(Kind.Chunk, chunk.Column.Index, chunk.Rows, chunk.Filtered.GetBuffer().AsSpan(0, (int)chunk.Filtered.Length));

    /// <summary>Appends a checkpoint and hands everything to the operating system: it outlives the process.</summary>
    public void Checkpoint(ReadOnlySpan<byte> state, bool last)
    {
        Append(last ? Kind.End : Kind.Checkpoint, 0, 0, state);
        Guard(() => stream.Flush(flushToDisk: false));
        IsComplete |= last;
    }

    /// <summary>Reads all chunks in order.</summary>
    public void ReadChunks(SimulationFile.ChunkSink sink, CancellationToken cancellation)
    {
        Guard(() =>
        {
            stream.Flush(flushToDisk: false);
            stream.Position = HeaderBytes;
        });
        while (Next(out Kind kind, out int column, out int rows, out int length))
        {
            cancellation.ThrowIfCancellationRequested();
            if (kind == Kind.Chunk)
            {
                sink(column, rows, buffer.AsSpan(RecordHeader, length));
            }
        }

        if (stream.Position != stream.Length)
        {
            throw new UserErrorException(path, null, $"damage at byte {stream.Position}", "what this run wrote; delete it and run again");
        }
    }

    /// <summary>Closes and removes it.</summary>
    public void Delete()
    {
        stream.Dispose();
        Guard(() => File.Delete(path));
    }

    public void Dispose()
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // A full disk: the last checkpoint that is whole counts.
        }
    }

    private void Begin(byte[] fingerprint)
    {
        byte[] header = [.. Magic, .. fingerprint];
        byte[] found = new byte[HeaderBytes];
        int read = 0;
        Guard(() => read = stream.ReadAtLeast(found, HeaderBytes, throwOnEndOfStream: false));
        if (!found.AsSpan(0, Math.Min(read, Magic.Length)).SequenceEqual(Magic[..Math.Min(read, Magic.Length)]))
        {
            throw new UserErrorException(path, null, "another kind of file", "an unfinished run's journal, or no file; move it away");
        }

        if (read < HeaderBytes)
        {
            Guard(() =>
            {
                stream.SetLength(0);
                stream.Write(header);
            });
            return;
        }

        if (!found.AsSpan().SequenceEqual(header))
        {
            throw new UserErrorException(path, null, "an unfinished run with other settings or of another version", "the command that began it, which continues it; to give it up, delete this file");
        }

        Recover();
    }

    /// <summary>Finds the last checkpoint and drops what follows it.</summary>
    private void Recover()
    {
        long good = HeaderBytes;
        while (Next(out Kind kind, out _, out _, out int length))
        {
            if (kind != Kind.Chunk)
            {
                State = buffer.AsSpan(RecordHeader, length).ToArray();
                IsComplete = kind == Kind.End;
                good = stream.Position;
            }
        }

        Guard(() =>
        {
            stream.SetLength(good);
            stream.Position = good;
        });
    }

    private bool Next(out Kind kind, out int column, out int rows, out int length)
    {
        long start = stream.Position;
        (kind, column, rows, length) = (default, 0, 0, 0);
        if (Read(buffer.AsSpan(0, RecordHeader)))
        {
            kind = (Kind)BinaryPrimitives.ReadInt32LittleEndian(buffer);
            column = BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(4));
            rows = BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(8));
            length = BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(12));
            if (kind is Kind.Chunk or Kind.Checkpoint or Kind.End && length is >= 0 and <= LargestPayload && (uint)column < (uint)SimulationSchema.Columns.Count)
            {
                Room(RecordHeader + length + ChecksumBytes);
                Span<byte> rest = buffer.AsSpan(RecordHeader, length + ChecksumBytes);
                if (Read(rest) && Checksum(RecordHeader + length).AsSpan(0, ChecksumBytes).SequenceEqual(rest[length..]))
                {
                    return true;
                }
            }
        }

        stream.Position = start;
        return false;
    }

    private bool Read(Span<byte> into)
    {
        try
        {
            return stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
        }
        catch (IOException e)
        {
            throw new UserErrorException($"{path}: cannot be read ({e.Message})", e);
        }
    }

    private void Append(Kind kind, int column, int rows, ReadOnlySpan<byte> payload)
    {
        int length = RecordHeader + payload.Length;
        Room(length + ChecksumBytes);
        BinaryPrimitives.WriteInt32LittleEndian(buffer, (int)kind);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(4), column);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(8), rows);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(12), payload.Length);
        payload.CopyTo(buffer.AsSpan(RecordHeader));
        Checksum(length).AsSpan(0, ChecksumBytes).CopyTo(buffer.AsSpan(length));
        Guard(() => stream.Write(buffer, 0, length + ChecksumBytes));
    }

    private byte[] Checksum(int length) => SHA256.HashData(buffer.AsSpan(0, length));

    private void Room(int bytes)
    {
        if (buffer.Length < bytes)
        {
            Array.Resize(ref buffer, bytes + (bytes / 2));
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, e);
        }
    }

    private static UserErrorException Refused(string path, Exception e) =>
        new($"{path}: cannot be written ({e.Message}); free space and run again to continue, or choose another output with -o", e);
}
