using System.Net;
using System.Net.Sockets;
using System.Text;
using Umbriel.Core;
using Umbriel.Detector.Simulation;
using Umbriel.Display.Serving;

namespace Umbriel.Display.Tests;

public sealed class DisplayServerTests : IAsyncDisposable
{
    private readonly DisplaySite site = new(SimulationReader.Open(Samples.Pairs), 1);
    private readonly DisplayServer server;
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;
    private readonly HttpClient client = new();

    public DisplayServerTests()
    {
        server = new DisplayServer(site, 0);
        serving = server.Run(end.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await serving.WaitAsync(TimeSpan.FromSeconds(10));
        server.Dispose();
        site.Dispose();
        client.Dispose();
        end.Dispose();
    }

    [Fact]
    public void Without_the_page_s_bundles_there_is_one_line_that_says_what_to_do()
    {
        using SimulationReader reader = SimulationReader.Open(Samples.Pairs);
        WebCode none = new(typeof(DisplaySite).Assembly, "web/no-such.js");
        Should.Throw<UserErrorException>(() => new DisplaySite(reader, 0, null, none)).Message.ShouldMatch(@"\A[^\n]*--svg[^\n]*install nodejs and npm[^\n]*\z");
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("display.css", "text/css")]
    [InlineData("display.js?x=1", "text/javascript")]
    [InlineData("wires.js", "text/javascript")]
    [InlineData("space.js", "text/javascript")]
    [InlineData("panel.js", "text/javascript")]
    [InlineData("three.module.js", "text/javascript")]
    [InlineData("three.core.js", "text/javascript")]
    [InlineData("LICENSE.three.txt", "text/plain")]
    [InlineData("detector.json", "application/json")]
    [InlineData("event/2", "application/octet-stream")]
    public async Task What_the_page_needs_is_served_under_a_policy(string path, string type)
    {
        using HttpResponseMessage answer = await client.GetAsync(server.Address + path, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(500);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
    }

    [Theory]
    [InlineData("GET /event/3 HTTP/1.1", 404)]
    [InlineData("GET /event/-1 HTTP/1.1", 404)]
    [InlineData("GET /event/99999999999999999999999 HTTP/1.1", 404)]
    [InlineData("GET /event/ HTTP/1.1", 404)]
    [InlineData("GET /../../etc/passwd HTTP/1.1", 404)]
    [InlineData("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", 404)]
    [InlineData("GET //etc/passwd HTTP/1.1", 404)]
    [InlineData("GET /etc/passwd HTTP/1.1", 404)]
    [InlineData("POST / HTTP/1.1", 405)]
    [InlineData("DELETE /event/0 HTTP/1.1", 405)]
    [InlineData("GET http://127.0.0.1/ HTTP/1.1", 400)]
    [InlineData("GET /", 400)]
    [InlineData("nonsense", 400)]
    [InlineData("HEAD / HTTP/1.1", 200)]
    public async Task Nothing_else_is(string request, int status) =>
        (await Send($"{request}\r\nHost: 127.0.0.1:{server.Port}\r\n\r\n")).ShouldStartWith($"HTTP/1.1 {status} ");

    [Theory]
    [InlineData("Host: evil.example:PORT\r\n")]
    [InlineData("Host: 127.0.0.1\r\n")]
    [InlineData("")]
    [InlineData("Host: 127.0.0.1:PORT\r\nHost: evil.example\r\n")]
    public async Task Requests_for_another_host_are_refused(string header) =>
        (await Send($"GET /detector.json HTTP/1.1\r\n{header.Replace("PORT", $"{server.Port}", StringComparison.Ordinal)}\r\n")).ShouldStartWith("HTTP/1.1 403 ");

    [Fact]
    public async Task An_endless_head_is_cut_off() =>
        (await Send("GET / HTTP/1.1\r\nX: " + new string('x', 3 * HttpRequestHead.Longest))).ShouldNotStartWith("HTTP/1.1 200");

    [Fact]
    public async Task Only_this_machine_is_listened_to()
    {
        server.Address.ShouldBe($"http://127.0.0.1:{server.Port}/");
        foreach (IPAddress other in (await Dns.GetHostAddressesAsync(Dns.GetHostName(), TestContext.Current.CancellationToken)).Where(a => !IPAddress.IsLoopback(a)))
        {
            using Socket socket = new(other.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            Should.Throw<SocketException>(() => socket.Connect(other, server.Port));
        }
    }

    [Fact]
    public void A_port_that_is_taken_is_refused() =>
        Should.Throw<UserErrorException>(() => new DisplayServer(site, server.Port)).Message.ShouldContain($"{server.Port}");

    [Fact]
    public async Task Many_requests_at_a_time_all_get_the_same_event()
    {
        byte[][] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetByteArrayAsync(server.Address + "event/1", TestContext.Current.CancellationToken)));
        answers.ShouldAllBe(bytes => bytes.SequenceEqual(answers[0]));
    }

    private async Task<string> Send(string request)
    {
        using TcpClient peer = new();
        await peer.ConnectAsync(IPAddress.Loopback, server.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = peer.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
            using StreamReader reader = new(stream, Encoding.Latin1);
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
