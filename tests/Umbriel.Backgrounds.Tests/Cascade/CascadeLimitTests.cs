using Umbriel.Core;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Cascade;

public sealed class CascadeLimitTests
{
    private static readonly Nucleus Argon = Nucleus.Find("Ar40");

    [Fact]
    public void Outside_the_density_nothing_happens()
    {
        NuclearCascade cascade = new(Argon, new CascadeParameters());
        CascadeEvent one = new();
        for (int i = 0; i < 1000; i++)
        {
            RandomStream random = new(21, RandomStage.Transport, (ulong)i);
            FourVector pion = new(0.3, 0.0, 0.0, Math.Sqrt(0.09 - (0.13957039 * 0.13957039)));
            one.Begin(18, 22, new FourVector(Argon.Mass, 0.0, 0.0, 0.0));
            one.Add(new CascadeHadron(211, pion, new SpaceVector(0.0, 0.0, cascade.Radius)));
            cascade.Run(ref random, one);
            one.Emitted.Length.ShouldBe(1);
            one.Emitted[0].Momentum.ShouldBe(pion);
            one.Fates[0].Depth.ShouldBe(0.0);
            one.Remnant.Protons.ShouldBe(18);
            one.Remnant.Neutrons.ShouldBe(22);
        }
    }

    [Fact]
    public void With_an_endless_mean_free_path_every_hadron_leaves_as_it_was()
    {
        NuclearCascade cascade = new(Argon, new CascadeParameters { PionMeanFreePath = 1e12, NucleonMeanFreePath = 1e12 });
        CascadeEvent one = new();
        for (int i = 0; i < 1000; i++)
        {
            RandomStream random = new(22, RandomStage.Transport, (ulong)i);
            HadronThrows.MadeInside(cascade, i % 2 == 0 ? 111 : 2212, 0.2, ref random, one);
            one.Fates.Length.ShouldBe(1);
            one.Fates[0].End.ShouldBe(FlightEnd.Left);
            one.Emitted[0].Momentum.ShouldBe(one.Hadrons[0].Momentum);
        }
    }

    [Fact]
    public void A_formation_length_longer_than_the_nucleus_leaves_it_untouched_and_its_factor_scales_it()
    {
        CascadeEvent one = new();
        foreach ((double factor, bool free) in ((double, bool)[])[(1.0, true), (0.0, false)])
        {
            NuclearCascade cascade = new(Argon, new CascadeParameters { FormationLength = factor });
            int collided = 0;
            for (int i = 0; i < 500; i++)
            {
                RandomStream random = new(23, RandomStage.Transport, (ulong)i);
                FourVector pion = new(0.3, 0.0, 0.0, Math.Sqrt(0.09 - (0.1349768 * 0.1349768)));
                one.Begin(18, 22, new FourVector(Argon.Mass, 0.0, 0.0, 0.0));
                one.Add(new CascadeHadron(111, pion, default, FormationLength: 30.0));
                cascade.Run(ref random, one);
                collided += one.Fates[0].Collided ? 1 : 0;
            }

            (collided == 0).ShouldBe(free);
        }
    }

    [Fact]
    public void Formation_lengths_are_those_of_the_origin()
    {
        // 0.342 fm p/m: a pion of 1 GeV/c flies 0.342/0.1396 = 2.45 fm, a proton 2.3/0.9383 = 2.45 fm.
        FormationZone.Length(211, new FourVector(0.0, 0.0, 0.0, 1.0)).ShouldBe(2.450, 1e-3);
        FormationZone.Length(2212, new FourVector(0.0, 1.0, 0.0, 0.0)).ShouldBe(2.451, 1e-3);
        FormationZone.Length(22, new FourVector(1.0, 1.0, 0.0, 0.0)).ShouldBe(0.0);
    }

    [Fact]
    public void Particles_that_are_not_followed_leave_unchanged()
    {
        NuclearCascade cascade = new(Argon, new CascadeParameters());
        CascadeEvent one = new();
        RandomStream random = new(24, RandomStage.Transport, 0);
        FourVector photon = new(0.2, 0.0, 0.2, 0.0);
        one.Begin(18, 22, new FourVector(Argon.Mass, 0.0, 0.0, 0.0));
        one.Add(new CascadeHadron(22, photon, default));
        cascade.Run(ref random, one);
        one.Emitted[0].ShouldBe(new EmittedParticle(22, photon, 0));
    }

    [Fact]
    public void Slow_nucleons_stay_and_a_proton_needs_more_than_the_barrier()
    {
        NuclearCascade cascade = new(Argon, new CascadeParameters());
        CascadeEvent one = new();
        RandomStream random = new(25, RandomStage.Transport, 0);
        HadronThrows.MadeInside(cascade, 2212, 0.003, ref random, one);
        one.Fates[0].End.ShouldBe(FlightEnd.Trapped);
        HadronThrows.MadeInside(cascade, 2212, 0.006, ref random, one);
        one.Fates[0].End.ShouldBe(FlightEnd.Left);
        HadronThrows.MadeInside(cascade, 2112, 0.003, ref random, one);
        one.Fates[0].End.ShouldBe(FlightEnd.Left);
    }

    [Fact]
    public void A_free_nucleon_and_factors_that_are_not_positive_are_refused()
    {
        Should.Throw<ArgumentException>(() => new NuclearCascade(Nucleus.Find("H1"), new CascadeParameters()));
        Should.Throw<ArgumentException>(() => new NuclearCascade(Argon, new CascadeParameters { PionAbsorption = 0.0 }));
        Should.Throw<ArgumentException>(() => new NuclearCascade(Argon, new CascadeParameters { PionMeanFreePath = double.NaN }));
        Should.Throw<ArgumentException>(() => new NuclearCascade(Argon, new CascadeParameters { FormationLength = -1.0 }));
    }

    [Fact]
    public void The_same_stream_gives_the_same_cascade_whatever_came_before()
    {
        NuclearCascade cascade = new(Argon, new CascadeParameters());
        CascadeEvent used = new();
        for (int i = 0; i < 300; i++)
        {
            CascadeEvent fresh = new();
            RandomStream first = new(26, RandomStage.Transport, (ulong)i);
            RandomStream second = first;
            HadronThrows.MadeInside(cascade, -211, 0.25, ref first, used);
            HadronThrows.MadeInside(cascade, -211, 0.25, ref second, fresh);
            fresh.Emitted.SequenceEqual(used.Emitted).ShouldBeTrue();
            fresh.Fates.SequenceEqual(used.Fates).ShouldBeTrue();
            fresh.Remnant.ShouldBe(used.Remnant);
        }
    }
}
