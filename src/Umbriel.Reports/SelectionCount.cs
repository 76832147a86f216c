using Umbriel.Response;
using Umbriel.Response.Published;
using Umbriel.Scan;

namespace Umbriel.Reports;

/// <summary>A count of the letter's text beside the predicted signal of a point.</summary>
/// <param name="Key">Its name in files: a topology's, or <c>total</c>.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Published">Data and background.</param>
/// <param name="Signal">Selected signal at the card's exposure, events.</param>
public sealed record SelectionCount(string Key, string Title, PublishedCount Published, double Signal)
{
    /// <summary>Each topology, then all; none where the tables have no counts.</summary>
    internal static IReadOnlyList<SelectionCount> Of(SearchInputs inputs, PointResult point) => inputs.MicroBooNE.Data.Counts is not { } counts
        ? []
        :
        [
            .. counts.ByTopology.Select((count, i) => new SelectionCount(Topologies.Keys[i], Topologies.Titles[i], count, point.Signal.ByTopology[i])),
            new("total", "all", counts.Total, point.Signal.Total),
        ];
}
