using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.DarkSector;
using Umbriel.Formats.Events;
using Umbriel.Formats.HepMc3;
using Umbriel.Generation.Scattering;
using Umbriel.Nuclei;

namespace Umbriel.Generation.Tests;

public sealed class NuclearBreakupTests
{
    private static GenerationSettings Settings => new(Points.Site)
    {
        Regimes = [ScatteringRegime.ProtonElastic, ScatteringRegime.NeutronElastic],
        NuclearResponse = NuclearResponse.FermiGas,
        Seed = 5,
    };

    public static TheoryData<int> Kinds => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_conserves_energy_momentum_charge_and_baryon_number(int kind)
    {
        DarkSectorParameters point = Points.Kinds.ElementAt(kind) with { ZInterference = true };
        foreach (EventOrigin origin in new[] { EventOrigin.Tpc, EventOrigin.Soil })
        {
            TruthEventBatch batch = Points.Run(point, Settings, origin, 5000);
            int found = 0;
            for (int i = 0; i < batch.Count; i++)
            {
                if (batch.Breakup[i] is not { } breakup)
                {
                    // Hydrogen of the soil is free, and events without weight have no breakup.
                    (batch.Weight[i] == 0.0 || batch.Target[i] == Target.H1.Code).ShouldBeTrue();
                    continue;
                }

                found++;
                FourVector rest = breakup.Neutrino + new FourVector(breakup.Mass, 0.0, 0.0, 0.0) - batch.DarkNeutrino[i] - breakup.Remnant;
                int charge = breakup.RemnantProtons;
                int baryons = breakup.RemnantNucleons;
                foreach ((int pdg, FourVector momentum) in breakup.Particles)
                {
                    rest -= momentum;
                    (int z, int a) = pdg > 1_000_000_000 ? (pdg / 10_000 % 1000, pdg / 10 % 1000) : (HadronProperties.Charge(pdg), HadronProperties.BaryonNumber(pdg));
                    charge += z;
                    baryons += a;
                }

                (Math.Abs(rest.E) + rest.Momentum).ShouldBeLessThan(1e-9);
                charge.ShouldBe(batch.Target[i] / 1000);
                baryons.ShouldBe(batch.Target[i] % 1000);
                breakup.Neutrino.MassSquared.ShouldBe(0.0, 1e-12);
                breakup.Neutrino.E.ShouldBe(batch.NeutrinoEnergy[i], 1e-12);
                double mass = breakup.StruckPdg == 2212 ? PhysicalConstants.MassProton : PhysicalConstants.MassNeutron;
                breakup.StruckPdg.ShouldBe(batch.Regime[i] == ScatteringRegime.ProtonElastic ? 2212 : 2112);
                breakup.Leaving.MassSquared.ShouldBe(mass * mass, 1e-9);
                (breakup.Neutrino + breakup.Struck - batch.DarkNeutrino[i] - breakup.Leaving).Momentum.ShouldBeLessThan(1e-12);
            }

            // Prompt N reach the TPC from nowhere else.
            found.ShouldBeGreaterThan(origin == EventOrigin.Tpc ? 1000 : kind == 1 ? 100 : -1);
        }
    }

    [Fact]
    public void Mean_weight_is_the_deterministic_rate_and_weights_are_nearly_one()
    {
        foreach (DarkSectorParameters point in Points.Kinds)
        {
            double[] weights = Sampling.UpscatteringSamplerTests.Weights(point, Settings, EventOrigin.Tpc, 20_000);
            double expected = new RateCalculator(point, Settings, Points.Beam).Scatters(EventOrigin.Tpc) / (Settings.Pot * Settings.Detector.Volume(EventOrigin.Tpc));

            // Four points at 4 standard errors: 3e-4; 1e-3: tables linear between energies.
            (double mean, double error) = Statistics.MeanOf(weights);
            mean.ShouldBe(expected, (4.0 * error) + (1e-3 * expected));
            (EffectiveSampleSize.Kish(weights) / weights.Length).ShouldBeGreaterThan(0.95);
        }
    }

    [Fact]
    public void The_bits_do_not_depend_on_threads_or_batches()
    {
        EventSource source = new(Points.Key, Settings, Points.Beam, EventOrigin.Tpc);
        TruthEventBatch one = EventGenerator.Generate(source, 0, 9000, 9000, 1);
        TruthEventBatch four = EventGenerator.Generate(new EventSource(Points.Key, Settings, Points.Beam, EventOrigin.Tpc), 0, 9000, 9000, 4);
        TruthEventBatch rest = EventGenerator.Generate(source, 8000, 1000, 9000, 2);
        for (int i = 0; i < one.Count; i++)
        {
            four.Weight[i].ShouldBe(one.Weight[i]);
            Same(four.Breakup[i], one.Breakup[i]);
            if (i >= 8000)
            {
                Same(rest.Breakup[i - 8000], one.Breakup[i]);
            }
        }

        static void Same(NuclearBreakup? a, NuclearBreakup? b)
        {
            (a is null).ShouldBe(b is null);
            if (a is not null && b is not null)
            {
                a.Remnant.ShouldBe(b.Remnant);
                a.Particles.ShouldBe(b.Particles);
            }
        }
    }

    [Fact]
    public void A_file_gives_back_what_was_written()
    {
        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "e.h5");
        TruthEventBatch first = Points.Run(Points.Key, Settings with { Regimes = [ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic] }, EventOrigin.Tpc, 300);
        TruthEventBatch second = Points.Run(Points.Key, Settings with { Seed = 6 }, EventOrigin.Tpc, 200);
        EventFile.Write(path, [first, second], new EventFileMetadata { Version = "0.1.0", Card = "model: single\n", Seed = 5, Pot = 1e20 });
        TruthEventBatch read = EventFile.Read(path).Events;
        for (int i = 0; i < 500; i++)
        {
            NuclearBreakup? written = i < 300 ? first.Breakup[i] : second.Breakup[i - 300];
            (read.Breakup[i] is null).ShouldBe(written is null);
            if (written is not null)
            {
                read.Breakup[i]!.Particles.ShouldBe(written.Particles);
                (read.Breakup[i]! with { Particles = written.Particles }).ShouldBe(written);
            }
        }
    }

    [Fact]
    public void Free_nucleons_have_no_breakup_and_files_no_group()
    {
        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "e.h5");
        TruthEventBatch batch = Points.Run(Points.Key, Settings with { NuclearResponse = NuclearResponse.Free }, EventOrigin.Tpc, 100);
        batch.Breakup.ShouldAllBe(breakup => breakup == null);
        EventFile.Write(path, [batch], new EventFileMetadata { Version = "0.1.0", Card = "model: single\n", Seed = 5, Pot = 1e20 });
        EventFile.Read(path).Events.Breakup.ShouldAllBe(breakup => breakup == null);
        ParticleCode.Remainder(1, 1).ShouldBe(2212);
    }
}
