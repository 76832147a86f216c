using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Veto;
using Umbriel.Studies.Training;

namespace Umbriel.Reconstruction.Tests.Veto;

/// <summary>One event and what the vetoes make of it.</summary>
/// <param name="EnergyMeV">Energy of what is looked for, MeV; 0 if the event has none.</param>
/// <param name="Visible">Share of that energy that is left in the active volume.</param>
/// <param name="Distance">From the vertex to where it starts to be seen (second photon) or to where the shower does (stub), cm.</param>
/// <param name="Score">Score of the event, 0 without a candidate.</param>
/// <param name="LeftScore">The same with the hits of all particles set aside.</param>
/// <param name="IsParticle">Whether a particle other than the first has more than half of its charge from what is looked for.</param>
internal sealed record VetoTrial(double EnergyMeV, double Visible, double Distance, double Score, double LeftScore, bool IsParticle)
{
    /// <summary>A photon is seen from its first electron or positron with at least this share of its energy.</summary>
    private const double StartShare = 0.1;

    /// <summary>Single photons, with both searches.</summary>
    public static (IReadOnlyList<VetoTrial> SecondPhoton, IReadOnlyList<VetoTrial> Stub) Photons(ulong seed, int count)
    {
        VetoFinder shower = VetoFinder.OfSecondShowers(VetoEvents.Response, new SecondShowerSettings(), ReconstructionModels.Default().SecondShower);
        VetoFinder stub = VetoFinder.OfStubs(VetoEvents.Response, new StubSettings(), ReconstructionModels.Default().Stub);
        (VetoTrial SecondPhoton, VetoTrial Stub)[] trials =
        [
            .. VetoEvents.Of(VetoPrimary.Photon, null, seed, count).Select(e => (Of(e.Result.Simulated, e.Reconstructed, e.Truth, null, null, shower.Find), Of(e.Result.Simulated, e.Reconstructed, e.Truth, null, null, stub.Find))),
        ];
        return ([.. trials.Select(static t => t.SecondPhoton)], [.. trials.Select(static t => t.Stub)]);
    }

    /// <summary>The second photons of π0.</summary>
    public static IReadOnlyList<VetoTrial> Pions(ulong seed, int count)
    {
        VetoFinder finder = VetoFinder.OfSecondShowers(VetoEvents.Response, new SecondShowerSettings(), ReconstructionModels.Default().SecondShower);
        return [.. VetoEvents.Of(VetoPrimary.PionZero, null, seed, count).Select(e => Of(e.Result.Simulated, e.Reconstructed, e.Truth, e.Truth.OtherPhoton(), e.Truth.OtherPhoton(), finder.Find))];
    }

    /// <summary>The stubs of protons.</summary>
    public static IReadOnlyList<VetoTrial> Stubs(VetoPrimary kind, (double Low, double High) proton, ulong seed, int count)
    {
        VetoFinder finder = VetoFinder.OfStubs(VetoEvents.Response, new StubSettings(), ReconstructionModels.Default().Stub);
        return [.. VetoEvents.Of(kind, proton, seed, count).Select(e => Of(e.Result.Simulated, e.Reconstructed, e.Truth, e.Truth.Proton(), 0, finder.Find))];
    }

    private static VetoTrial Of(SimulatedEvent simulated, FoundParticles reconstructed, VetoTruth truth, int? wanted, int? far, Func<VetoEvent, VetoResult> find)
    {
        double score = find(truth.Found).Best ?? 0.0;
        double left = find(truth.Found with { Others = [.. reconstructed.Particles.Skip(1)] }).Best ?? 0.0;
        if (wanted is not { } particle)
        {
            return new VetoTrial(0.0, 0.0, 0.0, score, left, false);
        }

        double energy = simulated.Particles[particle].Start.Energy;
        bool[] own = Descendants(simulated, particle);
        double visible = simulated.Deposits.Where(d => own[d.Particle] && VetoEvents.Response.Card.ActiveVolume.Contains(d.X, d.Y, d.Z)).Sum(static d => d.Energy);
        return new VetoTrial(1000.0 * energy, visible / energy, SeenAfter(simulated, far!.Value), score, left, reconstructed.Particles.Skip(1).Any(p => Holds(truth, p, particle)));
    }

    private static bool Holds(VetoTruth truth, Particle found, int particle)
    {
        bool[] hits = truth.Found.Owned([found]);
        return truth.Share([.. Enumerable.Range(0, hits.Length).Where(i => hits[i])], particle) > 0.5;
    }

    private static double SeenAfter(SimulatedEvent simulated, int photon)
    {
        ParticleState start = simulated.Particles[photon].Start;
        bool[] own = Descendants(simulated, photon);
        for (int i = photon + 1; i < own.Length; i++)
        {
            ParticleState s = simulated.Particles[i].Start;
            if (own[i] && s.Kind is (ParticleKind.Electron or ParticleKind.Positron) && s.Energy > StartShare * start.Energy)
            {
                return new SpaceVector(s.X - start.X, s.Y - start.Y, s.Z - start.Z).Length;
            }
        }

        return double.PositiveInfinity;
    }

    private static bool[] Descendants(SimulatedEvent simulated, int particle)
    {
        bool[] own = new bool[simulated.Particles.Count];
        own[particle] = true;
        for (int i = particle + 1; i < own.Length; i++)
        {
            own[i] = simulated.Particles[i].Parent >= 0 && own[simulated.Particles[i].Parent];
        }

        return own;
    }
}
