using System.CommandLine;
using System.Globalization;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Detector.Simulation;
using Umbriel.Display;
using Umbriel.Display.Picture;
using Umbriel.Display.Serving;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel display</c>: simulated events in a local page, or one of them as a static picture.</summary>
internal static class DisplayVerb
{
    public static Command Create()
    {
        Command command = new("display", "Shows simulated events: wire views and a 3D view in a page served on 127.0.0.1 until Ctrl-C, or a picture (--svg).");
        Argument<string> file = new("FILE") { Description = "File of umbriel simulate (.h5)." };
        Option<long> number = new("--event", "-e") { Description = "Number of the event in the run.", DefaultValueFactory = _ => 0, HelpName = "N" };
        Option<string?> svg = new("--svg") { Description = "Write the three views as a picture (SVG) and end.", HelpName = "FILE" };
        Option<bool> truth = new("--truth") { Description = "With --svg: draw the primaries' true directions." };
        Option<string?> title = new("--title") { Description = "Name of the detector, for titles (default: the file's, else its size).", HelpName = "TEXT" };
        Option<int> port = new("--port") { Description = "Port of the page on 127.0.0.1; 0: any free one.", DefaultValueFactory = _ => 0, HelpName = "P" };
        command.Add(file);
        foreach (Option option in new Option[] { number, svg, truth, title, port })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(
            command,
            "umbriel simulate cards/key-point.yaml --detector cards/detectors/microboone.yaml --events 3 -o pairs.h5",
            "umbriel display pairs.h5 --event 0 --title MicroBooNE --svg pair.svg");
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            TextWriter output = parsed.InvocationConfiguration.Output;
            using SimulationReader reader = SimulationReader.Open(path);
            long wanted = parsed.GetValue(number);
            long place = reader.Find(wanted);
            if (place < 0)
            {
                throw new UserErrorException("--event", null, wanted.ToString(CultureInfo.InvariantCulture), $"the number of one of the {reader.Count} events in {path}");
            }

            if (parsed.GetValue(svg) is { } picture)
            {
                if (Path.GetExtension(picture) != ".svg")
                {
                    throw new UserErrorException("--svg", null, $"'{picture}'", "a name that ends in .svg");
                }

                SvgPicture.Write(picture, new DisplayDetector(reader.Card, parsed.GetValue(title) ?? reader.Title), reader.Read(place), parsed.GetValue(truth));
                output.WriteLine(picture);
                return ExitCode.Success;
            }

            if (parsed.GetValue(truth))
            {
                throw new UserErrorException("--truth", null, "no --svg", "--svg FILE; in the page, press t");
            }

            Serve(reader, place, parsed.GetValue(title), parsed.GetValue(port), output);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Serve(SimulationReader reader, long place, string? title, int port, TextWriter output)
    {
        if (port is < 0 or > 65535)
        {
            throw new UserErrorException("--port", null, port.ToString(CultureInfo.InvariantCulture), "0 to 65535");
        }

        using Interruption interruption = new();
        using DisplaySite site = new(reader, title, place);
        using DisplayServer server = new(site, port);
        output.WriteLine($"{server.Address} (Ctrl-C ends)");
        output.Flush();
        server.Run(interruption.Token).GetAwaiter().GetResult();
    }
}
