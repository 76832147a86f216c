using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Serving;

/// <summary>
/// An event for the page: four bytes with the length of a JSON head, the head (padded with blanks to a multiple of eight with
/// those four), then little-endian arrays, each beginning at a multiple of four, which the head lists with type, place and
/// length. See docs/display.md.
/// </summary>
public static class EventPayload
{
    /// <summary>Writes an event.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="stored">The event.</param>
    /// <param name="found">What was found in it, if it was reconstructed.</param>
    public static byte[] Write(DisplayDetector detector, StoredEvent stored, StoredReconstruction? found = null)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(stored);
        IReadOnlyList<TruthTrack> tracks = TruthTracks.Of(stored);
        (string Name, string Type, byte[] Bytes)[] arrays =
        [
            ("regions", "i4", Bytes<int>([.. stored.Signals.Regions.SelectMany(static r => (int[])[r.Plane, r.Wire, r.StartTick, r.Length])])),
            ("deposits", "f4", Bytes<float>(Deposits(stored))),
            ("trackPoints", "f4", Bytes<float>([.. tracks.SelectMany(static t => t.Points).SelectMany(static p => (float[])[(float)p.X, (float)p.Y, (float)p.Z, (float)(1e-3 * p.Time)])])),
            ("trackLengths", "i4", Bytes<int>([.. tracks.Select(static t => t.Points.Count)])),
            ("trackParticles", "i4", Bytes<int>([.. tracks.Select(static t => t.Particle)])),
            ("trackStyles", "u1", [.. tracks.Select(t => (byte)ParticleStyle.IndexOf((int)stored.Particles[t.Particle].Start.Kind))]),
            ("depositStyles", "u1", [.. stored.Deposits.Select(d => (byte)ParticleStyle.IndexOf((int)stored.Particles[d.Particle].Start.Kind))]),
            ("hits", "f4", Bytes<float>(Hits(detector, found))),
            ("hitPlanes", "u1", [.. (found?.Hits ?? []).Select(static h => (byte)h.Plane)]),
            ("hitParticles", "i4", Bytes<int>([.. (found?.HitParticles() ?? []).Select(static p => p ?? -1)])),
            ("points", "f4", Bytes<float>([.. (found?.Points ?? []).SelectMany(static p => (float[])[(float)p.Point.X, (float)p.Point.Y, (float)p.Point.Z])])),
            ("pointParticles", "i4", Bytes<int>([.. (found?.Points ?? []).Select(static p => p.Particle ?? -1)])),
            ("samples", "i2", Bytes(stored.Signals.Buffer)),
        ];
        byte[] head = Head(detector, stored, found, arrays);
        int begin = Aligned(head.Length + 4, 8);
        byte[] payload = new byte[arrays.Aggregate(begin, static (sum, array) => Aligned(sum + array.Bytes.Length, 4))];
        BinaryPrimitives.WriteInt32LittleEndian(payload, begin - 4);
        head.CopyTo(payload, 4);
        payload.AsSpan(4 + head.Length, begin - 4 - head.Length).Fill((byte)' ');
        foreach ((_, _, byte[] bytes) in arrays)
        {
            bytes.CopyTo(payload, begin);
            begin = Aligned(begin + bytes.Length, 4);
        }

