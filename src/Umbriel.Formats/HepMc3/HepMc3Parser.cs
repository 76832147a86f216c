using System.Globalization;
using System.Text;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Formats.HepMc3;

/// <summary>
/// HepMC3 ASCII (Asciiv3): what <see cref="EventGraph"/> makes of its particles and vertices, all weights with their names, and the
/// attribute signal_process_id. If there is NuHepMC's attribute lab_pos, the whole event is moved so that its primary vertex is there.
/// </summary>
/// <param name="asked">Name of the weight that counts, if the user has chosen one.</param>
internal sealed class HepMc3Parser(string? asked) : IEventParser
{
    private const int Most = 1_000_000;

    private readonly EventGraph graph = new();
    private int weight;
    private EventUnits? units;
    private FourVector? eventPosition;
    private FourVector? labPosition;

    /// <inheritdoc/>
    public WeightNames WeightNames { get; private set; } = WeightNames.None;

    public void ReadHeader(TextLines lines)
    {
        lines.Need("HepMC::Version");
        lines.Need("HepMC::Asciiv3-START_EVENT_LISTING");
        while (lines.Next())
        {
            ReadOnlySpan<byte> kind = lines.Word();
            if (kind.SequenceEqual("W"u8))
            {
                string[] names = Encoding.UTF8.GetString(lines.Rest()).Split("\\|");
                weight = WeightChoice.Of($"{lines.Path}:{lines.Number}", names, asked);
                WeightNames = WeightNames.Of(names);
            }
            else if (!kind.SequenceEqual("T"u8) && !kind.SequenceEqual("A"u8))
            {
                lines.Repeat();
                break;
            }
        }

        if (asked is not null && WeightNames.Count == 0)
        {
            throw new UserErrorException("--weight", null, Text.Show.Quoted(asked), $"no name: the weights of {lines.Path} have none");
        }
    }

    public IEventParser Copy() => new HepMc3Parser(asked) { weight = weight, WeightNames = WeightNames };

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
        into.Number = lines.Long("event number");
        int declaredVertices = lines.Whole("vertices", 0, Most);
        int declared = lines.Whole("particles", 0, Most);
        graph.Clear();
        (units, labPosition) = (null, null);
        eventPosition = Position(lines, 1.0);
        into.NamedWeights = [.. Enumerable.Repeat(1.0, WeightNames.Count)];
        while (lines.Next() && ReadLine(lines, into))
        {
        }

        if (graph.Particles != declared || graph.Vertices > declaredVertices)
        {
            throw new UserErrorException($"{lines.Path}:{first}", null, $"{declaredVertices} vertices and {declared} particles announced, {graph.Vertices} and {graph.Particles} in the event", "as many");
        }

        double length = (units ?? EventUnits.Default).Length;
        graph.EventPosition = eventPosition is { } p ? length * p : default;
        graph.LabPosition = labPosition is { } lab ? length * lab : null;
        graph.Finish(into);
        return true;
    }

    /// <summary>Reads one line of an event; false if it belongs to the next one.</summary>
    private bool ReadLine(TextLines lines, GeneratedEvent into)
    {
        ReadOnlySpan<byte> kind = lines.Word();
        switch (kind.Length == 1 ? (char)kind[0] : ' ')
        {
            case 'U':
                units = graph.Particles + graph.Vertices == 0 && units is null ? EventUnits.Read(lines) : throw lines.Error(null, lines.Line, "the units once, before particles and vertices");
                return true;
            case 'W':
                ReadWeights(lines, into);
                return true;
            case 'A':
                ReadAttribute(lines, into);
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

    private void ReadWeights(TextLines lines, GeneratedEvent into)
    {
        if (WeightNames.Count == 0)
        {
            into.Weight = lines.Real("weight");
            lines.End("the weight; several weights need names, in a line W before the first event");
            return;
        }

        double[] values = new double[WeightNames.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = lines.Real("weight");
        }

        lines.End($"{values.Length} weights, as many as there are names");
        (into.NamedWeights, into.Weight) = (values, values[weight]);
    }

    private void ReadAttribute(TextLines lines, GeneratedEvent into)
    {
        if (!lines.Word().SequenceEqual("0"u8))
        {
            return;
        }

        ReadOnlySpan<byte> name = lines.Word();
        if (name.SequenceEqual("lab_pos"u8))
        {
            labPosition = new FourVector(0.0, lines.Real("lab_pos"), lines.Real("lab_pos"), lines.Real("lab_pos"));
        }
        else if (name.SequenceEqual("signal_process_id"u8))
        {
            into.Process = lines.Whole("signal_process_id");
        }
    }

    private void ReadVertex(TextLines lines)
    {
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
            if (!int.TryParse(head, CultureInfo.InvariantCulture, out incoming) || incoming < 1 || incoming > graph.Particles)
            {
                throw lines.Error("incoming particles", list, "particles before this line");
            }
        }

        if (!graph.TryAddVertex(number, status, incoming, Position(lines, (units ?? EventUnits.Default).Length)))
        {
            throw new UserErrorException($"{lines.Path}:{lines.Number}", "vertex", $"{number} again", "a number for each vertex");
        }
    }

    private void ReadParticle(TextLines lines)
    {
        int number = lines.Whole("particle", 1, Most);
        if (number != graph.Particles + 1)
        {
            throw new UserErrorException($"{lines.Path}:{lines.Number}", "particle", $"{number}", $"{graph.Particles + 1}: particles are numbered in order");
        }

        int origin = lines.Whole("origin");
        if (origin >= number || (origin < 0 && !graph.HasVertex(origin)))
        {
            throw new UserErrorException($"{lines.Path}:{lines.Number}", "origin", $"{origin}", "a particle or a vertex before this line, or 0");
        }

        int pdg = lines.Whole("pdg");
        (double px, double py, double pz) = (lines.Real("px"), lines.Real("py"), lines.Real("pz"));
        double energy = lines.Real("E");
        double mass = Math.Max(0.0, lines.Real("mass"));
        int status = lines.Whole("status");
        lines.End("the status");
        double unit = (units ?? EventUnits.Default).Energy;
        graph.AddParticle(origin, pdg, status, new FourVector(energy * unit, px * unit, py * unit, pz * unit), mass * unit);
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
}
