using Umbriel.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Studies.Simulation;

namespace Umbriel.Cli.Simulation;

/// <summary>The options that say what is simulated, shared by the verbs that do.</summary>
internal sealed class SimulationSetup
{
    private readonly InputOption detector = new("--detector") { Description = "Detector card (YAML); default: that of the site.", HelpName = "FILE" };
    private readonly SiteOption site = new();
    private readonly Option<string?> particle = new("--particle") { Description = $"Single particle: {ParticleName.List}.", HelpName = "NAME" };
    private readonly Option<string?> energy = new("--energy") { Description = "Its kinetic energy (photons: energy), MeV.", HelpName = "MEV" };
    private readonly Option<string?> direction = new("--direction") { Description = "Where it goes (default: 0,0,1).", HelpName = "X,Y,Z" };
    private readonly InputOption file = new("--events-from") { Description = "Events of another generator: HepMC3 or HepMC2 ASCII, or HEPEVT; plain or gzip.", HelpName = "FILE" };
    private readonly Option<string?> vertex = new("--vertex") { Description = "Where the particle, or the event's first one, starts, cm: a point, or 'uniform' in the active volume (default: uniform; files: as they say).", HelpName = "X,Y,Z" };
    private readonly Option<string?> shift = new("--shift") { Description = "Added to the positions of a file, cm.", HelpName = "X,Y,Z" };
    private readonly Option<string?> weight = new("--weight") { Description = "Name of the file's weight that counts (default: CV, or another name that is known).", HelpName = "NAME" };
    private readonly Option<string?> lengthUnit = new("--length-unit") { Description = "Unit of length of a HEPEVT file in HepMC3's layout, which does not say it: mm or cm (default: mm).", HelpName = "UNIT" };
    private readonly Option<bool> cosmics = new("--cosmics") { Description = "Lay cosmic muons over every event; alone: nothing but them." };
    private readonly Option<string?> scale = new("--cosmics-scale") { Description = "Factor on their flux (default: 1).", HelpName = "X" };
    private readonly Option<long?> events = CommonOptions.Events($"Number of events (default: {SimulationRequest.UsualEvents}, or all of the file).");
    private readonly Option<ulong?> seed = new("--seed") { Description = "Random seed (default: the model card's, else 1).", HelpName = "N" };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> Symbols => [detector, site, particle, energy, direction, file, vertex, shift, weight, lengthUnit, cosmics, scale, events, seed];

    /// <summary>Refuses all of them and what belongs to a card, for events that have been simulated.</summary>
    public void RefuseWithFile(VerbRun run, string path, CardInput card)
    {
        card.RefuseSettings(run, $"{path}, which is simulated already");
        if (Symbols.FirstOrDefault(option => run.Parsed.GetResult(option) is { Implicit: false }) is { } given)
        {
            throw new UserErrorException(given.Name, null, $"{path} too, which is simulated already", "one of them");
        }
    }

    /// <summary>What they describe. What the user should know about its source goes to stderr.</summary>
    /// <param name="run">The command line.</param>
    /// <param name="card">The model card, if there is one.</param>
    public PlannedSimulation Plan(VerbRun run, CardInput card)
    {
        Card? model = card.PathIn(run) is null ? null : card.Read(run, site);
        if (model is null)
        {
            card.RefuseSettings(run, "no CARD");
        }

        PlannedSimulation plan = PlannedSimulation.Of(new SimulationRequest
        {
            Model = model,
            Detector = run.Value(detector),
            Site = model is null ? site.Of(run) : null,
            Events = run.Value(events),
            Seed = run.Value(seed),
            Particle = run.Value(particle),
            Energy = run.Value(energy),
            Direction = run.Value(direction),
            EventsFrom = run.Value(file),
            Vertex = run.Value(vertex),
            Shift = run.Value(shift),
            Weight = run.Value(weight),
            LengthUnit = run.Value(lengthUnit),
            Cosmics = run.Value(cosmics),
            CosmicsScale = run.Value(scale),
        });
        if (plan.Source.Notice is { } notice)
        {
            run.Parsed.InvocationConfiguration.Error.WriteLine($"umbriel: {notice}");
        }

        return plan;
    }
}
