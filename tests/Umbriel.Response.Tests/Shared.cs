using Umbriel.Beam;
using Umbriel.Formats.HepData;
using Umbriel.Response.Published;

namespace Umbriel.Response.Tests;

/// <summary>Published tables, beam and the default response, loaded once.</summary>
internal static class Shared
{
    private static readonly Lazy<PublishedData> LazyData = new(() => PublishedData.Load(Path.Combine(Repository.Root, "data", "hepdata-2502.10900")));
    private static readonly Lazy<BeamData> LazyBeam = new(() => BeamData.LoadMicroBooNE(Path.Combine(Repository.Root, "data")));
    private static readonly Lazy<ResponseBuilder> LazyBuilder = new(() => new ResponseBuilder(Data, Beam, threads: 2));
    private static readonly Lazy<PublishedResponse> LazyResponse = new(() => Builder.Build(ReferenceMixtures.Default));

    public static PublishedData Data => LazyData.Value;

    public static BeamData Beam => LazyBeam.Value;

    public static ResponseBuilder Builder => LazyBuilder.Value;

    public static PublishedResponse Response => LazyResponse.Value;

    public static EfficiencyAxes Axes { get; } = new(Data);
}
