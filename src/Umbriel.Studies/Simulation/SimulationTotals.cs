using System.Text.Json;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;

namespace Umbriel.Studies.Simulation;

/// <summary>What a simulation says of its events.</summary>
/// <param name="totals">The run's.</param>
/// <param name="path">The file that was written.</param>
public sealed class SimulationTotals(RunTotals totals, string path) : IPrintable
{
    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("file", path);
        writer.WriteNumber("events", totals.Events);
        writer.WriteNumber("weights", totals.Weights);
        foreach ((string key, _, double perEvent) in Energies())
        {
            writer.WriteNumber($"{key}_MeV", perEvent);
        }

        writer.WriteNumber("wire_regions", totals.Regions);
        writer.WriteNumber("samples", totals.Samples);
        writer.WriteNumber("photo_electrons", totals.PhotoElectrons);
        writer.WriteNumber("cosmic_muons", totals.Cosmics);
    }

    /// <inheritdoc/>
    public void Write(TextWriter output)
    {
        TextTable table = new("", path);
        table.Add("events", $"{totals.Events}");
        table.Add("sum of weights", Show.Brief(totals.Weights));
        foreach ((_, string label, double perEvent) in Energies())
        {
            table.Add($"{label}, MeV per event", Show.Brief(perEvent));
        }

        table.Add("wire regions per event", Show.Brief((double)totals.Regions / totals.Events));
        table.Add("photo-electrons per event", Show.Brief((double)totals.PhotoElectrons / totals.Events));
        if (totals.Cosmics > 0)
        {
            table.Add("cosmic muons per event", Show.Brief((double)totals.Cosmics / totals.Events));
        }

        table.Write(output);
    }

    private (string Key, string Label, double PerEvent)[] Energies()
    {
        double perEventMeV = 1000.0 / totals.Events;
        return
        [
            ("energy_given", "given", perEventMeV * totals.Given),
            ("energy_released", "released from rest masses", perEventMeV * totals.Released),
            ("energy_deposited", "deposited", perEventMeV * totals.Deposited),
            ("energy_visible", "deposited in the active volume", perEventMeV * totals.Visible),
            ("energy_escaped", "escaped", perEventMeV * totals.Escaped),
            ("energy_lost", "lost (neutrinos, nuclear binding, not followed)", perEventMeV * totals.Lost),
            ("energy_not_followed", "of it particles that are not followed", perEventMeV * totals.NotFollowed),
        ];
    }
}
