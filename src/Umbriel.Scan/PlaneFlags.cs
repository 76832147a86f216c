using System.Text.Json;
using Umbriel.Inference;

namespace Umbriel.Scan;

/// <summary>What has to be said of a plane beside its region and best fit.</summary>
/// <param name="Preference">Whether the drawn level's region excludes the background alone (<see cref="ChiSquarePlane.Prefers"/>).</param>
/// <param name="Region">Borders of the scan that the drawn level's region reaches.</param>
/// <param name="BestFit">Borders of the scan on which the best fit lies.</param>
public sealed record PlaneFlags(bool Preference, PlaneEdges Region, PlaneEdges BestFit)
{
    /// <summary>Said of a plane whose best fit gains less than the drawn level's Δχ² on no signal.</summary>
    public const string NoPreference = "no preference";

    /// <summary>Those of a plane.</summary>
    public static PlaneFlags Of(ChiSquarePlane plane)
    {
        ArgumentNullException.ThrowIfNull(plane);
        return new PlaneFlags(plane.Prefers(RegionLevels.Drawn), plane.RegionEdges(RegionLevels.Drawn), plane.BestFitEdges);
    }

    /// <summary>Writes members <c>preference</c>, <c>region_edges</c> and <c>best_fit_edges</c>.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteBoolean("preference", Preference);
        Write(writer, "region_edges", Region);
        Write(writer, "best_fit_edges", BestFit);
    }

    private static void Write(Utf8JsonWriter writer, string name, PlaneEdges edges)
    {
        writer.WriteStartArray(name);
        foreach (string edge in edges.Names())
        {
            writer.WriteStringValue(edge);
        }

        writer.WriteEndArray();
    }
}
