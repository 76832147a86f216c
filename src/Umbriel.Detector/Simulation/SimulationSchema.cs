using Umbriel.Detector.Readout;
using Umbriel.Formats.Events;

namespace Umbriel.Detector.Simulation;

/// <summary>Every table and column of a simulation file, in the order of the file; docs/formats.md.</summary>
internal static class SimulationSchema
{
    static SimulationSchema()
    {
        List<SimulationColumn> all = [];
        Tables = [Events(all), Particles(all), Deposits(all), Regions(all), Flashes(all), Samples(all), Weights(all)];
        Columns = all;
        Text = string.Join('\n', all.Select(static column => $"{column.Name} {column.Units} {column.Description} {column.ValueSize} {column.IsNoisy}"));
    }

    /// <summary>The tables.</summary>
    public static IReadOnlyList<SimulationTable> Tables { get; }

    /// <summary>The columns of all tables, by their number.</summary>
    public static IReadOnlyList<SimulationColumn> Columns { get; }

    /// <summary>All of it in stable text.</summary>
    public static string Text { get; }

    private static SimulationTable Events(List<SimulationColumn> all) => new SimulationTable("/events", all, static _ => 1)
        .Column("event", "", "number in the run", static (r, _) => checked((int)r.Index))
        .Column("weight", "", "weight", static (r, _) => r.Label.Weight)
        .Column("primaries", "", "number of primaries of the beam event: its first particles", static (r, _) => r.Primaries)
        .Column("primary_pdg", "", "PDG code of the first primary, 0 for none", static (r, _) => r.Primaries > 0 ? (int)r.Simulated.Particles[0].Start.Kind : 0)
        .Column("energy_given", "GeV", "kinetic energy of the primaries, cosmic muons included", static (r, _) => r.Given)
        .Column("energy_released", "GeV", "energy from rest masses and nuclear binding", static (r, _) => r.Simulated.Released)
        .Column("energy_deposited", "GeV", "energy left in the liquid", static (r, _) => r.Deposited)
        .Column("energy_visible", "GeV", "the part of energy_deposited in the active volume", static (r, _) => r.Visible)
        .Column("energy_escaped", "GeV", "energy that left the liquid", static (r, _) => r.Simulated.Escaped)
        .Column("energy_lost", "GeV", "energy of neutrinos, nuclear binding and what is not followed", static (r, _) => r.Simulated.Lost)
        .Offset("particle_offset", "first row in /particles", static (r, _) => r.Before.Particles)
        .Column("particle_count", "", "rows in /particles", static (r, _) => r.Simulated.Particles.Count)
        .Offset("deposit_offset", "first row in /deposits", static (r, _) => r.Before.Deposits)
        .Column("deposit_count", "", "rows in /deposits", static (r, _) => r.Simulated.Deposits.Count)
        .Offset("region_offset", "first row in /regions", static (r, _) => r.Before.Regions)
        .Column("region_count", "", "rows in /regions", static (r, _) => r.Signals.Regions.Count)
        .Offset("flash_offset", "first row in /flashes", static (r, _) => r.Before.Flashes)
        .Column("flash_count", "", "rows in /flashes", static (r, _) => r.Flashes.Count)
        .Column("cosmics", "", "number of cosmic muons laid over the beam event", static (r, _) => r.Cosmics)
        .Column("beam_particles", "", "particles of the beam event: the first ones; the cosmic muons' follow", static (r, _) => r.BeamParticles)
        .Column("beam_deposits", "", "deposits of the beam event: the first ones; the cosmic muons' follow", static (r, _) => r.BeamDeposits)
        .Column("beam_energy_given", "GeV", "kinetic energy of the beam event's primaries", static (r, _) => r.BeamGiven)
        .Column("beam_energy_visible", "GeV", "energy that the beam event left in the active volume", static (r, _) => r.BeamVisible)
        .Column("energy_not_followed", "GeV", "the part of energy_lost that particles took which no transport follows, but for neutrinos and the dark sector", static (r, _) => r.Simulated.NotFollowed)
        .Label();

    private static SimulationTable Particles(List<SimulationColumn> all) => new SimulationTable("/particles", all, static r => r.Simulated.Particles.Count)
        .Column("event", "", "number of the event", static (r, _) => (int)r.Index)
        .Column("pdg", "", "PDG code", static (r, i) => (int)r.Simulated.Particles[i].Start.Kind)
        .Column("parent", "", "parent within the event, -1 for a primary", static (r, i) => r.Simulated.Particles[i].Parent)
        .Column("process", "", "what made it", static (r, i) => (byte)r.Simulated.Particles[i].Process)
        .Column("x", "cm", "start", static (r, i) => r.Simulated.Particles[i].Start.X)
        .Column("y", "cm", "start", static (r, i) => r.Simulated.Particles[i].Start.Y)
        .Column("z", "cm", "start", static (r, i) => r.Simulated.Particles[i].Start.Z)
        .Column("time", "ns", "start", static (r, i) => r.Simulated.Particles[i].Start.Time)
        .Column("dx", "", "unit vector of the direction", static (r, i) => (float)r.Simulated.Particles[i].Start.DX)
        .Column("dy", "", "unit vector of the direction", static (r, i) => (float)r.Simulated.Particles[i].Start.DY)
        .Column("dz", "", "unit vector of the direction", static (r, i) => (float)r.Simulated.Particles[i].Start.DZ)
        .Column("kinetic_energy", "GeV", "at the start", static (r, i) => r.Simulated.Particles[i].Start.Energy)
        .Column("origin", "", "0 beam event, 1 cosmic muon or what it made", static (r, i) => (byte)(i < r.BeamParticles ? 0 : 1));

