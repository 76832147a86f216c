using Umbriel.Core;
using Umbriel.Core.Events;

namespace Umbriel.Formats.HepEvt;

/// <summary>
/// What an event's list of HEPEVT particles says: the final state; the neutrino, the first one that comes in (status 0 as LArSoft has
/// it, or 4); its target, the first other particle that comes in; the interaction, where the neutrino's first daughter starts, else
/// where the neutrino is.
/// </summary>
internal static class HepEvtEvent
{
    /// <summary>Reads what a particle's line begins with in every layout: status, code, mothers, daughters, momentum, energy, mass. Its position is zero.</summary>
    public static HepEvtParticle ReadParticle(TextLines lines)
    {
        int status = lines.Whole("status");
        int pdg = lines.Whole("pdg");
        int mother = lines.Whole("mother");
        lines.Whole("mother");
        int daughter = lines.Whole("daughter");
        lines.Whole("daughter");
        (double px, double py, double pz) = (lines.Real("px"), lines.Real("py"), lines.Real("pz"));
        double energy = lines.Real("E");
        double mass = Math.Max(0.0, lines.Real("mass"));
        return new HepEvtParticle(status, pdg, mother, daughter, new FourVector(energy, px, py, pz), mass, default);
    }

    public static void Finish(List<HepEvtParticle> all, GeneratedEvent into)
    {
        foreach (HepEvtParticle particle in all)
        {
            into.FinalState.Add(particle.Pdg, particle.Status, particle.Momentum.E);
            if (particle.Status == 1)
            {
                into.List.Add(new GeneratedParticle(
                    particle.Pdg, particle.Momentum.X, particle.Momentum.Y, particle.Momentum.Z, particle.Mass,
                    particle.Position.X, particle.Position.Y, particle.Position.Z, particle.Position.E, particle.Momentum.E));
            }
        }

        int beam = all.FindIndex(static p => IsIncoming(p) && EventNeutrino.Is(p.Pdg));
        if (beam < 0)
        {
            return;
        }

        HepEvtParticle neutrino = all[beam];
        int struck = all.FindIndex(static p => IsIncoming(p) && !EventNeutrino.Is(p.Pdg));
        HepEvtParticle at = neutrino.Daughter > 0 && neutrino.Daughter <= all.Count ? all[neutrino.Daughter - 1] : neutrino;
        into.Neutrino = new EventNeutrino(neutrino.Pdg, neutrino.Momentum.E, neutrino.Mother > 0 && neutrino.Mother <= all.Count ? all[neutrino.Mother - 1].Pdg : 0);
        into.Target = struck < 0 ? 0 : all[struck].Pdg;
        into.Interaction = (at.Position.X, at.Position.Y, at.Position.Z);
    }

    private static bool IsIncoming(HepEvtParticle particle) => particle.Status is 0 or 4;
}
