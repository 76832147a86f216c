using Umbriel.Core;

namespace Umbriel.Formats.HepEvt;

/// <summary>
/// HEPEVT as text, as LArSoft's TextFileGen reads it: per event a line "event particles", then a line a particle: status, PDG
/// code, two mothers, two daughters, px, py, pz, E, m (GeV), x, y, z (cm), t (ns).
/// </summary>
internal sealed class HepEvtParser : IEventParser
{
    /// <summary>Particles in an event.</summary>
    public const int MostParticles = 1_000_000;

    private readonly List<HepEvtParticle> particles = [];

    public void ReadHeader(TextLines lines)
    {
    }

    public bool ReadEvent(TextLines lines, GeneratedEvent into)
    {
        into.Clear();
        if (!lines.Next())
        {
            return false;
        }

        into.Number = lines.Long("event");
        int count = lines.Whole("particles", 0, MostParticles);
        lines.End("event and number of particles");
        particles.Clear();
        for (int i = 0; i < count; i++)
        {
            lines.Need($"particle {i + 1} of {count}");
            int status = lines.Whole("status");
            int pdg = lines.Whole("pdg");
            int mother = lines.Whole("mother");
            lines.Whole("mother");
            int daughter = lines.Whole("daughter");
            lines.Whole("daughter");
            (double px, double py, double pz) = (lines.Real("px"), lines.Real("py"), lines.Real("pz"));
            double energy = lines.Real("E");
            double mass = Math.Max(0.0, lines.Real("mass"));
            (double x, double y, double z) = (lines.Real("x"), lines.Real("y"), lines.Real("z"));
            FourVector position = new(lines.Real("t"), x, y, z);
            lines.End("the 15 numbers of a particle");
            particles.Add(new HepEvtParticle(status, pdg, mother, daughter, new FourVector(energy, px, py, pz), mass, position));
        }

        HepEvtEvent.Finish(particles, into);
        return true;
    }

    public IEventParser Copy() => new HepEvtParser();
}