    private static SimulationTable Deposits(List<SimulationColumn> all) => new SimulationTable("/deposits", all, static r => r.Simulated.Deposits.Count)
        .Column("event", "", "number of the event", static (r, _) => (int)r.Index)
        .Column("particle", "", "particle within the event", static (r, i) => r.Simulated.Deposits[i].Particle)
        .Column("x", "cm", "start of the step", static (r, i) => (float)r.Simulated.Deposits[i].X)
        .Column("y", "cm", "start of the step", static (r, i) => (float)r.Simulated.Deposits[i].Y)
        .Column("z", "cm", "start of the step", static (r, i) => (float)r.Simulated.Deposits[i].Z)
        .Column("end_x", "cm", "end of the step", static (r, i) => (float)r.Simulated.Deposits[i].EndX)
        .Column("end_y", "cm", "end of the step", static (r, i) => (float)r.Simulated.Deposits[i].EndY)
        .Column("end_z", "cm", "end of the step", static (r, i) => (float)r.Simulated.Deposits[i].EndZ)
        .Column("time", "ns", "at the start of the step", static (r, i) => r.Simulated.Deposits[i].Time)
        .Column("energy", "GeV", "energy deposited", static (r, i) => r.Simulated.Deposits[i].Energy);

    private static SimulationTable Regions(List<SimulationColumn> all) => new SimulationTable("/regions", all, static r => r.Signals.Regions.Count)
        .Column("event", "", "number of the event", static (r, _) => (int)r.Index)
        .Column("plane", "", "wire plane, in the card's order", static (r, i) => (byte)r.Signals.Regions[i].Plane)
        .Column("wire", "", "wire", static (r, i) => r.Signals.Regions[i].Wire)
        .Column("start_tick", "", "first sample", static (r, i) => r.Signals.Regions[i].StartTick)
        .Column("length", "", "number of samples", static (r, i) => r.Signals.Regions[i].Length)
        .Offset("offset", "first sample in /samples/adc", static (r, i) => r.Before.Samples + r.Signals.Regions[i].Offset);

    private static SimulationTable Flashes(List<SimulationColumn> all) => new SimulationTable("/flashes", all, static r => r.Flashes.Count)
        .Column("event", "", "number of the event", static (r, _) => (int)r.Index)
        .Column("time", "ns", "first deposit", static (r, i) => r.Flashes[i].Time)
        .Column("mean_time", "ns", "mean time of emission", static (r, i) => r.Flashes[i].MeanTime)
        .Column("photons", "", "photons emitted", static (r, i) => r.Flashes[i].Photons)
        .Column("expected", "", "photo-electrons expected", static (r, i) => r.Flashes[i].Expected)
        .Column("photo_electrons", "", "photo-electrons counted", static (r, i) => r.Flashes[i].PhotoElectrons)
        .Column("prompt", "", "prompt photo-electrons", static (r, i) => r.Flashes[i].Prompt)
        .Column("y", "cm", "mean y of its photomultipliers; NaN if photo_electrons is 0", static (r, i) => r.Flashes[i].Position?.Y ?? double.NaN)
        .Column("z", "cm", "mean z of its photomultipliers; NaN if photo_electrons is 0", static (r, i) => r.Flashes[i].Position?.Z ?? double.NaN)
        .Column("y_width", "cm", "root mean square of y about y; NaN if photo_electrons is 0", static (r, i) => r.Flashes[i].Position?.YWidth ?? double.NaN)
        .Column("z_width", "cm", "root mean square of z about z; NaN if photo_electrons is 0", static (r, i) => r.Flashes[i].Position?.ZWidth ?? double.NaN);

    private static SimulationTable Samples(List<SimulationColumn> all) => new SimulationTable("/samples", all, static r => r.Signals.SampleCount)
        .Samples("adc", "ADC counts", "samples above the rounded pedestal");

    private static SimulationTable Weights(List<SimulationColumn> all) => new SimulationTable(EventLabelColumns.WeightGroup, all, static r => r.Label.NamedWeights.Count)
        .Column(EventLabelColumns.WeightColumn, "", EventLabelColumns.WeightDescription, static (r, i) => r.Label.NamedWeights[i]);
}
