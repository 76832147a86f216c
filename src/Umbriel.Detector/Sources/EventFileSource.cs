using System.Collections.Concurrent;
using System.Globalization;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Detector.Sources;

/// <summary>
/// Primaries from a file of another generator: its final-state particles with their momenta, and kinetic energies that go with
/// the masses of the transport. What no transport follows (neutrinos, dark particles, nuclei, short-lived hadrons) keeps its
/// place in the list of particles with the file's mass, and its kinetic energy is booked as lost, as is that of particles above
/// 1 TeV; what starts outside the transport volume has escaped.
/// </summary>
public sealed class EventFileSource : IPrimarySource
{
    /// <summary>Maximum kinetic energy that is followed, GeV. Chosen.</summary>
    public const double MaximumEnergy = 1000.0;

    private readonly GeneratedEventFile file;
    private readonly EventPlacement placement;
    private readonly Box volume;
    private readonly Box active;
    private readonly ConcurrentBag<GeneratedEvent> scratch = [];

    /// <summary>Binds a file.</summary>
    /// <param name="file">The events.</param>
    /// <param name="placement">Where they are put.</param>
    /// <param name="volume">Where particles are followed: the cryostat.</param>
    /// <param name="active">The active volume.</param>
    public EventFileSource(GeneratedEventFile file, EventPlacement placement, Box volume, Box active)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(placement);
        (this.file, this.placement, this.volume, this.active) = (file, placement, volume, active);
    }

    /// <inheritdoc/>
    public WeightNames WeightNames => file.WeightNames;

    /// <summary>What fixes the events, in stable text: kept in files.</summary>
    /// <param name="sha256">Hash of the file.</param>
    public string ToCanonicalText(string sha256)
    {
        string place = placement.Box is { } b
            ? string.Create(CultureInfo.InvariantCulture, $"first vertex: {{x: [{b.XLow:R}, {b.XHigh:R}], y: [{b.YLow:R}, {b.YHigh:R}], z: [{b.ZLow:R}, {b.ZHigh:R}]}}\n")
            : "";
        (double x, double y, double z) = placement.Shift;
        string weight = file.Options.Weight is { } name ? $"weight: {name}\n" : "";
        string unit = file.Options.LengthUnit is { } length ? string.Create(CultureInfo.InvariantCulture, $"length unit: {length:R}\n") : "";
        return string.Create(CultureInfo.InvariantCulture, $"events: {Path.GetFileName(file.Path)}\nsha256: {sha256}\nformat: {FormatName}\nshift: [{x:R}, {y:R}, {z:R}]\n{place}{weight}{unit}");
    }

    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        if (!scratch.TryTake(out GeneratedEvent? generated))
        {
            generated = new GeneratedEvent();
        }

        file.Read(eventIndex, generated);
        (double X, double Y, double Z) shift = placement.Shift;
        if (placement.Box is { } box && generated.Particles.Count > 0)
        {
            GeneratedParticle first = generated.Particles[0];
            SpaceVector start = box.Sample(ref random);
            shift = (shift.X + (start.X - first.X), shift.Y + (start.Y - first.Y), shift.Z + (start.Z - first.Z));
        }

        foreach (GeneratedParticle particle in generated.Particles)
        {
            ParticleState state = Start(particle, shift);
            simulated.Add(state, -1, CreationProcess.Primary);
            if (!volume.Contains(state.X, state.Y, state.Z))
            {
                simulated.TryTake(out _);
                simulated.Escaped += state.Energy;
            }
            else if (state.Energy > MaximumEnergy)
            {
                simulated.TryTake(out _);
                simulated.Lost += state.Energy;
                simulated.NotFollowed += InvisibleParticle.Is(particle.Pdg) ? 0.0 : state.Energy;
            }
        }

        EventLabel label = Label(generated, shift);
        scratch.Add(generated);
        return label;
    }

    private string FormatName => file.Format switch
    {
        EventFormat.HepMc3 => "hepmc3",
        EventFormat.HepMc2 => "hepmc2",
        _ => "hepevt",
    };

    private EventLabel Label(GeneratedEvent generated, (double X, double Y, double Z) shift) => new()
    {
        Category = EventClassifier.Classify(generated.Neutrino, generated.Process, generated.Target, generated.FinalState),
        Region = generated.Interaction is { } at ? RegionOf(at.X + shift.X, at.Y + shift.Y, at.Z + shift.Z) : EventRegion.Unknown,
        Neutrino = generated.Neutrino,
        Process = generated.Process,
        Target = generated.Target,
        InputNumber = generated.Number,
        Weight = generated.Weight,
        NamedWeights = generated.NamedWeights,
    };

    private EventRegion RegionOf(double x, double y, double z) =>
        active.Contains(x, y, z) ? EventRegion.Tpc : volume.Contains(x, y, z) ? EventRegion.Cryostat : EventRegion.Dirt;

    private static ParticleState Start(in GeneratedParticle particle, (double X, double Y, double Z) shift)
    {
        ParticleKind kind = (ParticleKind)particle.Pdg;
        double mass = Enum.IsDefined(kind) ? ParticleName.Mass(kind) : particle.Mass;
        double p = Math.Sqrt((particle.Px * particle.Px) + (particle.Py * particle.Py) + (particle.Pz * particle.Pz));
        return new ParticleState
        {
            Kind = kind,
            Energy = p > 0.0 ? p * p / (Math.Sqrt((p * p) + (mass * mass)) + mass) : 0.0,
            X = particle.X + shift.X,
            Y = particle.Y + shift.Y,
            Z = particle.Z + shift.Z,
            DX = p > 0.0 ? particle.Px / p : 0.0,
            DY = p > 0.0 ? particle.Py / p : 0.0,
            DZ = p > 0.0 ? particle.Pz / p : 1.0,
            Time = particle.Time,
        };
    }
}
