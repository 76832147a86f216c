using Umbriel.Detector.Readout;
using Umbriel.Interchange.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>The groups of a simulation file while it is written.</summary>
internal sealed class SimulationTables : IDisposable
{
    private readonly RowTable<EventRow> events;
    private readonly RowTable<(int Event, SimulatedParticle Particle)> particles;
    private readonly RowTable<(int Event, Deposit Deposit)> deposits;
    private readonly RowTable<(int Event, WireRegion Region, long Offset)> regions;
    private readonly RowTable<(int Event, Flash Flash)> flashes;
    private readonly Hdf5Column<short> samples;

    public SimulationTables(Hdf5Writer writer)
    {
        events = new RowTable<EventRow>(writer, "/events")
            .Column("event", "", "number in the run", static r => r.Event)
            .Column("weight", "", "weight", static r => r.Weight)
            .Column("primaries", "", "number of primaries: the event's first particles", static r => r.Primaries)
            .Column("primary_pdg", "", "PDG code of the first primary, 0 for none", static r => r.PrimaryPdg)
            .Column("energy_given", "GeV", "kinetic energy of the primaries", static r => r.Given)
            .Column("energy_released", "GeV", "energy from rest masses and nuclear binding", static r => r.Released)
            .Column("energy_deposited", "GeV", "energy left in the liquid", static r => r.Deposited)
            .Column("energy_visible", "GeV", "the part of energy_deposited in the active volume", static r => r.Visible)
            .Column("energy_escaped", "GeV", "energy that left the liquid", static r => r.Escaped)
            .Column("energy_lost", "GeV", "energy of neutrinos, nuclear binding and what is not followed", static r => r.Lost)
            .Column("particle_offset", "", "first row in /particles", static r => r.Particles.Offset)
            .Column("particle_count", "", "rows in /particles", static r => r.Particles.Count)
            .Column("deposit_offset", "", "first row in /deposits", static r => r.Deposits.Offset)
            .Column("deposit_count", "", "rows in /deposits", static r => r.Deposits.Count)
            .Column("region_offset", "", "first row in /regions", static r => r.Regions.Offset)
            .Column("region_count", "", "rows in /regions", static r => r.Regions.Count)
            .Column("flash_offset", "", "first row in /flashes", static r => r.Flashes.Offset)
            .Column("flash_count", "", "rows in /flashes", static r => r.Flashes.Count);
        particles = new RowTable<(int Event, SimulatedParticle Particle)>(writer, "/particles")
            .Column("event", "", "number of the event", static r => r.Event)
            .Column("pdg", "", "PDG code", static r => (int)r.Particle.Start.Kind)
            .Column("parent", "", "parent within the event, -1 for a primary", static r => r.Particle.Parent)
            .Column("process", "", "what made it", static r => (byte)r.Particle.Process)
            .Column("x", "cm", "start", static r => r.Particle.Start.X)
            .Column("y", "cm", "start", static r => r.Particle.Start.Y)
            .Column("z", "cm", "start", static r => r.Particle.Start.Z)
            .Column("time", "ns", "start", static r => r.Particle.Start.Time)
            .Column("dx", "", "unit vector of the direction", static r => (float)r.Particle.Start.DX)
            .Column("dy", "", "unit vector of the direction", static r => (float)r.Particle.Start.DY)
            .Column("dz", "", "unit vector of the direction", static r => (float)r.Particle.Start.DZ)
            .Column("kinetic_energy", "GeV", "at the start", static r => r.Particle.Start.Energy);
        deposits = new RowTable<(int Event, Deposit Deposit)>(writer, "/deposits")
            .Column("event", "", "number of the event", static r => r.Event)
            .Column("particle", "", "particle within the event", static r => r.Deposit.Particle)
            .Column("x", "cm", "start of the step", static r => (float)r.Deposit.X)
            .Column("y", "cm", "start of the step", static r => (float)r.Deposit.Y)
            .Column("z", "cm", "start of the step", static r => (float)r.Deposit.Z)
            .Column("end_x", "cm", "end of the step", static r => (float)r.Deposit.EndX)
            .Column("end_y", "cm", "end of the step", static r => (float)r.Deposit.EndY)
            .Column("end_z", "cm", "end of the step", static r => (float)r.Deposit.EndZ)
            .Column("time", "ns", "at the start of the step", static r => r.Deposit.Time)
            .Column("energy", "GeV", "energy deposited", static r => r.Deposit.Energy);
        regions = new RowTable<(int Event, WireRegion Region, long Offset)>(writer, "/regions")
            .Column("event", "", "number of the event", static r => r.Event)
            .Column("plane", "", "wire plane, in the card's order", static r => (byte)r.Region.Plane)
            .Column("wire", "", "wire", static r => r.Region.Wire)
            .Column("start_tick", "", "first sample", static r => r.Region.StartTick)
            .Column("length", "", "number of samples", static r => r.Region.Length)
            .Column("offset", "", "first sample in /samples/adc", static r => r.Offset);
        flashes = new RowTable<(int Event, Flash Flash)>(writer, "/flashes")
            .Column("event", "", "number of the event", static r => r.Event)
            .Column("time", "ns", "first deposit", static r => r.Flash.Time)
            .Column("mean_time", "ns", "mean time of emission", static r => r.Flash.MeanTime)
            .Column("photons", "", "photons emitted", static r => r.Flash.Photons)
            .Column("expected", "", "photo-electrons expected", static r => r.Flash.Expected)
            .Column("photo_electrons", "", "photo-electrons counted", static r => r.Flash.PhotoElectrons)
            .Column("prompt", "", "prompt photo-electrons", static r => r.Flash.Prompt);
        writer.CreateGroup("/samples");
        samples = writer.CreateColumn<short>("/samples/adc", "ADC counts", "samples above the rounded pedestal");
    }

