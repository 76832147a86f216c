using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Formats.HepMc3;

/// <summary>
/// Particles and vertices of a HepMC event, in GeV and cm (times as c t). A vertex without a position is where its first incoming
/// particle was made, else at the event's. Used again from event to event; not thread-safe.
/// </summary>
internal sealed class EventGraph
{
    private readonly List<Vertex> vertices = [];
    private readonly Dictionary<int, Vertex> byNumber = [];
    private readonly List<Particle> particles = [];

    /// <summary>Position of the event as a whole.</summary>
    public FourVector EventPosition { get; set; }

    /// <summary>Where the primary vertex is in the laboratory; null leaves the event where it is.</summary>
    public FourVector? LabPosition { get; set; }

    /// <summary>Number of particles.</summary>
    public int Particles => particles.Count;

    /// <summary>Number of vertices.</summary>
    public int Vertices => vertices.Count;

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        vertices.Clear();
        byNumber.Clear();
        particles.Clear();
        (EventPosition, LabPosition) = (default, null);
    }

    /// <summary>Whether there is a vertex with this number.</summary>
    public bool HasVertex(int number) => byNumber.ContainsKey(number);

    /// <summary>Adds a vertex; false if its number is taken.</summary>
    /// <param name="number">Its number, below 0.</param>
    /// <param name="status">Its status; 1 is NuHepMC's primary vertex.</param>
    /// <param name="incoming">Its first incoming particle, from 1; 0 for none.</param>
    /// <param name="position">Where it is, if the file says so.</param>
    public bool TryAddVertex(int number, int status, int incoming, FourVector? position)
    {
        Vertex vertex = new(position) { Status = status, Incoming = incoming };
        vertices.Add(vertex);
        return byNumber.TryAdd(number, vertex);
    }

    /// <summary>Adds a particle.</summary>
    /// <param name="origin">The vertex (below 0) or the particle (from 1) that it comes from; 0 for neither.</param>
    /// <param name="pdg">PDG code.</param>
    /// <param name="status">HepMC status.</param>
    /// <param name="momentum">Momentum and energy.</param>
    /// <param name="mass">Mass.</param>
    public void AddParticle(int origin, int pdg, int status, FourVector momentum, double mass) => particles.Add(new Particle(origin, pdg, status, momentum, mass));

    /// <summary>Says in which vertex a particle ends; only the first one counts.</summary>
    /// <param name="particle">The particle, from 1.</param>
    /// <param name="number">The vertex's number.</param>
    public void End(int particle, int number) => byNumber[number].Incoming = byNumber[number].Incoming == 0 ? particle : byNumber[number].Incoming;

    /// <summary>Makes the vertex with this number the primary one, if there is one.</summary>
    public void MarkPrimary(int number)
    {
        if (byNumber.TryGetValue(number, out Vertex? vertex))
        {
            vertex.Status = 1;
        }
    }

    /// <summary>
    /// Hands out the final state and the incoming particles: the neutrino is the first of status 4, its parent what its
    /// production vertex or particle says; the target is the first particle of status 20 (NuHepMC), else the first other one of
    /// status 4; the interaction is the primary vertex: that of status 1, else the first.
    /// </summary>
    public void Finish(GeneratedEvent into)
    {
        Vertex? primary = vertices.Find(static vertex => vertex.Status == 1) ?? (vertices.Count > 0 ? vertices[0] : null);
        FourVector from = primary is null ? EventPosition : PositionOf(primary);
        FourVector shift = LabPosition is { } lab ? new FourVector(0.0, lab.X - from.X, lab.Y - from.Y, lab.Z - from.Z) : default;
        foreach (Particle particle in particles)
        {
            into.FinalState.Add(particle.Pdg, particle.Status, particle.Momentum.E);
            if (particle.Status == 1)
            {
                FourVector at = StartOf(particle.Origin);
                FourVector p = particle.Momentum;
                into.List.Add(new GeneratedParticle(particle.Pdg, p.X, p.Y, p.Z, particle.Mass, at.X + shift.X, at.Y + shift.Y, at.Z + shift.Z, at.E / PhysicalConstants.SpeedOfLight, p.E));
            }
        }

        int beam = particles.FindIndex(static p => p.Status == 4 && EventNeutrino.Is(p.Pdg));
        if (beam >= 0)
        {
            int struck = particles.FindIndex(static p => p.Status == 20);
            struck = struck < 0 ? particles.FindIndex(static p => p.Status == 4 && !EventNeutrino.Is(p.Pdg)) : struck;
            into.Neutrino = new EventNeutrino(particles[beam].Pdg, particles[beam].Momentum.E, ParentOf(particles[beam].Origin));
            into.Target = struck < 0 ? 0 : particles[struck].Pdg;
            into.Interaction = (from.X + shift.X, from.Y + shift.Y, from.Z + shift.Z);
        }
    }

    private int ParentOf(int origin)
    {
        int parent = origin < 0 ? byNumber[origin].Incoming : origin;
        return parent > 0 ? particles[parent - 1].Pdg : 0;
    }

    private FourVector PositionOf(Vertex vertex) => vertex.Position ?? (vertex.Incoming > 0 ? StartOf(particles[vertex.Incoming - 1].Origin) : EventPosition);

    /// <summary>Follows origins back to a vertex with a position; each step goes to an earlier particle, so that it ends.</summary>
    private FourVector StartOf(int origin)
    {
        while (origin != 0)
        {
            if (origin > 0)
            {
                origin = particles[origin - 1].Origin;
                continue;
            }

            Vertex vertex = byNumber[origin];
            if (vertex.Position is { } position)
            {
                return position;
            }

            origin = vertex.Incoming > 0 ? particles[vertex.Incoming - 1].Origin : 0;
        }

        return EventPosition;
    }

    private sealed class Vertex(FourVector? position)
    {
        public FourVector? Position => position;

        public int Status { get; set; }

        public int Incoming { get; set; }
    }

    private readonly record struct Particle(int Origin, int Pdg, int Status, FourVector Momentum, double Mass);
}
