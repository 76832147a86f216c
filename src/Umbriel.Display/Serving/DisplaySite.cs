using System.Collections.Frozen;
using System.Globalization;
using Umbriel.Core;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Serving;

/// <summary>An answer of the display's server.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Type">Content type.</param>
/// <param name="Body">Content.</param>
public sealed record DisplayAnswer(int Status, string Type, ReadOnlyMemory<byte> Body)
{
    internal static DisplayAnswer Plain(int status, string text) => new(status, "text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(text + "\n"));
}

/// <summary>
/// What the display serves: the embedded page and its scripts, <c>/detector.json</c>, and <c>/event/N</c>. Nothing else has an
/// answer, and no path reaches the file system. Thread-safe.
/// </summary>
public sealed class DisplaySite : IDisposable
{
    private static readonly FrozenDictionary<string, (string Resource, string Type)> Assets = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["/"] = ("index.html", "text/html; charset=utf-8"),
        ["/display.css"] = ("display.css", "text/css; charset=utf-8"),
        ["/display.js"] = ("display.js", "text/javascript; charset=utf-8"),
        ["/wires.js"] = ("wires.js", "text/javascript; charset=utf-8"),
        ["/space.js"] = ("space.js", "text/javascript; charset=utf-8"),
        ["/panel.js"] = ("panel.js", "text/javascript; charset=utf-8"),
        ["/three.module.js"] = ("three.module.js", "text/javascript; charset=utf-8"),
        ["/three.core.js"] = ("three.core.js", "text/javascript; charset=utf-8"),
        ["/LICENSE.three.txt"] = ("three.LICENSE", "text/plain; charset=utf-8"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly WebCode Bundles = new(typeof(DisplaySite).Assembly, "web/three.module.js", "web/three.core.js", "web/three.LICENSE");

    private readonly SimulationReader reader;
    private readonly ReconstructionReader? found;
    private readonly DisplayDetector detector;
    private readonly byte[] about;
    private readonly Lock gate = new();

    /// <summary>Serves the events of a file, which must stay open as long as this.</summary>
    /// <param name="reader">The file; disposed with this.</param>
    /// <param name="first">Place of the event that is shown first.</param>
    /// <param name="found">What was found in these events, if they were reconstructed; disposed with this.</param>
    /// <exception cref="UserErrorException">Umbriel was built without npm.</exception>
    public DisplaySite(SimulationReader reader, long first, ReconstructionReader? found = null)
        : this(reader, first, found, Bundles)
    {
    }

    internal DisplaySite(SimulationReader reader, long first, ReconstructionReader? found, WebCode bundles)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(bundles);
        if (!bundles.IsComplete)
        {
            throw new UserErrorException($"the display's page is not there (--svg FILE draws an event without it): {WebCode.Remedy}");
        }

        this.reader = reader;
        this.found = found;
        detector = new DisplayDetector(reader.Card);
        about = DetectorJson.Write(reader, detector, first, found);
    }

    /// <summary>Answers a GET of a path; the query is ignored.</summary>
    public DisplayAnswer Answer(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        string path = target.Split('?', 2)[0];
        if (Assets.TryGetValue(path, out (string Resource, string Type) asset))
        {
            return new DisplayAnswer(200, asset.Type, Embedded(asset.Resource));
        }

        if (path == "/detector.json")
        {
            return new DisplayAnswer(200, "application/json", about);
        }

        if (path.StartsWith("/event/", StringComparison.Ordinal)
            && long.TryParse(path.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out long place) && place < reader.Count)
        {
            try
            {
                lock (gate)
                {
                    return new DisplayAnswer(200, "application/octet-stream", Payload(place));
                }
            }
            catch (UserErrorException e)
            {
                return DisplayAnswer.Plain(500, e.Message);
            }
        }

        return DisplayAnswer.Plain(404, "no such page");
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            reader.Dispose();
            found?.Dispose();
        }
    }

    private byte[] Payload(long place)
    {
        StoredEvent stored = reader.Read(place);
        return EventPayload.Write(detector, stored, found?.Find(stored.Summary.Number) is >= 0 and var there ? found.Read(there) : null);
    }

    private static byte[] Embedded(string name)
    {
        using Stream stream = typeof(DisplaySite).Assembly.GetManifestResourceStream("web/" + name)
            ?? throw new InvalidOperationException($"the resource {name} is missing from the assembly");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
