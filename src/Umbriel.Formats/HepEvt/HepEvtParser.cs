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
            HepEvtParticle particle = HepEvtEvent.ReadParticle(lines);
            (double x, double y, double z) = (lines.Real("x"), lines.Real("y"), lines.Real("z"));
            FourVector position = new(lines.Real("t"), x, y, z);
            lines.End("the 15 numbers of a particle");
            particles.Add(particle with { Position = position });
        }

        HepEvtEvent.Finish(particles, into);
        return true;
    }

    public IEventParser Copy() => new HepEvtParser();
}
