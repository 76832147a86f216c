using System.Runtime.InteropServices;
using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>A hadron inside the nucleus, before the cascade.</summary>
/// <param name="Pdg">PDG code.</param>
/// <param name="Momentum">
/// Four-momentum that it would have outside, on its mass shell, GeV: what the cascade leaves untouched comes out with it.
/// </param>
/// <param name="Position">From the centre of the nucleus, fm.</param>
/// <param name="FormationLength">Path without collisions, fm.</param>
public readonly record struct CascadeHadron(int Pdg, FourVector Momentum, SpaceVector Position, double FormationLength = 0.0);

/// <summary>A particle that left the nucleus.</summary>
/// <param name="Pdg">PDG code.</param>
/// <param name="Momentum">GeV.</param>
/// <param name="Fate">Its last flight, as position in <see cref="CascadeEvent.Fates"/>; −1 if the remnant emitted it.</param>
public readonly record struct EmittedParticle(int Pdg, FourVector Momentum, int Fate);

/// <summary>What is left of the nucleus.</summary>
/// <param name="Protons">Z.</param>
/// <param name="Neutrons">N.</param>
/// <param name="Momentum">Four-momentum, GeV.</param>
/// <param name="Excitation">Its mass above that of the ground state, GeV.</param>
public readonly record struct NuclearRemnant(int Protons, int Neutrons, FourVector Momentum, double Excitation)
{
    /// <summary>A.</summary>
    public int Nucleons => Protons + Neutrons;
}

/// <summary>
/// One cascade: what goes in, what comes out. To be used again for the next event, so that no memory is allocated. Not thread-safe.
/// </summary>
public sealed class CascadeEvent
{
    private readonly List<CascadeHadron> hadrons = [];
    private readonly List<EmittedParticle> emitted = [];
    private readonly List<HadronFate> fates = [];
    private readonly FlyingHadron[] flying = new FlyingHadron[FlyingStack.Capacity];

    /// <summary>Hadrons in.</summary>
    public ReadOnlySpan<CascadeHadron> Hadrons => CollectionsMarshal.AsSpan(hadrons);

    /// <summary>Particles out.</summary>
    public ReadOnlySpan<EmittedParticle> Emitted => CollectionsMarshal.AsSpan(emitted);

    /// <summary>All flights, in the order in which they ended.</summary>
    public ReadOnlySpan<HadronFate> Fates => CollectionsMarshal.AsSpan(fates);

    /// <summary>What is left of the nucleus: before the cascade as given, after it as it cooled.</summary>
    public NuclearRemnant Remnant { get; internal set; }

    /// <summary>Begins an event.</summary>
    /// <param name="protons">Protons of the nucleus without the hadrons that are added.</param>
    /// <param name="neutrons">Its neutrons.</param>
    /// <param name="momentum">Its four-momentum, GeV: of a nucleus P_A from which nucleons p₁ … were taken, P_A − p₁ − ….</param>
    public void Begin(int protons, int neutrons, in FourVector momentum)
    {
        hadrons.Clear();
        emitted.Clear();
        fates.Clear();
        Remnant = new NuclearRemnant(protons, neutrons, momentum, 0.0);
    }

    /// <summary>Adds a hadron that goes in.</summary>
    public void Add(in CascadeHadron hadron) => hadrons.Add(hadron);

    /// <summary>Memory for hadrons to follow.</summary>
    internal Span<FlyingHadron> Flying => flying;

    internal void Emit(in EmittedParticle particle) => emitted.Add(particle);

    internal void Replace(int index, in EmittedParticle particle) => emitted[index] = particle;

    internal void RemoveEmitted(int index) => emitted.RemoveAt(index);

    internal int Record(in HadronFate fate)
    {
        fates.Add(fate);
        return fates.Count - 1;
    }
}