        return payload;
    }

    private static float[] Deposits(StoredEvent stored)
    {
        float[] values = new float[5 * stored.Deposits.Count];
        for (int i = 0; i < stored.Deposits.Count; i++)
        {
            Deposit d = stored.Deposits[i];
            Span<float> to = values.AsSpan(5 * i, 5);
            (to[0], to[1], to[2]) = ((float)(0.5 * (d.X + d.EndX)), (float)(0.5 * (d.Y + d.EndY)), (float)(0.5 * (d.Z + d.EndZ)));
            (to[3], to[4]) = ((float)(1e-3 * d.Time), (float)(1e3 * d.Energy));
        }

        return values;
    }

    /// <summary>Wire, sample of the middle of the signal, width in samples and charge.</summary>
    private static float[] Hits(DisplayDetector detector, StoredReconstruction? found) =>
        [.. (found?.Hits ?? []).SelectMany(h => (float[])[h.Wire, (float)(h.Time + detector.Shift[h.Plane]), (float)h.Width, (float)h.Charge])];

    private static byte[] Head(DisplayDetector detector, StoredEvent stored, StoredReconstruction? found, (string Name, string Type, byte[] Bytes)[] arrays)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            StoredEventSummary summary = stored.Summary;
            json.WriteStartObject();
            json.WriteNumber("number", summary.Number);
            Number(json, "weight", summary.Label.Weight);
            json.WriteStartObject("energyMeV");
            foreach ((string name, double energy) in new[] { ("given", summary.Given), ("released", summary.Released), ("deposited", summary.Deposited), ("visible", summary.Visible), ("escaped", summary.Escaped), ("lost", summary.Lost) })
            {
                Number(json, name, 1e3 * energy);
            }

            json.WriteEndObject();
            json.WriteNumber("particles", stored.Particles.Count);
            Primaries(json, stored);
            json.WriteStartArray("flashes");
            foreach (Flash flash in stored.Flashes)
            {
                json.WriteStartObject();
                Number(json, "us", 1e-3 * flash.Time);
                Number(json, "pe", flash.PhotoElectrons);
                Number(json, "prompt", flash.Prompt);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            FoundJson.Write(json, found);
            Frame(json, EventFrame.Of(detector, stored));
            int offset = 0;
            json.WriteStartArray("arrays");
            foreach ((string name, string type, byte[] bytes) in arrays)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("type", type);
                json.WriteNumber("offset", offset);
                json.WriteNumber("bytes", bytes.Length);
                json.WriteEndObject();
                offset = Aligned(offset + bytes.Length, 4);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Primaries(Utf8JsonWriter json, StoredEvent stored)
    {
        json.WriteStartArray("primaries");
        for (int i = 0; i < stored.Summary.Primaries; i++)
        {
            ParticleState start = stored.Particles[i].Start;
            json.WriteStartObject();
            json.WriteString("symbol", ParticleStyle.SymbolOf((int)start.Kind));
            json.WriteNumber("style", ParticleStyle.IndexOf((int)start.Kind));
            Number(json, "MeV", 1e3 * start.Energy);
            Number(json, "x", start.X);
            Number(json, "y", start.Y);
            Number(json, "z", start.Z);
            Number(json, "us", 1e-3 * start.Time);
            Number(json, "dx", start.DX);
            Number(json, "dy", start.DY);
            Number(json, "dz", start.DZ);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Frame(Utf8JsonWriter json, EventFrame frame)
    {
        json.WriteStartObject("frame");
        json.WriteStartArray("ticks");
        json.WriteNumberValue(frame.Ticks.Low);
        json.WriteNumberValue(frame.Ticks.High);
        json.WriteEndArray();
        json.WriteStartArray("wires");
        foreach (Span1 wires in frame.Wires)
        {
            json.WriteStartArray();
            json.WriteNumberValue(wires.Low);
            json.WriteNumberValue(wires.High);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("fullScale");
        foreach (double adc in frame.FullScaleAdc)
        {
            json.WriteNumberValue(adc);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>JSON has no infinities: a file that holds them is damaged.</summary>
    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new UserErrorException("the simulation file", name, "not a finite number", "a file written by umbriel simulate");
        }

        json.WriteNumber(name, value);
    }

    private static byte[] Bytes<T>(ReadOnlySpan<T> values)
        where T : unmanaged => BitConverter.IsLittleEndian
            ? MemoryMarshal.AsBytes(values).ToArray()
            : throw new PlatformNotSupportedException("only little-endian machines");

    private static int Aligned(int value, int to) => checked(value + to - 1) / to * to;
}
