using System.Text;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Formats.HepMc3;

/// <summary>
/// HepMC2 ASCII (IO_GenEvent): E with event number, signal process, its vertex and the weights, N with their names, U, and each
/// vertex V followed by the particles P that come in from nowhere and that go out. C, H and F are passed over.
/// </summary>
/// <param name="asked">Name of the weight that counts, if the user has chosen one.</param>
internal sealed class HepMc2Parser(string? asked) : IEventParser
{
    private const int Most = 1_000_000;
    private const string Start = "HepMC::IO_GenEvent-START_EVENT_LISTING";
    private const string End = "HepMC::IO_GenEvent-END_EVENT_LISTING";

    private readonly EventGraph graph = new();
    private readonly List<(int Particle, int Vertex)> ends = [];
    private EventUnits units;
    private double[] weights = [];
    private int weight;
    private bool hasNames;
    private int vertex;
    private int incoming;
    private int outgoing;
    private int signalVertex;

    /// <inheritdoc/>
    public WeightNames WeightNames { get; private set; } = WeightNames.None;

    public void ReadHeader(TextLines lines)
    {
        lines.Need("HepMC::Version");
        lines.Need(Start);
    }

    public IEventParser Copy() => new HepMc2Parser(asked) { weight = weight, hasNames = hasNames, WeightNames = WeightNames };

    public bool ReadEvent(TextLines lines, GeneratedEvent into)
    {
        into.Clear();
        if (!lines.Next())
        {
            return false;
        }

        ReadOnlySpan<byte> kind = lines.Word();
        if (kind.SequenceEqual("HepMC::IO_GenEvent-END_EVENT_LISTING"u8))
        {
            return lines.Next() ? throw lines.Error(null, lines.Line, $"the end of the file after {End}") : false;
        }

        if (!kind.SequenceEqual("E"u8))
        {
            throw lines.Error(null, kind, $"E, the first line of an event, or {End}");
        }

        long first = lines.Number;
        int declared = ReadEventLine(lines, into);
        bool named = false;
        while (lines.Next() && ReadLine(lines, ref named))
        {
        }

        if (graph.Vertices != declared || incoming + outgoing != 0)
        {
            throw new UserErrorException($"{lines.Path}:{first}", null, $"{declared} vertices announced, {graph.Vertices} in the event and {incoming + outgoing} of their particles missing", "as many");
        }

        FinishWeights($"{lines.Path}:{first}", named, into);
        foreach ((int particle, int end) in ends)
        {
            if (graph.HasVertex(end))
            {
                graph.End(particle, end);
            }
        }

        graph.MarkPrimary(signalVertex);
        graph.Finish(into);
        return true;
    }

    private int ReadEventLine(TextLines lines, GeneratedEvent into)
    {
        graph.Clear();
        ends.Clear();
        (units, incoming, outgoing) = (EventUnits.Default, 0, 0);
        into.Number = lines.Long("event number");
        lines.Whole("interactions");
        lines.Real("scale");
        lines.Real("alpha QCD");
        lines.Real("alpha QED");
        into.Process = lines.Whole("signal process");
        signalVertex = lines.Whole("signal vertex");
        int declared = lines.Whole("vertices", 0, Most);
        lines.Whole("beam particle");
        lines.Whole("beam particle");
        int randoms = lines.Whole("random numbers", 0, Most);
        for (int i = 0; i < randoms; i++)
        {
            lines.Long("random number");
        }

        weights = new double[lines.Whole("weights", 0, Most)];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = lines.Real("weight");
        }

