using System.Globalization;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Studies.Simulation;

/// <summary>Makes the primaries that a request describes where it names no model card.</summary>
internal static class PrimaryWords
{
    private static readonly (string Option, Func<SimulationRequest, string?> Word)[] All =
    [
        ("--particle", r => r.Particle), ("--energy", r => r.Energy), ("--direction", r => r.Direction), ("--events-from", r => r.EventsFrom),
        ("--vertex", r => r.Vertex), ("--shift", r => r.Shift), ("--weight", r => r.Weight), ("--length-unit", r => r.LengthUnit),
    ];

    /// <summary>Refuses these words beside a model card.</summary>
    public static void RefuseWithCard(SimulationRequest request) => Refuse(request, "a model card too", "either a model card, --particle or --events-from", [.. All.Select(word => word.Option)]);

    /// <summary>The source.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="card">The detector.</param>
    /// <param name="nothing">Whether there may be no primaries.</param>
    public static SimulationSource Source(SimulationRequest request, DetectorCard card, bool nothing)
    {
        ulong seed = request.Seed ?? 1;
        if (request.EventsFrom is { } path)
        {
            Refuse(request, "--events-from too", "one of them", "--particle", "--energy", "--direction");
            return FromFile(request, path, card, seed);
        }

        Refuse(request, "no --events-from", "both, or --vertex", "--shift");
        Refuse(request, "no --events-from", "both or neither", "--weight", "--length-unit");
        long count = request.Events ?? SimulationRequest.UsualEvents;
        if (nothing && request.Particle is null)
        {
            Refuse(request, "no --particle", "both or neither", "--energy", "--direction", "--vertex");
            return new SimulationSource(new NoPrimaries(), count, seed, NoPrimaries.Text);
        }

        SingleParticleSource single = Single(request, card);
        return new SimulationSource(single, count, seed, single.ToCanonicalText());
    }

    private static SingleParticleSource Single(SimulationRequest request, DetectorCard card)
    {
        ParticleKind kind = ParticleName.Parse("--particle", request.Particle ?? throw new UserErrorException("--particle", null, "neither it nor a model card", $"one of {ParticleName.List}; or a model card, --events-from, or --cosmics alone"));
        string text = request.Energy ?? throw new UserErrorException("--energy", null, "nothing", "the particle's kinetic energy, MeV");
        double mev = Number(text) ?? throw new UserErrorException("--energy", null, $"'{text}'", "a number, MeV");
        (double, double, double) towards = request.Direction is { } given ? Triple("--direction", given) : (0.0, 0.0, 1.0);
        return new SingleParticleSource(kind, 1e-3 * mev, towards, Start(request, card) ?? card.ActiveVolume);
    }

    private static SimulationSource FromFile(SimulationRequest request, string path, DetectorCard card, ulong seed)
    {
        EventPlacement placement = new()
        {
            Shift = request.Shift is { } given ? Triple("--shift", given) : default,
            Box = Start(request, card),
        };
        GeneratedEventFile events = GeneratedEventFile.Open(path, new EventFileOptions { Weight = request.Weight, LengthUnit = LengthUnit(request) });
        try
        {
            if (request.Events > events.Count)
            {
                throw new UserErrorException("--events", null, $"{request.Events}", $"at most the {events.Count} events of {path}");
            }

            EventFileSource source = new(events, placement, card.Cryostat, card.ActiveVolume);
            return new SimulationSource(source, request.Events ?? events.Count, seed, source.ToCanonicalText(ContentHash.OfFile(path)), events, EventFileNotice.Of(events));
        }
        catch
        {
            events.Dispose();
            throw;
        }
    }

    private static double? LengthUnit(SimulationRequest request) => request.LengthUnit switch
    {
        null => null,
        "mm" => 0.1,
        "cm" => 1.0,
        { } other => throw new UserErrorException("--length-unit", null, $"'{other}'", "mm or cm"),
    };

    private static Box? Start(SimulationRequest request, DetectorCard card)
    {
        if (request.Vertex is not { } text)
        {
            return null;
        }

        Box a = card.ActiveVolume;
        if (text == "uniform")
        {
            return a;
        }

        (double x, double y, double z) = Triple("--vertex", text);
        return a.Contains(x, y, z)
            ? new Box(x, x, y, y, z, z)
            : throw new UserErrorException("--vertex", null, $"'{text}'", $"a point in the active volume, x {a.XLow:G6} to {a.XHigh:G6}, y {a.YLow:G6} to {a.YHigh:G6}, z {a.ZLow:G6} to {a.ZHigh:G6} cm");
    }

    private static void Refuse(SimulationRequest request, string found, string expected, params ReadOnlySpan<string> options)
    {
        foreach ((string option, Func<SimulationRequest, string?> word) in All)
        {
            if (options.Contains(option) && word(request) is not null)
            {
                throw new UserErrorException(option, null, found, expected);
            }
        }
    }

    private static (double X, double Y, double Z) Triple(string option, string text)
    {
        double?[] numbers = [.. text.Split(',').Select(Number)];
        return numbers is [{ } x, { } y, { } z] ? (x, y, z) : throw new UserErrorException(option, null, $"'{text}'", "three numbers separated by commas, as 100,0,500");
    }

    /// <summary>A finite number, or null.</summary>
    internal static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
