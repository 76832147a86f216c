using System.Globalization;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Cli.Simulation;

/// <summary>The options that say which primaries are simulated, where there is no model card.</summary>
internal sealed class SimulationOptions
{
    private readonly Option<string?> particle = new("--particle") { Description = $"Single particle: {ParticleName.List}.", HelpName = "NAME" };
    private readonly Option<string?> energy = new("--energy") { Description = "Its kinetic energy (photons: energy), MeV.", HelpName = "MEV" };
    private readonly Option<string?> direction = new("--direction") { Description = "Where it goes (default: 0,0,1).", HelpName = "X,Y,Z" };
    private readonly Option<string?> file = new("--events-from") { Description = "Events of another generator: HepMC3 or HepMC2 ASCII, or HEPEVT; plain or gzip.", HelpName = "FILE" };
    private readonly Option<string?> vertex = new("--vertex") { Description = "Where the particle, or the event's first one, starts, cm: a point, or 'uniform' in the active volume (default: uniform; files: as they say).", HelpName = "X,Y,Z" };
    private readonly Option<string?> shift = new("--shift") { Description = "Added to the positions of a file, cm.", HelpName = "X,Y,Z" };
    private readonly Option<string?> weight = new("--weight") { Description = "Name of the file's weight that counts (default: CV, or another name that is known).", HelpName = "NAME" };
    private readonly Option<string?> lengthUnit = new("--length-unit") { Description = "Unit of length of a HEPEVT file in HepMC3's layout, which does not say it: mm or cm (default: mm).", HelpName = "UNIT" };

    private Option<string?>[] All => [particle, energy, direction, file, vertex, shift, weight, lengthUnit];

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> Symbols => All;

    /// <summary>Refuses these options beside a model card.</summary>
    public void RefuseWithCard(ParseResult parsed) => Refuse(parsed, "a model card too", "either a model card, --particle or --events-from", All);

    /// <summary>The source that they describe.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="card">The detector.</param>
    /// <param name="count">Events asked for, if any.</param>
    /// <param name="usual">Events if nothing says how many.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="nothing">Whether there may be no primaries.</param>
    public SimulationSource Source(ParseResult parsed, DetectorCard card, long? count, long usual, ulong seed, bool nothing)
    {
        if (parsed.GetValue(file) is { } path)
        {
            Refuse(parsed, "--events-from too", "one of them", particle, energy, direction);
            return FromFile(parsed, path, card, count, seed);
        }

        Refuse(parsed, "no --events-from", "both, or --vertex", shift);
        Refuse(parsed, "no --events-from", "both or neither", weight, lengthUnit);
        if (nothing && parsed.GetValue(particle) is null)
        {
            Refuse(parsed, "no --particle", "both or neither", energy, direction, vertex);
            return new SimulationSource(new NoPrimaries(), count ?? usual, seed, NoPrimaries.Text);
        }

        SingleParticleSource single = Single(parsed, card);
        return new SimulationSource(single, count ?? usual, seed, single.ToCanonicalText());
    }

    private SingleParticleSource Single(ParseResult parsed, DetectorCard card)
    {
        ParticleKind kind = ParticleName.Parse(particle.Name, parsed.GetValue(particle) ?? throw new UserErrorException(particle.Name, null, "neither it nor a model card", $"one of {ParticleName.List}; or a model card, --events-from, or --cosmics alone"));
        string text = parsed.GetValue(energy) ?? throw new UserErrorException(energy.Name, null, "nothing", "the particle's kinetic energy, MeV");
        double mev = Number(text) ?? throw new UserErrorException(energy.Name, null, $"'{text}'", "a number, MeV");
        (double, double, double) towards = parsed.GetValue(direction) is { } given ? Triple(direction.Name, given) : (0.0, 0.0, 1.0);
        return new SingleParticleSource(kind, 1e-3 * mev, towards, Start(parsed, card) ?? card.ActiveVolume);
    }

    private SimulationSource FromFile(ParseResult parsed, string path, DetectorCard card, long? count, ulong seed)
    {
        EventPlacement placement = new()
        {
            Shift = parsed.GetValue(shift) is { } given ? Triple(shift.Name, given) : default,
            Box = Start(parsed, card),
        };
        GeneratedEventFile events = GeneratedEventFile.Open(path, new EventFileOptions { Weight = parsed.GetValue(weight), LengthUnit = LengthUnit(parsed) });
        try
        {
            if (count > events.Count)
            {
                throw new UserErrorException("--events", null, $"{count}", $"at most the {events.Count} events of {path}");
            }

            EventFileSource source = new(events, placement, card.Cryostat, card.ActiveVolume);
            return new SimulationSource(source, count ?? events.Count, seed, source.ToCanonicalText(ContentHash.OfFile(path)), events, EventFileNotice.Of(events));
        }
        catch
        {
            events.Dispose();
            throw;
        }
    }

    private double? LengthUnit(ParseResult parsed) => parsed.GetValue(lengthUnit) switch
    {
        null => null,
        "mm" => 0.1,
        "cm" => 1.0,
        { } other => throw new UserErrorException(lengthUnit.Name, null, $"'{other}'", "mm or cm"),
    };

    private Box? Start(ParseResult parsed, DetectorCard card)
    {
        if (parsed.GetValue(vertex) is not { } text)
        {
            return null;
        }

        Box a = card.ActiveVolume;
        if (text == "uniform")
        {
            return a;
        }

        (double x, double y, double z) = Triple(vertex.Name, text);
        return a.Contains(x, y, z)
            ? new Box(x, x, y, y, z, z)
            : throw new UserErrorException(vertex.Name, null, $"'{text}'", $"a point in the active volume, x {a.XLow:G6} to {a.XHigh:G6}, y {a.YLow:G6} to {a.YHigh:G6}, z {a.ZLow:G6} to {a.ZHigh:G6} cm");
    }

    private static void Refuse(ParseResult parsed, string found, string expected, params Option<string?>[] options)
    {
        foreach (Option<string?> option in options)
        {
            if (parsed.GetValue(option) is not null)
            {
                throw new UserErrorException(option.Name, null, found, expected);
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