        lines.End("the weights");
        return declared;
    }

    /// <summary>Reads one line of an event; false if it belongs to the next one.</summary>
    private bool ReadLine(TextLines lines, ref bool named)
    {
        ReadOnlySpan<byte> kind = lines.Word();
        switch (kind.Length == 1 ? (char)kind[0] : ' ')
        {
            case 'N':
                ReadNames(lines);
                named = true;
                return true;
            case 'U':
                units = graph.Vertices == 0 ? EventUnits.Read(lines) : throw lines.Error(null, lines.Line, "the units before the vertices");
                return true;
            case 'C' or 'H' or 'F':
                return true;
            case 'V':
                ReadVertex(lines);
                return true;
            case 'P':
                ReadParticle(lines);
                return true;
            default:
                if (kind.SequenceEqual("E"u8) || kind.StartsWith("HepMC::"u8))
                {
                    lines.Repeat();
                    return false;
                }

                throw lines.Error(null, kind, "a line of an event: N, U, C, H, F, V, P or E");
        }
    }

    /// <summary>A number and as many names in double quotes. All events have the names of the first.</summary>
    private void ReadNames(TextLines lines)
    {
        int count = lines.Whole("names", 0, Most);
        string[] parts = Encoding.UTF8.GetString(lines.Rest()).Split('"');
        string[] names = [.. parts.Where(static (_, i) => i % 2 == 1)];
        if (names.Length != count || parts.Length % 2 == 0 || count != weights.Length)
        {
            throw lines.Error("weights", lines.Rest(), $"{weights.Length} names in double quotes, as many as there are weights");
        }

        WeightNames found = WeightNames.Of(names);
        if (!hasNames)
        {
            weight = count == 0 ? 0 : WeightChoice.Of($"{lines.Path}:{lines.Number}", names, asked);
            (WeightNames, hasNames) = (found, true);
        }
        else if (found != WeightNames)
        {
            throw lines.Error("weights", lines.Rest(), "the names of the first event");
        }
    }

    private void FinishWeights(string source, bool named, GeneratedEvent into)
    {
        if (!named && (weights.Length > 1 || WeightNames.Count > 0))
        {
            throw new UserErrorException(source, "weights", $"{weights.Length} weights without names", "a line N with their names");
        }

        if (!named && asked is not null)
        {
            throw new UserErrorException("--weight", null, Text.Show.Quoted(asked), $"no name: the weights of {source} have none");
        }

        into.Weight = weights.Length > 0 ? weights[named ? weight : 0] : 1.0;
        into.NamedWeights = named ? weights : [];
    }

    private void ReadVertex(TextLines lines)
    {
        if (incoming + outgoing != 0)
        {
            throw lines.Error(null, lines.Line, $"{incoming + outgoing} more particles of the vertex before");
        }

        vertex = lines.Whole("vertex", int.MinValue, -1);
        lines.Whole("status");
        (double x, double y, double z, double t) = (lines.Real("x"), lines.Real("y"), lines.Real("z"), lines.Real("ct"));
        incoming = lines.Whole("incoming particles", 0, Most);
        outgoing = lines.Whole("outgoing particles", 0, Most);
        double unit = units.Length;
        if (!graph.TryAddVertex(vertex, 0, 0, new FourVector(t * unit, x * unit, y * unit, z * unit)))
        {
            throw new UserErrorException($"{lines.Path}:{lines.Number}", "vertex", $"{vertex} again", "a number for each vertex");
        }
    }

    private void ReadParticle(TextLines lines)
    {
        if (incoming + outgoing == 0)
        {
            throw lines.Error(null, lines.Line, "no more particles of this vertex");
        }

        lines.Whole("particle");
        int pdg = lines.Whole("pdg");
        (double px, double py, double pz) = (lines.Real("px"), lines.Real("py"), lines.Real("pz"));
        double energy = lines.Real("E");
        double mass = Math.Max(0.0, lines.Real("mass"));
        int status = lines.Whole("status");
        lines.Real("theta");
        lines.Real("phi");
        int end = lines.Whole("end vertex");
        double unit = units.Energy;
        graph.AddParticle(incoming > 0 ? 0 : vertex, pdg, status, new FourVector(energy * unit, px * unit, py * unit, pz * unit), mass * unit);
        if (end != 0)
        {
            ends.Add((graph.Particles, end));
        }

        (incoming, outgoing) = incoming > 0 ? (incoming - 1, outgoing) : (incoming, outgoing - 1);
    }
}
