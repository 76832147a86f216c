using System.Globalization;
using Umbriel.Detector.Simulation;
using Umbriel.Display;
using Umbriel.Display.Picture;
using Umbriel.Display.Serving;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel display</c>: simulated events in a local page, or one of them as a static picture.</summary>
internal static class DisplayVerb
{
    public static Command Create()
    {
        InputArgument file = new("FILE") { Description = "File of umbriel simulate (.h5)." };
        Option<long> number = new("--event", "-e") { Description = "Number of the event in the run.", DefaultValueFactory = _ => 0, HelpName = "N" };
        OutputOption svg = new("--svg", [], ".svg") { Description = "Write the three views as a picture (SVG) and end." };
        Option<bool> truth = new("--truth") { Description = "With --svg: draw the primaries' true directions." };
        InputOption reconstructed = new("--reconstructed", "-r") { Description = "File of umbriel reconstruct (.h5) of the same events: hits, points and particles are drawn over them.", HelpName = "FILE" };
        Option<int> port = new("--port") { Description = "Port of the page on 127.0.0.1; 0: any free one.", DefaultValueFactory = _ => 0, HelpName = "P" };
        return Verb.Create(
            "display",
            "Shows simulated events, and what was found in them: wire views and a 3D view in a page served on 127.0.0.1 until Ctrl-C, or a picture (--svg).",
            [file, number, reconstructed, svg, truth, port],
            Shared.None,
            [
                "umbriel simulate cards/key-point.yaml --detector cards/detectors/microboone.yaml --events 3 -o pairs.h5",
                "umbriel display pairs.h5 --event 0 --svg pair.svg",
                "umbriel reconstruct pairs.h5 -o found.h5",
                "umbriel display pairs.h5 --reconstructed found.h5 --event 0 --svg found.svg",
            ],
            run =>
            {
                string path = run.Required(file);
                TextWriter output = run.Output;
                using SimulationReader reader = SimulationReader.Open(path);
                long wanted = run.Value(number);
                long place = reader.Find(wanted);
                if (place < 0)
                {
                    throw new UserErrorException("--event", null, wanted.ToString(CultureInfo.InvariantCulture), $"the number of one of the {reader.Count} events in {path}");
                }

                using ReconstructionReader? found = run.Value(reconstructed) is { } foundPath ? Open(foundPath, reader) : null;
                if (run.Value(svg) is { } picture)
                {
                    long there = found?.Find(wanted) ?? -1;
                    if (found is not null && there < 0)
                    {
                        throw new UserErrorException(found.Path, null, $"no event {wanted}", "the events of the simulation file");
                    }

                    SvgPicture.Write(picture, new DisplayDetector(reader.Card), reader.Read(place), run.Value(truth), found?.Read(there));
                    output.WriteLine(picture);
                    return ExitCode.Success;
                }

                if (run.Value(truth))
                {
                    throw new UserErrorException("--truth", null, "no --svg", "--svg FILE; in the page, press t");
                }

                Serve(reader, found, place, run.Value(port), output, run.Cancellation);
                return ExitCode.Success;
            });
    }

    /// <summary>Opens what was found and makes sure that it was found in these events.</summary>
    private static ReconstructionReader Open(string path, SimulationReader simulated)
    {
        ReconstructionReader found = ReconstructionReader.Open(path);
        if (found.Metadata.Simulation == simulated.Metadata)
        {
            return found;
        }

        found.Dispose();
        throw new UserErrorException(path, null, "events of another simulation (detector, source, cosmic muons, seed or version)", $"what umbriel reconstruct found in {simulated.Path}");
    }

    private static void Serve(SimulationReader reader, ReconstructionReader? found, long place, int port, TextWriter output, CancellationToken cancellation)
    {
        if (port is < 0 or > 65535)
        {
            throw new UserErrorException("--port", null, port.ToString(CultureInfo.InvariantCulture), "0 to 65535");
        }

        using DisplaySite site = new(reader, place, found);
        using DisplayServer server = new(site, port);
        output.WriteLine($"{server.Address} (Ctrl-C ends)");
        output.Flush();
        server.Run(cancellation).GetAwaiter().GetResult();
    }
}
