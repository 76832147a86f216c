using System.Text;
using Umbriel.Core;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Formats.HepMc3;

/// <summary>
/// HepMC3 ASCII (Asciiv3): final-state particles (status 1) with the position of their production vertex, the weight "CV" or
/// else the first. A vertex without a position is where its first incoming particle was made, else at the event's. If there is
/// NuHepMC's attribute lab_pos, the whole event is moved so that its primary vertex (status 1, else the first) is there.
/// </summary>
internal sealed class HepMc3Parser : IEventParser
{
    private const double CentimetresPerNanosecond = 29.9792458;
    private const int Most = 1_000_000;

    private readonly List<Vertex> vertices = [];
    private readonly Dictionary<int, Vertex> byNumber = [];
    private readonly List<(int Origin, int Pdg, int Status, FourVector Momentum, double Mass)> particles = [];
    private int weight;
    private double energyUnit;
    private double lengthUnit;
    private FourVector? eventPosition;
    private FourVector? labPosition;

    public void ReadHeader(TextLines lines)
    {
        lines.Need("HepMC::Version");
        if (!lines.Line.StartsWith("HepMC::Version"u8))
        {
            throw lines.Error(null, lines.Line, "HepMC::Version 3...");
        }

        lines.Need("HepMC::Asciiv3-START_EVENT_LISTING");
        if (!lines.Rest().SequenceEqual("HepMC::Asciiv3-START_EVENT_LISTING"u8))
        {
            throw lines.Error(null, lines.Rest(), "HepMC::Asciiv3-START_EVENT_LISTING: other formats of HepMC are not read");
        }

        while (lines.Next())
        {
            ReadOnlySpan<byte> kind = lines.Word();
            if (kind.SequenceEqual("W"u8))
            {
                string[] names = Encoding.Latin1.GetString(lines.Rest()).Split("\\|");
                weight = Math.Max(0, Array.IndexOf(names, "CV"));
            }
            else if (!kind.SequenceEqual("T"u8) && !kind.SequenceEqual("A"u8))
            {
                lines.Repeat();
                return;
            }
        }
    }

    public IEventParser Copy() => new HepMc3Parser { weight = weight };

    public bool ReadEvent(TextLines lines, GeneratedEvent into)
    {
        into.Clear();
        if (!lines.Next())
        {
            return false;
        }

        ReadOnlySpan<byte> kind = lines.Word();
        if (kind.SequenceEqual("HepMC::Asciiv3-END_EVENT_LISTING"u8))
        {
            if (!lines.Next())
            {
                return false;
            }

            throw lines.Error(null, lines.Line, "the end of the file after HepMC::Asciiv3-END_EVENT_LISTING");
        }

        if (!kind.SequenceEqual("E"u8))
        {
            throw lines.Error(null, kind, "E, the first line of an event, or HepMC::Asciiv3-END_EVENT_LISTING");
        }

        long first = lines.Number;
        lines.Whole("event number");
        int declaredVertices = lines.Whole("vertices", 0, Most);
        int declared = lines.Whole("particles", 0, Most);
        vertices.Clear();
        byNumber.Clear();
        particles.Clear();
        (energyUnit, lengthUnit, labPosition) = (0.0, 0.0, null);
        eventPosition = Position(lines, 1.0);
        while (lines.Next() && ReadLine(lines, into))
        {
        }

        if (particles.Count != declared || vertices.Count > declaredVertices)
        {
            throw new UserErrorException($"{lines.Path}:{first}", null, $"{declaredVertices} vertices and {declared} particles announced, {vertices.Count} and {particles.Count} in the event", "as many");
        }

        Finish(into);
        return true;
    }

    /// <summary>Reads one line of an event; false if it belongs to the next one.</summary>
    private bool ReadLine(TextLines lines, GeneratedEvent into)
    {
        ReadOnlySpan<byte> kind = lines.Word();
        switch (kind.Length == 1 ? (char)kind[0] : ' ')
        {
            case 'U':
                ReadUnits(lines);
                return true;
            case 'W':
                for (int i = 0; i < weight; i++)
                {
                    lines.Real("weight");
                }

                into.Weight = lines.Real("weight");
                return true;
            case 'A':
                if (lines.Word().SequenceEqual("0"u8) && lines.Word().SequenceEqual("lab_pos"u8))
                {
                    labPosition = new FourVector(0.0, lines.Real("lab_pos"), lines.Real("lab_pos"), lines.Real("lab_pos"));
                }

                return true;
            case 'V':
                ReadVertex(lines);
                return true;
            case 'P':
                ReadParticle(lines);
                return true;
            case 'E':
                lines.Repeat();
                return false;
            default:
                if (kind.SequenceEqual("HepMC::Asciiv3-END_EVENT_LISTING"u8))
                {
                    lines.Repeat();
                    return false;
                }

                throw lines.Error(null, kind, "a line of an event: U, W, A, V, P or E");
        }
    }