    public void Add(EventResult result)
    {
        SimulatedEvent simulated = result.Simulated;
        int index = checked((int)result.Index);
        events.Add(new EventRow(
            index,
            result.Weight,
            result.Primaries,
            result.Primaries > 0 ? (int)simulated.Particles[0].Start.Kind : 0,
            result.Given,
            simulated.Released,
            result.Deposited,
            result.Visible,
            simulated.Escaped,
            simulated.Lost,
            new Rows(particles.Count, simulated.Particles.Count),
            new Rows(deposits.Count, simulated.Deposits.Count),
            new Rows(regions.Count, result.Signals.Regions.Count),
            new Rows(flashes.Count, result.Flashes.Count)));
        foreach (SimulatedParticle particle in simulated.Particles)
        {
            particles.Add((index, particle));
        }

        foreach (Deposit deposit in simulated.Deposits)
        {
            deposits.Add((index, deposit));
        }

        foreach (WireRegion region in result.Signals.Regions)
        {
            regions.Add((index, region, (long)samples.Length + region.Offset));
        }

        foreach (Flash flash in result.Flashes)
        {
            flashes.Add((index, flash));
        }

        samples.Append(result.Signals.Buffer);
    }

    public void Flush()
    {
        events.Flush();
        particles.Flush();
        deposits.Flush();
        regions.Flush();
        flashes.Flush();
    }

    public void Dispose()
    {
        events.Dispose();
        particles.Dispose();
        deposits.Dispose();
        regions.Dispose();
        flashes.Dispose();
        samples.Dispose();
    }

    private readonly record struct Rows(long Offset, int Count);

    private readonly record struct EventRow(
        int Event,
        double Weight,
        int Primaries,
        int PrimaryPdg,
        double Given,
        double Released,
        double Deposited,
        double Visible,
        double Escaped,
        double Lost,
        Rows Particles,
        Rows Deposits,
        Rows Regions,
        Rows Flashes);
}
