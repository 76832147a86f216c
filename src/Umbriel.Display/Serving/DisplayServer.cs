using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Umbriel.Core;

namespace Umbriel.Display.Serving;

/// <summary>
/// A small HTTP server on 127.0.0.1 for one reader at a desk: GET and HEAD, one request a connection, bounded heads, a time
/// limit. Requests that name another host are refused, so that no other web page can read the events through a name that
/// points here. The page may load from here alone (content policy).
/// </summary>
public sealed class DisplayServer : IDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DisplaySite site;
    private readonly TcpListener listener;

    /// <summary>Begins to listen.</summary>
    /// <param name="site">What is served.</param>
    /// <param name="port">Port; 0: any free one.</param>
    /// <exception cref="UserErrorException">The port is taken or not allowed.</exception>
    public DisplayServer(DisplaySite site, int port)
    {
        this.site = site;
        listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw new UserErrorException($"--port: {port} cannot be used on 127.0.0.1 ({e.Message}); choose another, or 0 for any free one", e);
        }
    }

    /// <summary>Port that is listened on.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Address of the page.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/");

    /// <summary>Serves until cancelled.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(cancellation).ConfigureAwait(false);
                _ = Task.Run(() => Serve(client, cancellation), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            listener.Stop();
        }
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => listener.Dispose();

    private async Task Serve(TcpClient client, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using (client)
            {
                client.NoDelay = true;
                using NetworkStream stream = client.GetStream();
                HttpRequestHead? request = await HttpRequestHead.Read(stream, limit.Token).ConfigureAwait(false);
                await Send(stream, Answer(request), request?.Method == "HEAD", limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser went away or was too slow: nobody is left to be told.
        }
    }

    private DisplayAnswer Answer(HttpRequestHead? request) =>
        request is null ? DisplayAnswer.Plain(400, "not an HTTP request")
        : request.Host != $"127.0.0.1:{Port}" && request.Host != $"localhost:{Port}" ? DisplayAnswer.Plain(403, "this server is for this machine's browser alone")
        : request.Method is not ("GET" or "HEAD") ? DisplayAnswer.Plain(405, "GET or HEAD only")
        : site.Answer(request.Target);

    private static async Task Send(NetworkStream stream, DisplayAnswer answer, bool headOnly, CancellationToken cancellation)
    {
        string reason = answer.Status switch { 200 => "OK", 400 => "Bad Request", 403 => "Forbidden", 404 => "Not Found", 405 => "Method Not Allowed", _ => "Internal Server Error" };
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {answer.Status} {reason}\r\nContent-Type: {answer.Type}\r\nContent-Length: {answer.Body.Length}\r\nContent-Security-Policy: {Policy}\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellation).ConfigureAwait(false);
        if (!headOnly)
        {
            await stream.WriteAsync(answer.Body, cancellation).ConfigureAwait(false);
        }
    }
}
