namespace Umbriel.Formats.HepEvt;

/// <summary>
/// HEPEVT as text, as LArSoft's TextFileGen reads it: per event a line "event particles", then a line a particle: status, PDG
/// code, two mothers, two daughters, px, py, pz, E, m (GeV), x, y, z (cm), t (ns).
/// </summary>
internal sealed class HepEvtParser : IEventParser
{
    private const int MostParticles = 1_000_000;

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

        lines.Whole("event");
        int count = lines.Whole("particles", 0, MostParticles);
        lines.End("event and number of particles");
        for (int i = 0; i < count; i++)
        {
            lines.Need($"particle {i + 1} of {count}");
            int status = lines.Whole("status");
            int pdg = lines.Whole("pdg");
            for (int k = 0; k < 4; k++)
            {
                lines.Whole(k < 2 ? "mother" : "daughter");
            }

            (double px, double py, double pz) = (lines.Real("px"), lines.Real("py"), lines.Real("pz"));
            lines.Real("E");
            double mass = Math.Max(0.0, lines.Real("mass"));
            GeneratedParticle particle = new(pdg, px, py, pz, mass, lines.Real("x"), lines.Real("y"), lines.Real("z"), lines.Real("t"));
            lines.End("the 15 numbers of a particle");
            if (status == 1)
            {
                into.List.Add(particle);
            }
        }

        return true;
    }

    public IEventParser Copy() => this;
}
