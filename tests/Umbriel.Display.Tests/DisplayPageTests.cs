using System.Diagnostics;
using Umbriel.Detector.Simulation;
using Umbriel.Display.Serving;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Tests;

/// <summary>The page in a real browser. With UMBRIEL_PICTURES=FOLDER screenshots are kept there.</summary>
public class DisplayPageTests
{
    [Fact]
    public async Task A_browser_rotates_steps_and_toggles_without_complaint()
    {
        SkipWithoutChromium();
        using DisplaySite site = new(SimulationReader.Open(Samples.Pairs), 0);
        using DisplayServer server = new(site, 0);
        using CancellationTokenSource end = new();
        Task serving = server.Run(end.Token);
        await using (Chromium page = await Chromium.Start(Samples.NewFolder(), 1100, 750))
        {
            await page.Open(server.Address);
            await page.Until("document.body?.dataset.event === '0'");
            (await page.Evaluate("document.querySelectorAll('#wires canvas').length"))!.GetValue<int>().ShouldBe(3);
            string panel = (await page.Evaluate("document.querySelector('#panel').textContent"))!.GetValue<string>();
            panel.ShouldContain("180.0 MeV");
            panel.ShouldContain("250.0 MeV");
            panel.ShouldContain("1.500");

            // Wire signals alone: with them hidden, the views are other ones, and then the same again.
            string signals = await page.Fingerprint("#wires");
            await page.Press("s");
            (await page.Fingerprint("#wires")).ShouldNotBe(signals);
            await page.Press("s");
            (await page.Fingerprint("#wires")).ShouldBe(signals);

            await Changes(page, "#space", () => page.Press("t"));
            await Changes(page, "#wires", () => page.Press("t"));
            await Changes(page, "#wires", () => page.Press("d"));
            await Changes(page, "#wires", () => page.Evaluate("document.querySelector('[data-colour=time]').click()"));
            await Changes(page, "#wires", () => page.Evaluate("document.querySelector('[data-colour=energy]').click()"));
            (double X, double Y) space = await page.Middle("#space > canvas");
            await Changes(page, "#space", () => page.Drag(space, (space.X + 120.0, space.Y + 40.0)));
            await Changes(page, "#space", () => page.Wheel(space, 240.0));
            (double X, double Y) view = await page.Middle("#wires canvas");
            await Changes(page, "#wires", () => page.Wheel(view, -240.0));
            await Changes(page, "#wires", () => page.Drag(view, (view.X - 150.0, view.Y)));
            await Changes(page, "#wires", () => page.Press("w"));
            await Changes(page, "#wires", () => page.Press("v"));

            byte[] first = await page.Picture();
            await page.Press("ArrowRight");
            await page.Until("document.body.dataset.event === '1'");
            (await page.Picture()).ShouldNotBe(first);
            await page.Evaluate("document.querySelector('#next').click()");
            await page.Until("document.body.dataset.event === '2'");
            (await page.Evaluate("document.querySelector('#next').disabled"))!.GetValue<bool>().ShouldBeTrue();
            await page.Press("ArrowLeft");
            await page.Until("document.body.dataset.event === '1'");
            await page.Press("ArrowLeft");
            await page.Until("document.body.dataset.event === '0'");
            byte[] picture = await page.Picture();
            picture.Length.ShouldBeGreaterThan(30_000);
            Keep("display-page.png", picture);

            page.Complaints.ShouldBeEmpty();
            page.Requests.ShouldNotBeEmpty();
            page.Requests.ShouldAllBe(url => url == "about:blank" || url.StartsWith(server.Address, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
        }

        await end.CancelAsync();
        await serving.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_was_found_is_drawn_and_can_be_hidden()
    {
        SkipWithoutChromium();
        using DisplaySite site = new(SimulationReader.Open(Samples.Pairs), 0, ReconstructionReader.Open(Samples.Found));
        using DisplayServer server = new(site, 0);
        using CancellationTokenSource end = new();
        Task serving = server.Run(end.Token);
        await using (Chromium page = await Chromium.Start(Samples.NewFolder(), 1400, 900))
        {
            await page.Open(server.Address);
            await page.Until("document.body?.dataset.event === '0'");
            await page.Drawn();
            (await page.Evaluate("document.querySelector('#panel').textContent"))!.GetValue<string>().ShouldContain("Found: ");
            (await page.Evaluate("document.querySelector('#reconstruction').hidden"))!.GetValue<bool>().ShouldBeFalse();
            Keep("display-found.png", await page.Picture());
            await Changes(page, "#wires", () => page.Press("h"));
            await Changes(page, "#space", () => page.Press("p"));
            await Changes(page, "#wires", () => page.Press("a"));
            await Changes(page, "#wires", () => page.Evaluate("document.querySelector('#hits').click()"));
            await Changes(page, "#space", () => page.Evaluate("document.querySelector('#starts').click()"));
            await page.Press("p");
            await page.Press("t");
            await page.Press("ArrowRight");
            await page.Until("document.body.dataset.event === '1'");
            await page.Drawn();
            Keep("display-found-truth.png", await page.Picture());
            page.Complaints.ShouldBeEmpty();
        }

        await end.CancelAsync();
        await serving.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    [Trait("Category", "Validation")]
    public async Task Thirty_muons_stay_usable()
    {
        SkipWithoutChromium();
        using DisplaySite site = new(SimulationReader.Open(Samples.Muons), 0);
        using DisplayServer server = new(site, 0);
        using CancellationTokenSource end = new();
        Task serving = server.Run(end.Token);
        await using (Chromium page = await Chromium.Start(Samples.NewFolder(), 1400, 900))
        {
            await page.Open(server.Address);
            await page.Until("document.body?.dataset.event === '0' && document.body.dataset.drawMilliseconds");
            double load = double.Parse((await page.Evaluate("document.body.dataset.milliseconds"))!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
            await page.Press("t");
            await page.Press("d");
            await page.Evaluate("document.querySelector('[data-colour=time]').click()");
            await page.Press("w");
            await page.Drawn();
            double draw = double.Parse((await page.Evaluate("document.body.dataset.drawMilliseconds"))!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
            Keep("display-muons.png", await page.Picture());
            TestContext.Current.SendDiagnosticMessage($"30 muons: {load} ms from request to shown, {draw} ms to draw the wire views again");

            // On two busy cores without a graphics card; ten times less is usual.
            load.ShouldBeLessThan(15_000.0);
            draw.ShouldBeLessThan(3_000.0);
            page.Complaints.ShouldBeEmpty();
        }

        await end.CancelAsync();
        await serving.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private static async Task Changes(Chromium page, string selector, Func<Task> act)
    {
        string before = await page.Fingerprint(selector);
        await act();
        long start = Stopwatch.GetTimestamp();
        while (await page.Fingerprint(selector) == before)
        {
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(40), $"{selector} did not change");
        }
    }

    private static void SkipWithoutChromium()
    {
        Assert.SkipUnless(File.Exists(Chromium.Program), $"{Chromium.Program} is absent: install the Debian package chromium to run this test");

        // HDF5's files are inherited by what is started while they are open, and a file that is being written is locked.
        Samples.WriteAll();
    }

    private static void Keep(string name, byte[] picture)
    {
        if (Environment.GetEnvironmentVariable("UMBRIEL_PICTURES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), picture);
        }
    }
}
