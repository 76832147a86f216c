using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Decay;
using Umbriel.Response;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>The quick part of validation/miniboone.md; <see cref="MiniBooNEPageTests"/> has the rest.</summary>
public sealed class PredictionTests
{
    [Fact]
    public void Couplings_are_those_of_the_stored_scans()
    {
        // 3+1: |V| = |U|; 3+2: |V|² = 4 |U|² (design of arXiv:2308.02543's public code, U_μ4 = U_μ5).
        DarkNewsModel.VertexSquared(DarkNewsModel.Single(0.1, 0.03, 3e-7)).ShouldBe(3e-7, 1e-19);
        DarkSectorParameters dual = DarkNewsModel.Dual(0.1, 0.2, 0.03, 3e-7);
        DarkNewsModel.VertexSquared(dual).ShouldBe(3e-7, 1e-19);
        dual.MixingSquared.ShouldBe(0.75e-7, 1e-19);
    }

    [Fact]
    public void Lifetimes_are_the_targets()
    {
        foreach (Target target in Target.All.Where(t => t.CtauCm is not null))
        {
            DecayWidths.Compute(target.Point).CtauParentCm.ShouldBe(target.CtauCm!.Value, 0.002 * target.CtauCm.Value, target.Name);
        }
    }

    [Fact]
    public void A_virtual_mediator_gives_the_targets_as_they_are()
    {
        // Target C, within 3% as the page requires of it; the sample's own standard error is 0.6%, i.e. 5 of them.
        Target target = Target.All[2];
        double vertex = DarkNewsModel.VertexSquared(target.Point);
        foreach ((EfficiencyConvention convention, double expected) in new[] { (EfficiencyConvention.Legacy, target.Legacy), (EfficiencyConvention.Head, target.Head!.Value) })
        {
            double[] bins = Predictions.Compute(target.Point, DarkNewsModel.Settings, Predictions.Selection(convention), new PairCounts(65_536, 4096));
            (bins.Sum() / vertex).ShouldBe(expected, 0.03 * expected, $"{convention}");
        }
    }

    [Fact]
    public void The_program_sums_oil_and_soil()
    {
        // Same pairs, hence equal up to rounding of the lifetime's scaling.
        DarkSectorParameters point = DarkNewsModel.Single(0.03257, 0.1176, 1e-4);
        ElectronLikeSelection selection = Predictions.Selection(EfficiencyConvention.Head);
        double[] program = Predictions.Compute(point, DarkNewsModel.Settings, selection, new PairCounts(4096, 2048));
        Counts oil = Predictions.Region(point, DarkNewsModel.Settings, selection, EventOrigin.Tpc, 4096);
        Counts soil = Predictions.Region(point, DarkNewsModel.Settings, selection, EventOrigin.Soil, 2048, 1UL << 40);
        for (int b = 0; b < Counts.Bins; b++)
        {
            program[b].ShouldBe(oil[b].Value + soil[b].Value, 1e-6 * program[b], $"bin {b}");
        }
    }

    [Fact]
    public void A_light_mediator_leaves_against_the_flight_of_a_left_handed_neutrino()
    {
        // Angular momentum, validation/miniboone.md: mean cosine −(m_N² − 2m_Z'²)/(m_N² + 2m_Z'²)/3 = −0.2303 for point A;
        // 100 000 decays, standard error 0.0017, five of them: false alarm 6e-7.
        DarkSectorParameters point = Target.All[0].Point;
        DecayChain chain = new(point, ZPrimePolarisation.Isotropic);
        FourVector heavy = new(Math.Sqrt(1.0 + (point.M4 * point.M4)), 0.0, 0.0, 1.0);
        FourVector leftHanded = new(1.0, 0.0, 0.0, 1.0);
        const int Decays = 100_000;
        double sum = 0.0;
        for (int i = 0; i < Decays; i++)
        {
            RandomStream random = new(7, RandomStage.Generation, (ulong)i);
            chain.Sample(ref random, heavy, leftHanded, out _, out _, out FourVector mediator);
            sum += mediator.BoostToRestFrameOf(heavy, point.M4).CosTheta;
        }

        double ratio = 2.0 * Math.Pow(point.MZPrime / point.M4, 2.0);
        (sum / Decays).ShouldBe(-(1.0 - ratio) / (1.0 + ratio) / 3.0, 0.009);
    }

    [Fact]
    public void Forward_simulation_agrees_on_a_small_sample()
    {
        // Two of the page's cases, one of them soil: up to 48 differences at 4.5 standard errors, false alarm 3e-4 if the
        // seeds were free.
        foreach (ForwardCase item in new[] { ForwardCase.All[0], ForwardCase.All[4] })
        {
            item.Run(20_000, 80_000).All.Max(Math.Abs).ShouldBeLessThan(4.5, item.Name);
        }
    }

    [Fact]
    public void The_forward_simulation_can_tell_the_sign_of_the_polarisation()
    {
        // Target B differs by 17% between the signs, with standard errors of 1.1%: more than ten of them.
        ForwardReconstruction reconstruction = new(Predictions.StoredEdges);
        Counts Run(bool reversed) => ForwardSimulation.Run(Target.All[1].Point, DarkNewsModel.Settings, EventOrigin.Tpc, reconstruction, 80_000, reversed).Legacy;
        (Run(true).Total / Run(false).Total).ShouldBeInRange(1.10, 1.25);
    }
}
