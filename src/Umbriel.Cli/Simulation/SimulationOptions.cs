using System.CommandLine;
using System.Globalization;
using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;

namespace Umbriel.Cli.Simulation;

/// <summary>The options that say which single particle is simulated.</summary>
internal sealed class SimulationOptions
{
    private readonly Option<string?> particle = new("--particle") { Description = $"Single particle: {ParticleName.List}.", HelpName = "NAME" };
    private readonly Option<string?> energy = new("--energy") { Description = "Its kinetic energy (photons: energy), MeV.", HelpName = "MEV" };
    private readonly Option<string?> vertex = new("--vertex") { Description = "Where it starts, cm (default: uniformly in the active volume).", HelpName = "X,Y,Z" };
    private readonly Option<string?> direction = new("--direction") { Description = "Where it goes (default: 0,0,1).", HelpName = "X,Y,Z" };

    public void AddTo(Command command)
    {
        command.Add(particle);
        command.Add(energy);
        command.Add(vertex);
        command.Add(direction);
    }

    /// <summary>Refuses these options beside a model card.</summary>
    public void RefuseWithCard(ParseResult parsed)
    {
        foreach (Option<string?> option in new[] { particle, energy, vertex, direction })
        {
            if (parsed.GetValue(option) is not null)
            {
                throw new UserErrorException(option.Name, null, "a model card too", "either a model card or --particle");
            }
        }
    }

    /// <summary>The source that they describe.</summary>
    public SingleParticleSource Source(ParseResult parsed, DetectorCard card)
    {
        ParticleKind kind = ParticleName.Parse(particle.Name, parsed.GetValue(particle) ?? throw new UserErrorException(particle.Name, null, "neither it nor a model card", $"one of {ParticleName.List}"));
        string text = parsed.GetValue(energy) ?? throw new UserErrorException(energy.Name, null, "nothing", "the particle's kinetic energy, MeV");
        double mev = Number(text) ?? throw new UserErrorException(energy.Name, null, $"'{text}'", "a number, MeV");
        (double, double, double) towards = parsed.GetValue(direction) is { } given ? Triple(direction.Name, given) : (0.0, 0.0, 1.0);
        return new SingleParticleSource(kind, 1e-3 * mev, towards, Start(parsed, card));
    }

    private TransportVolume Start(ParseResult parsed, DetectorCard card)
    {
        if (parsed.GetValue(vertex) is not { } text)
        {
            return card.ActiveVolume;
        }

        (double x, double y, double z) = Triple(vertex.Name, text);
        TransportVolume a = card.ActiveVolume;
        return a.Contains(x, y, z)
            ? new TransportVolume(x, x, y, y, z, z)
            : throw new UserErrorException(vertex.Name, null, $"'{text}'", $"a point in the active volume, x {a.XLow:G6} to {a.XHigh:G6}, y {a.YLow:G6} to {a.YHigh:G6}, z {a.ZLow:G6} to {a.ZHigh:G6} cm");
    }

    private static (double X, double Y, double Z) Triple(string option, string text)
    {
        double?[] numbers = [.. text.Split(',').Select(Number)];
        return numbers is [{ } x, { } y, { } z] ? (x, y, z) : throw new UserErrorException(option, null, $"'{text}'", "three numbers separated by commas, as 100,0,500");
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
