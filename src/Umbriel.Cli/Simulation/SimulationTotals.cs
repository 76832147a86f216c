using Umbriel.Cli.Output;
using Umbriel.Detector.Simulation;

namespace Umbriel.Cli.Simulation;

/// <summary>What <c>umbriel simulate</c> prints.</summary>
internal sealed class SimulationTotals
{
    private long events;
    private double weights;
    private double given;
    private double released;
    private double deposited;
    private double visible;
    private double escaped;
    private double lost;
    private long regions;
    private long samples;
    private long photoElectrons;

    public void Add(EventResult result)
    {
        events++;
        weights += result.Weight;
        given += result.Given;
        released += result.Simulated.Released;
        deposited += result.Deposited;
        visible += result.Visible;
        escaped += result.Simulated.Escaped;
        lost += result.Simulated.Lost;
        regions += result.Signals.Regions.Count;
        samples += result.Signals.SampleCount;
        photoElectrons += result.Flashes.Sum(static flash => (long)flash.PhotoElectrons);
    }

    public void Print(TextWriter output, string path, bool json)
    {
        (string Key, string Label, double PerEvent)[] energies =
        [
            ("energy_given", "given", 1000.0 * given / events),
            ("energy_released", "released from rest masses", 1000.0 * released / events),
            ("energy_deposited", "deposited", 1000.0 * deposited / events),
            ("energy_visible", "deposited in the active volume", 1000.0 * visible / events),
            ("energy_escaped", "escaped", 1000.0 * escaped / events),
            ("energy_lost", "lost (neutrinos, nuclear binding)", 1000.0 * lost / events),
        ];
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteString("file", path);
                writer.WriteNumber("events", events);
                writer.WriteNumber("weights", weights);
                foreach ((string key, _, double perEvent) in energies)
                {
                    writer.WriteNumber($"{key}_MeV", perEvent);
                }

                writer.WriteNumber("wire_regions", regions);
                writer.WriteNumber("samples", samples);
                writer.WriteNumber("photo_electrons", photoElectrons);
            });
            return;
        }

        TextTable table = new("", path);
        table.Add("events", $"{events}");
        table.Add("sum of weights", Show.Number(weights));
        foreach ((_, string label, double perEvent) in energies)
        {
            table.Add($"{label}, MeV per event", Show.Number(perEvent));
        }

        table.Add("wire regions per event", Show.Number((double)regions / events));
        table.Add("photo-electrons per event", Show.Number((double)photoElectrons / events));
        table.Write(output);
    }
}
