using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Umbriel.Tests;

/// <summary>
/// A tab of a headless chromium, driven by its DevTools protocol over a web socket. Keeps what the console complained of and
/// every address that was asked for.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    public const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--hide-scrollbars",
        "--remote-debugging-port=0", "about:blank",
    ];

    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private readonly Dictionary<int, TaskCompletionSource<JsonNode>> waiting = [];
    private readonly Lock gate = new();
    private string? session;
    private int last;

    private Chromium(Process process) => this.process = process;

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    /// <summary>Starts the browser with an empty profile in <paramref name="folder"/> and opens a tab of this size.</summary>
    public static async Task<Chromium> Start(string folder, int width, int height)
    {
        ProcessStartInfo info = new(Program, [$"--user-data-dir={Path.Combine(folder, "profile")}", $"--window-size={width},{height}", .. Arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Chromium chromium = new(Process.Start(info)!);
        string address = await chromium.Address();
        await chromium.socket.ConnectAsync(new Uri(address), TestContext.Current.CancellationToken);
        _ = Task.Run(chromium.Listen);
        JsonNode target = await chromium.Call("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        JsonNode attached = await chromium.Call("Target.attachToTarget", new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true });
        chromium.session = (string)attached["sessionId"]!;
        foreach (string domain in new[] { "Runtime", "Log", "Network", "Page" })
        {
            await chromium.Call($"{domain}.enable", []);
        }

        await chromium.Resize(width, height);
        return chromium;
    }

    /// <summary>Gives the tab another size.</summary>
    public Task Resize(int width, int height) =>
        Call("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    public Task Open(string url) => Call("Page.navigate", new JsonObject { ["url"] = url });

    /// <summary>Value of a JavaScript expression; promises are awaited.</summary>
    public async Task<JsonNode?> Evaluate(string expression)
    {
        JsonNode result = await Call("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        result["exceptionDetails"].ShouldBeNull(expression);
        return result["result"]!["value"];
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task Until(string expression)
    {
        long start = Stopwatch.GetTimestamp();
        while ((await Evaluate($"Boolean({expression})"))?.GetValue<bool>() != true)
        {
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromMinutes(4), $"{expression}; console: {string.Join("; ", Complaints)}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until what was asked for is drawn.</summary>
    public Task Drawn() => Evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))))");

    public async Task Press(string key)
    {
        foreach (string type in new[] { "keyDown", "keyUp" })
        {
            JsonObject arguments = new() { ["type"] = type, ["key"] = key, ["code"] = key };
            if (key.Length == 1)
            {
                arguments["text"] = key;
            }

            await Call("Input.dispatchKeyEvent", arguments);
        }
    }

    public async Task Drag((double X, double Y) from, (double X, double Y) to)
    {
        await Mouse("mousePressed", from);
        for (int i = 1; i <= 5; i++)
        {
            await Mouse("mouseMoved", (from.X + (0.2 * i * (to.X - from.X)), from.Y + (0.2 * i * (to.Y - from.Y))));
        }

        await Mouse("mouseReleased", to);
    }

    public Task Wheel((double X, double Y) at, double delta) =>
        Call("Input.dispatchMouseEvent", new JsonObject { ["type"] = "mouseWheel", ["x"] = at.X, ["y"] = at.Y, ["deltaX"] = 0, ["deltaY"] = delta });

    /// <summary>Middle of the element that a selector names.</summary>
    public async Task<(double X, double Y)> Middle(string selector)
    {
        JsonNode box = (await Evaluate($"(() => {{ const b = document.querySelector('{selector}').getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; }})()"))!;
        return (box[0]!.GetValue<double>(), box[1]!.GetValue<double>());
    }

    /// <summary>The element that a selector names, or the page, as PNG.</summary>
    public async Task<byte[]> Picture(string? selector = null)
    {
        await Drawn();
        JsonObject arguments = new() { ["format"] = "png" };
        if (selector is not null)
        {
            JsonNode box = (await Evaluate($"(() => {{ const b = document.querySelector('{selector}').getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; }})()"))!;
            arguments["clip"] = new JsonObject { ["x"] = box[0]!.GetValue<double>(), ["y"] = box[1]!.GetValue<double>(), ["width"] = box[2]!.GetValue<double>(), ["height"] = box[3]!.GetValue<double>(), ["scale"] = 1 };
        }

        return Convert.FromBase64String((string)(await Call("Page.captureScreenshot", arguments))["data"]!);
    }

    /// <summary>Hash of what is drawn: of the pixels of wire views, of a picture of anything else.</summary>
    public async Task<string> Fingerprint(string selector)
    {
        if (selector != "#wires")
        {
            return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await Picture(selector)));
        }

        await Drawn();
        JsonNode hash = (await Evaluate(
            """
            [...document.querySelectorAll('#wires canvas')].map(canvas => {
              const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
              let hash = 0;
              for (let i = 0; i < pixels.length; i++) hash = Math.imul(hash ^ pixels[i], 0x01000193);
              return hash;
            }).join(' ')
            """))!;
        return hash.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private Task<JsonNode> Mouse(string type, (double X, double Y) at) => Call(
        "Input.dispatchMouseEvent",
        new JsonObject { ["type"] = type, ["x"] = at.X, ["y"] = at.Y, ["button"] = "left", ["buttons"] = type == "mouseReleased" ? 0 : 1, ["clickCount"] = 1 });

    private async Task<string> Address()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (Regex.Match(line, @"DevTools listening on (?<address>ws://127\.0\.0\.1:\S+)", RegexOptions.ExplicitCapture) is { Success: true } match)
            {
                _ = process.StandardError.ReadToEndAsync();
                return match.Groups["address"].Value;
            }
        }

        throw new InvalidOperationException("chromium did not offer its DevTools");
    }

    private async Task<JsonNode> Call(string method, JsonObject arguments)
    {
        TaskCompletionSource<JsonNode> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        JsonObject message = new() { ["method"] = method, ["params"] = arguments };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        lock (gate)
        {
            message["id"] = ++last;
            waiting.Add(last, answer);
        }

        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
    }

    private async Task Listen()
    {
        byte[] buffer = new byte[1 << 16];
        try
        {
            while (true)
            {
                using MemoryStream message = new();
                WebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                Take(JsonNode.Parse(message.ToArray())!);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException or JsonException)
        {
            lock (gate)
            {
                foreach (TaskCompletionSource<JsonNode> answer in waiting.Values)
                {
                    answer.TrySetException(e);
                }
            }
        }
    }

    private void Take(JsonNode message)
    {
        lock (gate)
        {
            if (message["id"] is { } id && waiting.Remove(id.GetValue<int>(), out TaskCompletionSource<JsonNode>? answer))
            {
                if (message["error"] is { } error)
                {
                    answer.SetException(new InvalidOperationException(error.ToJsonString()));
                }
                else
                {
                    answer.SetResult(message["result"]!);
                }
            }
            else if ((string?)message["method"] is { } method)
            {
                JsonNode parameters = message["params"]!;
                switch (method)
                {
                    case "Network.requestWillBeSent":
                        Requests.Add((string)parameters["request"]!["url"]!);
                        break;
                    case "Runtime.exceptionThrown":
                    case "Runtime.consoleAPICalled" when (string?)parameters["type"] is "error" or "warning" or "assert":
                    case "Log.entryAdded" when (string?)parameters["entry"]!["level"] == "error":
                        Complaints.Add(parameters.ToJsonString());
                        break;
                }
            }
        }
    }
}
