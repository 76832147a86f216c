using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.HepMc3;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Formats.Events;

/// <summary>
/// What became of struck nuclei (docs/formats.md): group <c>/breakup</c> with a row a particle, all of an event together. Files whose
/// events have none do not have the group.
/// </summary>
internal sealed class BreakupTable : IDisposable
{
    /// <summary>The group.</summary>
    public const string Group = "/breakup";

    private readonly Hdf5Writer writer;
    private Hdf5Table<Row>? table;

    /// <summary>Binds a file; the group is made with the first breakup.</summary>
    public BreakupTable(Hdf5Writer writer) => this.writer = writer;

    private sealed record Row(long Event, byte Status, int Pdg, FourVector Momentum);

    /// <summary>Adds the breakups of a batch whose first event has a row in <c>/events</c>.</summary>
    public void Add(TruthEventBatch batch, long first)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            if (batch.Breakup[i] is not { } breakup)
            {
                continue;
            }

            table ??= Create();
            foreach ((byte status, int pdg, FourVector momentum) in Rows(breakup, batch.NeutrinoPdg[i]))
            {
                table.Add(new Row(first + i, status, pdg, momentum));
            }
        }
    }

    /// <summary>Writes what is held back.</summary>
    public void Flush() => table?.Flush();

    /// <inheritdoc/>
    public void Dispose() => table?.Dispose();

    /// <summary>Reads the breakups of the events of a whole file.</summary>
    /// <exception cref="UserErrorException">The group is damaged.</exception>
    public static void Read(string path, Hdf5Reader reader, TruthEventBatch batch)
    {
        if (!reader.Has(Group))
        {
            return;
        }

        long[] events = reader.Read<long>($"{Group}/event");
        byte[] statuses = Column<byte>("status");
        int[] codes = Column<int>("pdg");
        double[] e = Column<double>("e");
        double[] x = Column<double>("px");
        double[] y = Column<double>("py");
        double[] z = Column<double>("pz");
        for (int start = 0, end; start < events.Length; start = end)
        {
            end = start;
            while (end < events.Length && events[end] == events[start])
            {
                end++;
            }

            // Neutrino, nucleus, struck nucleon, nucleon that leaves, remnant at the least.
            if (events[start] < 0 || events[start] >= batch.Count || end - start < 5 || !statuses.AsSpan(start, 4).SequenceEqual((ReadOnlySpan<byte>)[4, 20, 21, 22]))
            {
                throw new UserErrorException(path, Group, $"{end - start} rows of event {events[start]}", "neutrino, nucleus, struck nucleon, nucleon that leaves, particles and remnant of an event");
            }

            (int protons, int nucleons) = Content(codes[start + 1]);
            (int remnantProtons, int remnantNucleons) = Content(codes[end - 1]);
            (int Pdg, FourVector Momentum)[] particles = new (int, FourVector)[end - start - 5];
            for (int i = 0; i < particles.Length; i++)
            {
                particles[i] = (codes[start + 4 + i], At(start + 4 + i));
            }

            batch.Breakup[events[start]] = new NuclearBreakup(
                At(start), protons, nucleons, e[start + 1], codes[start + 2], At(start + 2), At(start + 3), particles, remnantProtons, remnantNucleons, At(end - 1));
        }

        FourVector At(int row) => new(e[row], x[row], y[row], z[row]);

        T[] Column<T>(string name)
            where T : unmanaged
        {
            T[] values = reader.Read<T>($"{Group}/{name}");
            return values.Length == events.Length ? values : throw new UserErrorException(path, $"{Group}/{name}", $"{values.Length} values", $"{events.Length}, as {Group}/event has");
        }
    }

    private static IEnumerable<(byte Status, int Pdg, FourVector Momentum)> Rows(NuclearBreakup breakup, int neutrino) =>
    [
        (4, neutrino, breakup.Neutrino),
        (20, ParticleCode.Nucleus((1000 * breakup.Protons) + breakup.Nucleons), new FourVector(breakup.Mass, 0.0, 0.0, 0.0)),
        (21, breakup.StruckPdg, breakup.Struck),
        (22, breakup.StruckPdg, breakup.Leaving),
        .. breakup.Particles.Select(particle => ((byte)1, particle.Pdg, particle.Momentum)),
        (1, ParticleCode.Remainder(breakup.RemnantProtons, breakup.RemnantNucleons), breakup.Remnant),
    ];

    private static (int Protons, int Nucleons) Content(int pdg) => pdg switch
    {
        ParticleCode.Proton => (1, 1),
        ParticleCode.Neutron => (0, 1),
        _ => (pdg / 10_000 % 1000, pdg / 10 % 1000),
    };

    private Hdf5Table<Row> Create() => new Hdf5Table<Row>(writer, Group)
        .Column("event", "", "row of the event in /events", static row => row.Event)
        .Column("status", "", "4 neutrino, 20 nucleus, 21 struck nucleon, 22 the nucleon after the scattering, 1 left the nucleus; the last of an event is the remnant", static row => row.Status)
        .Column("pdg", "", "PDG code", static row => row.Pdg)
        .Column("e", "GeV", "energy", static row => row.Momentum.E)
        .Column("px", "GeV", "x momentum", static row => row.Momentum.X)
        .Column("py", "GeV", "y momentum", static row => row.Momentum.Y)
        .Column("pz", "GeV", "z momentum", static row => row.Momentum.Z);
}
