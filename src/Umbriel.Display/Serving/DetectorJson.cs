using System.Text.Json;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Serving;

/// <summary>What the page needs once: the file, the detector, colours and particles' styles. See docs/display.md.</summary>
internal static class DetectorJson
{
    public static byte[] Write(SimulationReader reader, DisplayDetector detector, long first, ReconstructionReader? found)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            DetectorCard card = detector.Card;
            json.WriteStartObject();
            json.WriteString("file", Path.GetFileName(reader.Path));
            json.WriteString("title", detector.Title);
            json.WriteString("version", reader.Metadata.Version);
            json.WriteString("reconstructed", found is null ? null : Path.GetFileName(found.Path));
            json.WriteString("source", reader.Metadata.Source);
            json.WriteNumber("seed", reader.Metadata.Seed);
            json.WriteNumber("events", reader.Count);
            json.WriteNumber("first", first);
            Box(json, "active", card.ActiveVolume);
            Box(json, "cryostat", card.Cryostat);
            json.WriteNumber("ticks", card.Readout.Ticks);
            json.WriteNumber("tickNs", card.Readout.TickNs);
            json.WriteNumber("preNs", card.Readout.PreSample * 1e6);
            json.WriteNumber("speed", detector.Drift.Speed);
            json.WriteNumber("anode", detector.Drift.X(0.0));
            json.WriteNumber("sign", card.Drift.TowardsLowX ? 1 : -1);
            json.WriteStartArray("planes");
            for (int i = 0; i < card.Planes.Count; i++)
            {
                Plane(json, card.Planes[i], detector.Planes[i], detector.Shift[i]);
            }

            json.WriteEndArray();
            json.WriteStartObject("maps");
            json.WriteString("sequential", ColourMap.Sequential.ToHexadecimal());
            json.WriteString("diverging", ColourMap.Diverging.ToHexadecimal());
            json.WriteString("time", ColourMap.Time.ToHexadecimal());
            json.WriteEndObject();
            json.WriteStartArray("styles");
            foreach (ParticleStyle style in ParticleStyle.All)
            {
                json.WriteStartObject();
                json.WriteString("symbol", style.Symbol);
                json.WriteString("colour", style.Colour);
                json.WriteBoolean("charged", style.Charged);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Plane(Utf8JsonWriter json, PlaneSettings settings, WirePlane plane, double shift)
    {
        json.WriteStartObject();
        json.WriteString("name", settings.Name);
        json.WriteBoolean("collection", settings.Signal == PlaneSignal.Collection);
        json.WriteNumber("wires", plane.Wires);
        json.WriteNumber("pitch", plane.Pitch);
        json.WriteNumber("first", plane.First);
        json.WriteNumber("sin", plane.Sin);
        json.WriteNumber("cos", plane.Cos);
        json.WriteNumber("depth", settings.Depth);
        json.WriteNumber("shift", shift);
        json.WriteNumber("noise", settings.Noise);
        json.WriteStartArray("dead");
        foreach (WireRange range in settings.Dead)
        {
            json.WriteStartArray();
            json.WriteNumberValue(range.First);
            json.WriteNumberValue(range.Last);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Box(Utf8JsonWriter json, string name, Box box)
    {
        json.WriteStartArray(name);
        foreach (double edge in new[] { box.XLow, box.XHigh, box.YLow, box.YHigh, box.ZLow, box.ZHigh })
        {
            json.WriteNumberValue(edge);
        }

        json.WriteEndArray();
    }
}
