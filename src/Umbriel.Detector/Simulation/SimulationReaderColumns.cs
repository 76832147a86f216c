using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>The open columns of a simulation file.</summary>
internal sealed class SimulationReaderColumns(Hdf5Reader file, DetectorCard card) : EventFileColumns<StoredEvent>(file, card)
{
    private readonly int ticks = card.Readout.Ticks;

    public override StoredEvent Read(long place)
    {
        SimulatedParticle[] particles = Particles(Rows(place, "particle", "/particles"));
        Deposit[] deposits = Deposits(Rows(place, "deposit", "/deposits"), particles.Length);
        StoredEventSummary summary = new(
            Number(place),
            Value("weight"),
            Column<int>("/events/primaries").Read(place),
            Value("energy_given"),
            Value("energy_released"),
            Value("energy_deposited"),
            Value("energy_visible"),
            Value("energy_escaped"),
            Value("energy_lost"),
            Column<int>("/events/beam_particles").Read(place),
            Column<int>("/events/beam_deposits").Read(place));
        if (summary.Primaries < 0 || summary.Primaries > particles.Length)
        {
            throw Damaged("/events/primaries", $"{summary.Primaries}", $"at most the event's {particles.Length} particles");
        }

        if (summary.BeamParticles < summary.Primaries || summary.BeamParticles > particles.Length || summary.BeamDeposits < 0 || summary.BeamDeposits > deposits.Length)
        {
            throw Damaged("/events/beam_particles", $"{summary.BeamParticles} particles with {summary.BeamDeposits} deposits", $"at most the event's {particles.Length} and {deposits.Length}");
        }

        return new StoredEvent(summary, particles, deposits, Flashes(Rows(place, "flash", "/flashes")), Signals(Rows(place, "region", "/regions")));

        double Value(string name) => Column<double>($"/events/{name}").Read(place);
    }

    private SimulatedParticle[] Particles((long Start, int Count) rows)
    {
        T[] Take<T>(string name)
            where T : unmanaged => Values<T>($"/particles/{name}", rows);
        (int[] pdg, int[] parent, byte[] process) = (Take<int>("pdg"), Take<int>("parent"), Take<byte>("process"));
        (double[] x, double[] y, double[] z, double[] time) = (Take<double>("x"), Take<double>("y"), Take<double>("z"), Take<double>("time"));
        (float[] dx, float[] dy, float[] dz) = (Take<float>("dx"), Take<float>("dy"), Take<float>("dz"));
        double[] energy = Take<double>("kinetic_energy");
        SimulatedParticle[] particles = new SimulatedParticle[rows.Count];
        for (int i = 0; i < particles.Length; i++)
        {
            if (parent[i] < -1 || parent[i] >= i)
            {
                throw Damaged("/particles/parent", $"{parent[i]} for particle {i}", "an earlier particle, or -1");
            }

            ParticleState state = new()
            {
                Kind = (ParticleKind)pdg[i],
                Index = i,
                Energy = energy[i],
                Time = time[i],
                X = x[i],
                Y = y[i],
                Z = z[i],
                DX = dx[i],
                DY = dy[i],
                DZ = dz[i],
            };
            particles[i] = new SimulatedParticle(state, parent[i], (CreationProcess)process[i]);
        }

        return particles;
    }

    private Deposit[] Deposits((long Start, int Count) rows, int particles)
    {
        T[] Take<T>(string name)
            where T : unmanaged => Values<T>($"/deposits/{name}", rows);
        int[] particle = Take<int>("particle");
        (float[] x, float[] y, float[] z) = (Take<float>("x"), Take<float>("y"), Take<float>("z"));
        (float[] endX, float[] endY, float[] endZ) = (Take<float>("end_x"), Take<float>("end_y"), Take<float>("end_z"));
        (double[] time, double[] energy) = (Take<double>("time"), Take<double>("energy"));
        Deposit[] deposits = new Deposit[rows.Count];
        for (int i = 0; i < deposits.Length; i++)
        {
            deposits[i] = particle[i] >= 0 && particle[i] < particles
                ? new Deposit(particle[i], x[i], y[i], z[i], endX[i], endY[i], endZ[i], time[i], energy[i])
                : throw Damaged("/deposits/particle", $"{particle[i]}", $"one of the event's {particles} particles");
        }

        return deposits;
    }

    private Flash[] Flashes((long Start, int Count) rows)
    {
        T[] Take<T>(string name)
            where T : unmanaged => Values<T>($"/flashes/{name}", rows);
        (double[] time, double[] meanTime) = (Take<double>("time"), Take<double>("mean_time"));
        (double[] photons, double[] expected) = (Take<double>("photons"), Take<double>("expected"));
        (int[] photoElectrons, int[] prompt) = (Take<int>("photo_electrons"), Take<int>("prompt"));
        (double[] y, double[] z, double[] yWidth, double[] zWidth) = (Take<double>("y"), Take<double>("z"), Take<double>("y_width"), Take<double>("z_width"));
        return [.. Enumerable.Range(0, rows.Count).Select(i => new Flash(time[i], meanTime[i], photons[i], expected[i], photoElectrons[i], prompt[i], Position(i)))];

        FlashPosition? Position(int i) => photoElectrons[i] <= 0 ? null
            : double.IsFinite(y[i] + z[i] + yWidth[i] + zWidth[i]) ? new FlashPosition(y[i], z[i], yWidth[i], zWidth[i])
            : throw Damaged("/flashes/y, z, y_width or z_width", "a value that is not finite", "finite values for a flash with photo-electrons");
    }

    private WireSignals Signals((long Start, int Count) rows)
    {
        T[] Take<T>(string name)
            where T : unmanaged => Values<T>($"/regions/{name}", rows);
        WireSignals signals = new();
        byte[] plane = Take<byte>("plane");
        (int[] wire, int[] start, int[] length) = (Take<int>("wire"), Take<int>("start_tick"), Take<int>("length"));
        long[] offset = Take<long>("offset");
        Hdf5ColumnReader<short> samples = Column<short>("/samples/adc");
        long total = 0;
        bool inOrder = true;
        for (int i = 0; i < rows.Count; i++)
        {
            if (!HasWire(plane[i], wire[i]) || length[i] < 1 || start[i] < 0 || start[i] > ticks - length[i])
            {
                throw Damaged("/regions", $"{length[i]} ticks from {start[i]} of wire {wire[i]} in plane {plane[i]}", "a part of the detector card's planes and readout");
            }

            inOrder &= i == 0 || offset[i] == offset[i - 1] + length[i - 1];
            total += length[i];
        }

        if (total > Math.Min(samples.Length, Array.MaxLength / 2))
        {
            throw Damaged("/regions/length", $"{total} samples", $"at most the {samples.Length} in /samples/adc");
        }

        short[] all = inOrder ? new short[total] : [];
        if (all.Length > 0)
        {
            samples.Read(offset[0], all);
        }

        for (int i = 0; i < rows.Count; i++)
        {
            Span<short> region = signals.Add(plane[i], wire[i], start[i], length[i]);
            if (inOrder)
            {
                all.AsSpan((int)(offset[i] - offset[0]), length[i]).CopyTo(region);
            }
            else
            {
                samples.Read(offset[i], region);
            }
        }

        return signals;
    }
}