    private void ReadUnits(TextLines lines)
    {
        ReadOnlySpan<byte> energy = lines.Word();
        energyUnit = energy.SequenceEqual("GEV"u8) ? 1.0 : energy.SequenceEqual("MEV"u8) ? 1e-3 : throw lines.Error("units", energy, "GEV or MEV");
        ReadOnlySpan<byte> length = lines.Word();
        lengthUnit = length.SequenceEqual("CM"u8) ? 1.0 : length.SequenceEqual("MM"u8) ? 0.1 : throw lines.Error("units", length, "CM or MM");
        lines.End("the units");
    }

    private void ReadVertex(TextLines lines)
    {
        NeedUnits(lines);
        int number = lines.Whole("vertex", -Most, -1);
        int status = lines.Whole("status");
        ReadOnlySpan<byte> list = lines.Word();
        if (list.Length < 2 || list[0] != '[' || list[^1] != ']')
        {
            throw lines.Error("incoming particles", list, "a list, as [1,2]");
        }

        int incoming = 0;
        ReadOnlySpan<byte> inner = list[1..^1];
        if (!inner.IsEmpty)
        {
            int comma = inner.IndexOf((byte)',');
            ReadOnlySpan<byte> head = comma < 0 ? inner : inner[..comma];
            if (!int.TryParse(head, System.Globalization.CultureInfo.InvariantCulture, out incoming) || incoming < 1 || incoming > particles.Count)
            {
                throw lines.Error("incoming particles", list, "particles before this line");
            }
        }

        Vertex vertex = new(status, incoming, Position(lines, lengthUnit));
        vertices.Add(vertex);
        if (!byNumber.TryAdd(number, vertex))
        {
            throw new UserErrorException($"{lines.Path}:{lines.Number}", "vertex", $"{number} again", "a number for each vertex");
        }
    }

    private void ReadParticle(TextLines lines)
    {
        NeedUnits(lines);
        int number = lines.Whole("particle", 1, Most);
        if (number != particles.Count + 1)
        {
            throw new UserErrorException($"{lines.Path}:{lines.Number}", "particle", $"{number}", $"{particles.Count + 1}: particles are numbered in order");
        }

        int origin = lines.Whole("origin");
        if (origin >= number || (origin < 0 && !byNumber.ContainsKey(origin)))
        {
            throw new UserErrorException($"{lines.Path}:{lines.Number}", "origin", $"{origin}", "a particle or a vertex before this line, or 0");
        }

        int pdg = lines.Whole("pdg");
        (double px, double py, double pz) = (lines.Real("px"), lines.Real("py"), lines.Real("pz"));
        double energy = lines.Real("E");
        double mass = Math.Max(0.0, lines.Real("mass"));
        int status = lines.Whole("status");
        lines.End("the status");
        particles.Add((origin, pdg, status, new FourVector(energy * energyUnit, px * energyUnit, py * energyUnit, pz * energyUnit), mass * energyUnit));
    }

    private void NeedUnits(TextLines lines)
    {
        if (energyUnit == 0.0)
        {
            throw lines.Error(null, lines.Line, "the units first, as in U GEV CM");
        }
    }

    /// <summary>"@ x y z t" or nothing.</summary>
    private static FourVector? Position(TextLines lines, double unit)
    {
        ReadOnlySpan<byte> mark = lines.Word();
        if (mark.IsEmpty)
        {
            return null;
        }

        if (!mark.SequenceEqual("@"u8))
        {
            throw lines.Error(null, mark, "@ and a position, or the end of the line");
        }

        (double x, double y, double z, double t) = (lines.Real("x"), lines.Real("y"), lines.Real("z"), lines.Real("t"));
        lines.End("the position");
        return new FourVector(t * unit, x * unit, y * unit, z * unit);
    }

    private void Finish(GeneratedEvent into)
    {
        FourVector shift = default;
        if (labPosition is { } lab)
        {
            Vertex? primary = vertices.FirstOrDefault(static vertex => vertex.Status == 1) ?? vertices.FirstOrDefault();
            FourVector from = primary is null ? EventPosition : PositionOf(primary);
            shift = new FourVector(0.0, (lab.X * lengthUnit) - from.X, (lab.Y * lengthUnit) - from.Y, (lab.Z * lengthUnit) - from.Z);
        }

        foreach ((int origin, int pdg, int status, FourVector p, double mass) in particles)
        {
            if (status == 1)
            {
                FourVector at = StartOf(origin);
                into.List.Add(new GeneratedParticle(pdg, p.X, p.Y, p.Z, mass, at.X + shift.X, at.Y + shift.Y, at.Z + shift.Z, at.E / CentimetresPerNanosecond));
            }
        }
    }

    private FourVector EventPosition => eventPosition is { } p ? new FourVector(p.E * lengthUnit, p.X * lengthUnit, p.Y * lengthUnit, p.Z * lengthUnit) : default;

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

    private sealed record Vertex(int Status, int Incoming, FourVector? Position);
}
