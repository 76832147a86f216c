using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.DarkSector;
using Umbriel.Formats.HepMc3;

namespace Umbriel.Generation.HepMc3;

/// <summary>Writes one event. Particles are numbered from 1, vertices from −1, both in the order of the graph.</summary>
internal sealed class HepMc3Event(AsciiLine line, HepMc3Run run)
{
    private readonly ZPrimeLine mediatorLine = new(run.Model);
    private int particles;
    private int vertices;

    private bool HasMediator => mediatorLine.ReachesReal;

    public void Write(long number, TruthEventBatch batch, int i)
    {
        particles = 0;
        vertices = 0;
        ScatteringRegime regime = batch.Regime[i];
        bool nucleon = regime != ScatteringRegime.Coherent;
        NuclearBreakup? breakup = batch.Breakup[i];
        int extraVertices = (HasMediator ? 1 : 0) + (nucleon ? 1 : 0) + (breakup is null ? 0 : 1);
        int extraParticles = (HasMediator ? 1 : 0) + (nucleon ? 2 : 0) + (breakup is null ? 0 : breakup.Particles.Count + 1);
        line.Word("E").Whole(number).Whole(2 + extraVertices).Whole(7 + extraParticles).End();
        line.Word("U GEV CM").End();
        line.Word("W").Number(batch.Weight[i]).End();
        line.Word("A 0 lab_pos").Number(batch.ScatterX[i]).Number(batch.ScatterY[i]).Number(batch.ScatterZ[i]).End();
        line.Word("A 0 signal_process_id").Whole(ProcessCode.Of(regime)).End();
        int heavy = breakup is null ? Scattering(batch, i, regime) : Scattering(batch, i, breakup);
        Decay(batch, i, heavy);
    }

    private int Scattering(TruthEventBatch batch, int i, ScatteringRegime regime)
    {
        FourVector heavy = batch.DarkNeutrino[i];
        double nucleusMass = run.NuclearMass(batch.Target[i]);
        double struckMass = regime switch
        {
            ScatteringRegime.Coherent => nucleusMass,
            ScatteringRegime.ProtonElastic => PhysicalConstants.MassProton,
            _ => PhysicalConstants.MassNeutron,
        };
        FourVector along = new(0.0, batch.ScatterX[i] - run.BeamOrigin.X, batch.ScatterY[i] - run.BeamOrigin.Y, batch.ScatterZ[i] - run.BeamOrigin.Z);
        FourVector neutrino = EventKinematics.Neutrino(batch.NeutrinoEnergy[i], heavy, struckMass, along);
        FourVector struck = new(struckMass, 0.0, 0.0, 0.0);
        FourVector scatter = new(0.0, batch.ScatterX[i], batch.ScatterY[i], batch.ScatterZ[i]);
        int nucleusCode = ParticleCode.Nucleus(batch.Target[i]);
        int nucleonCode = regime == ScatteringRegime.ProtonElastic ? ParticleCode.Proton : ParticleCode.Neutron;
        int target = Particle(0, nucleusCode, new FourVector(nucleusMass, 0.0, 0.0, 0.0), nucleusMass, 20);
        int hit = target;
        if (regime != ScatteringRegime.Coherent)
        {
            int separation = Vertex(21, target, null, scatter);
            hit = Particle(separation, nucleonCode, struck, struckMass, 21);
            Particle(separation, ParticleCode.Remnant, new FourVector(nucleusMass - struckMass, 0.0, 0.0, 0.0), nucleusMass - struckMass, 1);
        }

        int beam = Particle(0, batch.NeutrinoPdg[i], neutrino, 0.0, 4);
        int primary = Vertex(1, hit, beam, scatter);
        int heavyCode = run.Model.Scenario == Scenario.Single ? DarkSectorCode.N4 : DarkSectorCode.N5;
        int parent = Particle(primary, Signed(heavyCode, batch.NeutrinoPdg[i]), heavy, run.Model.ParentMass, 2);
        Particle(primary, regime == ScatteringRegime.Coherent ? nucleusCode : nucleonCode, neutrino + struck - heavy, struckMass, 1);
        return parent;
    }

