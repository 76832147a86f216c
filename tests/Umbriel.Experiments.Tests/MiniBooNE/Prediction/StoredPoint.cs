using System.Text.Json;
using Umbriel.DarkSector;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>One of the stored best fits of arXiv:2308.02543, validation/reference/miniboone/panorama_points.json.</summary>
internal sealed record StoredPoint(string Name, DarkSectorParameters Point, double Total, double[] Spectrum, double ChiSquare)
{
    public static IReadOnlyList<StoredPoint> All { get; } = [.. Reference.Json("panorama_points.json").Select(Of)];

    private static StoredPoint Of(JsonElement json)
    {
        string scan = json.GetProperty("scan").GetString()!;
        double epsilon = scan.Contains("eps_0.01", StringComparison.Ordinal) ? 0.01 : 8e-4;
        (double mediator, double m4, double vertexSquared) = (json.Number("mzprime"), json.Number("m4"), json.Number("V2_bf"));
        bool single = scan.StartsWith("3p1", StringComparison.Ordinal);
        DarkSectorParameters point = single
            ? DarkNewsModel.Single(m4, mediator, vertexSquared, epsilon)
            : DarkNewsModel.Dual(m4, json.Number("m5"), mediator, vertexSquared, epsilon);
        string name = single ? $"{1e3 * m4:0.#}" : $"{1e3 * json.Number("m5"):0.#} → {1e3 * m4:0.#}";
        return new StoredPoint($"{name}, {1e3 * mediator:0.#}", point, json.Number("N_total"), json.Numbers("spectrum"), json.Number("chi2_stored"));
    }
}
