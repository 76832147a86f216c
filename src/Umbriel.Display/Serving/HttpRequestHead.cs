using System.Text;

namespace Umbriel.Display.Serving;

/// <summary>The little of an HTTP/1.1 request that the display needs.</summary>
/// <param name="Method">Method.</param>
/// <param name="Target">Path with query, as sent.</param>
/// <param name="Host">Value of the header Host; null if absent or repeated.</param>
internal sealed record HttpRequestHead(string Method, string Target, string? Host)
{
    /// <summary>Longest head accepted, bytes.</summary>
    public const int Longest = 8192;

    /// <summary>Reads up to the blank line; null if the request is none, too long, or the peer has gone.</summary>
    public static async Task<HttpRequestHead?> Read(Stream stream, CancellationToken cancellation)
    {
        byte[] buffer = new byte[Longest];
        int length = 0;
        int end;
        while ((end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            int read = length == Longest ? 0 : await stream.ReadAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            length += read;
        }

        return Parse(Encoding.Latin1.GetString(buffer, 0, end));
    }

    /// <summary>Parses a head without its blank line; null if it is none.</summary>
    public static HttpRequestHead? Parse(string text)
    {
        string[] lines = text.Split("\r\n");
        string[] first = lines[0].Split(' ');
        if (first.Length != 3 || !first[2].StartsWith("HTTP/1.", StringComparison.Ordinal) || !first[1].StartsWith('/'))
        {
            return null;
        }

        string[] hosts = [.. lines.Skip(1).Where(static line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)).Select(static line => line[5..].Trim())];
        return new HttpRequestHead(first[0], first[1], hosts.Length == 1 ? hosts[0] : null);
    }
}
