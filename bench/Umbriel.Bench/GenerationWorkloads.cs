using Umbriel.Nuclei.Cascade;
using Umbriel.Nuclei;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Sites;

namespace Umbriel.Bench;

/// <summary>Events, rates and ensembles of pairs.</summary>
internal static class GenerationWorkloads
{
    private const int Rows = 1 << 14;
    private const int Pairs = 4096;

    public static IEnumerable<(string Name, string Unit, Func<double> Work)> All()
    {
        GenerationSettings settings = new(DetectorSites.Read(DetectorSites.Default));
        BeamData beam = settings.Site.Beam.Data;
        DarkSectorParameters light = Workloads.Light;
        DarkSectorParameters heavy = Workloads.Heavy;
        yield return ("generate-tpc-prompt", "effective events", Events(light, settings, beam, EventOrigin.Tpc));
        yield return ("generate-tpc-metres", "effective events", Events(heavy, settings, beam, EventOrigin.Tpc));
        yield return ("generate-soil", "effective events", Events(heavy, settings, beam, EventOrigin.Soil));
        yield return ("rate-tpc", "rates", () =>
        {
            Workloads.Consume(new RateCalculator(light, settings, beam).Scatters(EventOrigin.Tpc));
            return 1;
        }
        );
        yield return ("cascade-argon", "cascades", Cascades());
        yield return ("ensemble-argon-build", "ensembles", () => Consumed(PairEnsemble.FromLiquid(heavy, settings, beam, Pairs)));
        yield return ("ensemble-soil-build", "ensembles", () => Consumed(PairEnsemble.FromSoil(heavy, settings, beam, Pairs)));
        yield return ("ensemble-argon-weights", "calls", Weights(PairEnsemble.FromLiquid(heavy, settings, beam, Pairs)));
        yield return ("ensemble-soil-weights", "calls", Weights(PairEnsemble.FromSoil(heavy, settings, beam, Pairs)));
    }

    /// <summary>Counts Kish's effective number of events, not rows.</summary>
    private static Func<double> Events(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, EventOrigin origin)
    {
        EventSource source = new(parameters, settings, beam, origin);
        TruthEventBatch batch = new(Rows);
        long first = 0;
        return () =>
        {
            for (int row = 0; row < Rows; row++)
            {
                source.Fill(batch, row, first + row, long.MaxValue);
            }

            first += Rows;
            return EffectiveSampleSize.Kish(batch.Weight);
        };
    }

    /// <summary>A π0 of 0.15 GeV and a proton of 0.1 GeV, kinetic, made at a random nucleon: a typical neutral-current event with a π0.</summary>
    private static Func<double> Cascades()
    {
        const int count = 1 << 10;
        NuclearCascade cascade = new(Nucleus.Find("Ar40"), new CascadeParameters());
        CascadeEvent one = new();
        long first = 0;
        return () =>
        {
            for (int i = 0; i < count; i++)
            {
                RandomStream random = new(1, RandomStage.Generation, (ulong)(first + i));
                SpaceVector place = Direction.Isotropic(ref random) * cascade.Nucleus.SampleRadius(ref random);
                one.Begin(17, 22, new FourVector(cascade.GroundMass(17, 22) + 0.01, 0.0, 0.0, 0.0));
                one.Add(new CascadeHadron(111, Moving(ref random, PhysicalConstants.MassNeutralPion, 0.15), place));
                one.Add(new CascadeHadron(2212, Moving(ref random, PhysicalConstants.MassProton, 0.1), place));
                cascade.Run(ref random, one);
                Workloads.Consume(one.Remnant.Momentum.E);
            }

            first += count;
            return count;
        };
    }

    private static FourVector Moving(ref RandomStream random, double mass, double kinetic)
    {
        SpaceVector p = Direction.Isotropic(ref random) * Math.Sqrt(kinetic * (kinetic + (2.0 * mass)));
        return new FourVector(mass + kinetic, p.X, p.Y, p.Z);
    }

    private static double Consumed(PairEnsemble ensemble)
    {
        Workloads.Consume(ensemble.Electron.E[0]);
        return 1;
    }

    /// <summary>At a decay length of 5 m, where every stretch of argon and soil counts.</summary>
    private static Func<double> Weights(PairEnsemble ensemble)
    {
        double[] weights = new double[ensemble.Count];
        return () =>
        {
            ensemble.Weights(500.0, weights);
            Workloads.Consume(weights[0]);
            return 1;
        };
    }
}
