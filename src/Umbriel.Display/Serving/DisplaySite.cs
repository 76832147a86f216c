using System.Collections.Frozen;
using System.Globalization;
using Umbriel.Core;
using Umbriel.Detector.Simulation;

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

    private readonly SimulationReader reader;
    private readonly DisplayDetector detector;
    private readonly byte[] about;
    private readonly Lock gate = new();

    /// <summary>Serves the events of a file, which must stay open as long as this.</summary>
    /// <param name="reader">The file; disposed with this.</param>
    /// <param name="title">Name of the detector; null: the file's.</param>
    /// <param name="first">Place of the event that is shown first.</param>
    public DisplaySite(SimulationReader reader, string? title, long first)
    {
        ArgumentNullException.ThrowIfNull(reader);
        this.reader = reader;
        detector = new DisplayDetector(reader.Card, title ?? reader.Title);
        about = DetectorJson.Write(reader, detector, first);
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
                    return new DisplayAnswer(200, "application/octet-stream", EventPayload.Write(detector, reader.Read(place)));
                }
            }
            catch (UserErrorException e)
            {
                return DisplayAnswer.Plain(500, e.Message);
            }
        }

        return DisplayAnswer.Plain(404, "no such page");
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            reader.Dispose();
        }
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
