using Umbriel.Core;

namespace Umbriel.Formats.HepEvt;

/// <summary>
/// HEPEVT as HepMC3 writes it: per event a line "E event particles", then two lines a particle: status, PDG code, two mothers, two
/// daughters, px, py, pz, E, m (GeV); and x, y, z, c t. The layout has no place for the unit of length: it is that of the common
/// block's definition, mm, which HepMC3's own reader takes too, unless the user says otherwise.
/// </summary>
/// <param name="lengthUnit">Unit of length, cm.</param>
internal sealed class TwoLineHepEvtParser(double lengthUnit) : IEventParser
{
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

        ReadOnlySpan<byte> mark = lines.Word();
        if (!mark.SequenceEqual("E"u8))
        {
            throw lines.Error(null, mark, "E, the first word of an event");
        }

        into.Number = lines.Long("event");
        int count = lines.Whole("particles", 0, HepEvtParser.MostParticles);
        lines.End("event and number of particles");
        particles.Clear();
        for (int i = 0; i < count; i++)
        {
            lines.Need($"particle {i + 1} of {count}");
            particles.Add(ReadParticle(lines));
        }

        HepEvtEvent.Finish(particles, into);
        return true;
    }

    public IEventParser Copy() => new TwoLineHepEvtParser(lengthUnit);

    private HepEvtParticle ReadParticle(TextLines lines)
    {
        HepEvtParticle particle = HepEvtEvent.ReadParticle(lines);
        lines.End("the 11 numbers of a particle");
        lines.Need("x, y, z and t of the particle");
        (double x, double y, double z, double t) = (lines.Real("x"), lines.Real("y"), lines.Real("z"), lines.Real("t"));
        lines.End("the position of a particle");
        return particle with { Position = new FourVector(t * lengthUnit / PhysicalConstants.SpeedOfLight, x * lengthUnit, y * lengthUnit, z * lengthUnit) };
    }
}
