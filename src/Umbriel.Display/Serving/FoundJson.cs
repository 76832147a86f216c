using System.Text.Json;
using Umbriel.Core;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Serving;

/// <summary>The reconstructed particles of an event for the page. See docs/display.md.</summary>
internal static class FoundJson
{
    public static void Write(Utf8JsonWriter json, StoredReconstruction? found)
    {
        if (found is null)
        {
            json.WriteNull("found");
            return;
        }

        json.WriteStartObject("found");
        json.WriteString("loose", FoundColours.Loose);
        if (found.Vertex is { } vertex)
        {
            Place(json, "vertex", vertex);
        }

        json.WriteStartArray("particles");
        for (int i = 0; i < found.Particles.Count; i++)
        {
            StoredParticle particle = found.Particles[i];
            json.WriteStartObject();
            json.WriteString("colour", FoundColours.Of(i));
            Place(json, "start", particle.Start);
            Place(json, "direction", particle.Direction);
            json.WriteNumber("length", particle.Length);
            json.WriteNumber("charge", particle.Charge);
            Optional(json, "trackScore", particle.TrackScore);
            Optional(json, "MeV", 1e3 * particle.Energy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, string name, SpaceVector place)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(place.X);
        json.WriteNumberValue(place.Y);
        json.WriteNumberValue(place.Z);
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
