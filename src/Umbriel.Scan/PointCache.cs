using System.Buffers.Binary;
using System.Security.Cryptography;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments;

namespace Umbriel.Scan;

/// <summary>
/// Finished signals on disk, named by the hash of everything they depend on: settings, the point, the data and the code on
/// the road to them. A changed input is therefore another name, never a stale result. Entries are written atomically
/// and carry their own checksum; a damaged one counts as absent. A cache that cannot be written is no error. Entries of one
/// code share a folder, so that those of earlier ones can be removed (<see cref="CacheFolder"/>).
/// </summary>
public sealed class PointCache
{
    private const int ChecksumBytes = 32;

    private static readonly string Code = CodeVersion.IdentityOf(typeof(PointCache).Assembly);

    /// <summary>Hexadecimal digits of the code's identity that name its folder.</summary>
    internal const int CodeDigits = 16;

    private readonly string? folder;

    /// <summary>Keeps results in a folder.</summary>
    public PointCache(string folder)
    {
        this.folder = folder;
    }

    private PointCache()
    {
    }

    /// <summary>Name of the folder of this code's entries.</summary>
    internal static string CodeFolder => Code[..CodeDigits];

    /// <summary>Keeps nothing and knows nothing, so that everything is computed.</summary>
    public static PointCache None { get; } = new();

    /// <summary><c>umbriel</c> below XDG_CACHE_HOME where that is set, else <c>.umbriel/cache</c> below Umbriel's home.</summary>
    public static string DefaultFolder() => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
        ? Path.Combine(cache, "umbriel")
        : Path.Combine(UmbrielHome.Find(), ".umbriel", "cache");

    /// <summary>The name of a signal: of all that it depends on, the rooms of code on its road included.</summary>
    /// <param name="prediction"><see cref="ISignalPrediction.Identity"/>.</param>
    /// <param name="point">The model; its mixing is left open.</param>
    /// <param name="lowU2">Smallest |U|².</param>
    /// <param name="highU2">Largest |U|².</param>
    public static string Key(string prediction, DarkSectorParameters point, double lowU2, double highU2)
    {
        ArgumentNullException.ThrowIfNull(point);
        return ContentHash.OfParts(
        [
            KeyValuePair.Create("prediction", prediction),
            KeyValuePair.Create("point", StableText.Of((point.WithMixingSquared(1e-8), lowU2, highU2))),
            KeyValuePair.Create("code", Code),
        ]);
    }

    /// <summary>The result of that name, to the bit; null if there is none.</summary>
    public double[]? Read(string key)
    {
        if (folder is null)
        {
            return null;
        }

        try
        {
            byte[] bytes = File.ReadAllBytes(PathOf(key));
            if (bytes.Length < ChecksumBytes || (bytes.Length - ChecksumBytes) % sizeof(double) != 0
                || !SHA256.HashData(bytes.AsSpan(ChecksumBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, ChecksumBytes)))
            {
                return null;
            }

            double[] values = new double[(bytes.Length - ChecksumBytes) / sizeof(double)];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(ChecksumBytes + (i * sizeof(double))));
            }

            return values;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result, if the file system lets it.</summary>
    public void Write(string key, ReadOnlySpan<double> values)
    {
        if (folder is null)
        {
            return;
        }

        byte[] bytes = new byte[ChecksumBytes + (values.Length * sizeof(double))];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(ChecksumBytes + (i * sizeof(double))), values[i]);
        }

        SHA256.HashData(bytes.AsSpan(ChecksumBytes), bytes);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(key))!);
            AtomicFile.Write(PathOf(key), stream => stream.Write(bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UserErrorException)
        {
            // The run has the result; only the next one loses.
        }
    }

    private string PathOf(string key) => Path.Combine(folder!, CodeFolder, key[..2], key[2..]);
}
