namespace Umbriel.Detector;

/// <summary>
/// What transport makes of an event: a list of particles with their parents, deposits, and a balance of the energy that
/// left none. Cleared and used again from event to event; not thread-safe.
/// </summary>
public sealed class SimulatedEvent
{
    private readonly List<SimulatedParticle> particles = [];
    private readonly List<Deposit> deposits = [];
    private readonly Stack<ParticleState> pending = [];

    /// <summary>Every particle, primaries first come first.</summary>
    public IReadOnlyList<SimulatedParticle> Particles => particles;

    /// <summary>Every deposit.</summary>
    public IReadOnlyList<Deposit> Deposits => deposits;

    /// <summary>Kinetic energy (for photons: energy) that left the simulated volume, GeV.</summary>
    public double Escaped { get; set; }

    /// <summary>Energy that neutrinos took away, that nuclear binding took, or that was not followed: stated losses, GeV.</summary>
    public double Lost { get; set; }

    /// <summary>The part of <see cref="Lost"/> that particles took which no transport follows, but for neutrinos and the dark sector, GeV.</summary>
    public double NotFollowed { get; set; }

    /// <summary>Energy that appeared from rest masses (decays, annihilation) and nuclear binding, GeV: in = given + Released.</summary>
    public double Released { get; set; }

    /// <summary>Empties everything.</summary>
    public void Clear()
    {
        particles.Clear();
        deposits.Clear();
        pending.Clear();
        Escaped = Lost = NotFollowed = Released = 0.0;
    }

    /// <summary>Adds a particle to the list and to those still to be transported.</summary>
    /// <param name="state">Its start; <see cref="ParticleState.Index"/> is set here.</param>
    /// <param name="parent">Index of its parent; −1 for a primary.</param>
    /// <param name="process">What made it.</param>
    public void Add(ParticleState state, int parent, CreationProcess process)
    {
        state.Index = particles.Count;
        particles.Add(new SimulatedParticle(state, parent, process));
        pending.Push(state);
    }

    /// <summary>Takes the particle that was added last and not yet transported.</summary>
    public bool TryTake(out ParticleState state) => pending.TryPop(out state);

    /// <summary>Adds a deposit.</summary>
    public void Add(in Deposit deposit) => deposits.Add(deposit);
}