    /// <summary>Off a nucleon of a Fermi gas: nucleus → struck nucleon and the rest; neutrino and nucleon → N and nucleon; nucleon and the rest → what left.</summary>
    private int Scattering(TruthEventBatch batch, int i, NuclearBreakup breakup)
    {
        FourVector heavy = batch.DarkNeutrino[i];
        FourVector at = new(0.0, batch.ScatterX[i], batch.ScatterY[i], batch.ScatterZ[i]);
        FourVector nucleus = new(breakup.Mass, 0.0, 0.0, 0.0);
        int target = Particle(0, ParticleCode.Nucleus(batch.Target[i]), nucleus, breakup.Mass, 20);
        int separation = Vertex(21, target, null, at);
        int hit = Particle(separation, breakup.StruckPdg, breakup.Struck, Mass(breakup.Struck), 21);
        FourVector rest = nucleus - breakup.Struck;
        int spectators = Particle(separation, ParticleCode.Remnant, rest, Mass(rest), 22);
        int beam = Particle(0, batch.NeutrinoPdg[i], breakup.Neutrino, 0.0, 4);
        int primary = Vertex(1, hit, beam, at);
        int heavyCode = run.Model.Scenario == Scenario.Single ? DarkSectorCode.N4 : DarkSectorCode.N5;
        int parent = Particle(primary, Signed(heavyCode, batch.NeutrinoPdg[i]), heavy, run.Model.ParentMass, 2);
        int leaving = Particle(primary, breakup.StruckPdg, breakup.Leaving, Mass(breakup.Leaving), 22);
        int cascade = Vertex(2, leaving, spectators, at);
        foreach ((int pdg, FourVector momentum) in breakup.Particles)
        {
            Particle(cascade, pdg, momentum, Mass(momentum), 1);
        }

        Particle(cascade, ParticleCode.Remainder(breakup.RemnantProtons, breakup.RemnantNucleons), breakup.Remnant, Mass(breakup.Remnant), 1);
        return parent;
    }

    private static double Mass(in FourVector momentum) => Math.Sqrt(Math.Max(0.0, momentum.MassSquared));

    private void Decay(TruthEventBatch batch, int i, int parent)
    {
        FourVector heavy = batch.DarkNeutrino[i];
        FourVector electron = batch.Electron[i];
        FourVector positron = batch.Positron[i];
        FourVector pair = electron + positron;
        FourVector displacement = new(0.0, batch.VertexX[i] - batch.ScatterX[i], batch.VertexY[i] - batch.ScatterY[i], batch.VertexZ[i] - batch.ScatterZ[i]);
        (double flight, double mediatorFlight) = HasMediator ? EventKinematics.Flights(displacement, heavy, pair) : (displacement.Momentum, 0.0);
        double time = flight * heavy.E / heavy.Momentum;
        FourVector birth = new(time + (mediatorFlight * pair.E / pair.Momentum), batch.VertexX[i], batch.VertexY[i], batch.VertexZ[i]);
        double back = mediatorFlight / pair.Momentum;
        FourVector decay = mediatorFlight > 0.0
            ? new FourVector(time, birth.X - (back * pair.X), birth.Y - (back * pair.Y), birth.Z - (back * pair.Z))
            : birth;

        int vertex = Vertex(22, parent, null, decay);
        int daughterCode = run.Model.Scenario == Scenario.Dual ? Signed(DarkSectorCode.N4, batch.NeutrinoPdg[i])
            : run.Model.HnlType == HnlType.Majorana ? 14
            : batch.NeutrinoPdg[i];
        int pairVertex = vertex;
        if (HasMediator)
        {
            double mass = mediatorLine.Regime == ZPrimeRegime.Real ? run.Model.MZPrime : Math.Sqrt(pair.MassSquared);
            int mediator = Particle(vertex, DarkSectorCode.ZPrime, pair, mass, 2);
            Particle(vertex, daughterCode, heavy - pair, run.Model.DaughterMass, 1);
            pairVertex = Vertex(23, mediator, null, birth);
        }
        else
        {
            Particle(vertex, daughterCode, heavy - pair, run.Model.DaughterMass, 1);
        }

        Particle(pairVertex, ParticleCode.Electron, electron, PhysicalConstants.MassElectron, 1);
        Particle(pairVertex, -ParticleCode.Electron, positron, PhysicalConstants.MassElectron, 1);
    }

    /// <summary>A Majorana particle is its own antiparticle.</summary>
    private int Signed(int code, int neutrino) => run.Model.HnlType == HnlType.Dirac && neutrino < 0 ? -code : code;

    private int Particle(int origin, int code, in FourVector p, double mass, int status)
    {
        line.Word("P").Whole(++particles).Whole(origin).Whole(code).Number(p.X).Number(p.Y).Number(p.Z).Number(p.E).Number(mass).Whole(status).End();
        return particles;
    }

    private int Vertex(int status, int first, int? second, in FourVector at)
    {
        line.Word("V").Whole(--vertices).Whole(status).Word(second is null ? $"[{first}]" : $"[{first},{second}]").Word("@");
        line.Number(at.X).Number(at.Y).Number(at.Z).Number(at.E).End();
        return vertices;
    }
}
