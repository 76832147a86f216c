using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Sources;
using Umbriel.Detector.Tests.Heavy;

namespace Umbriel.Detector.Tests.Sources;

/// <summary>Flux and sampling of cosmic muons.</summary>
public sealed class CosmicMuonsTests
{
    private static readonly Box Tpc = new(-128.175, 128.175, -116.5, 116.5, 0.0, 1036.8);

    [Fact]
    public void Vertical_intensity_above_1_GeV()
    {
        // PDG 2024, section 30.3.1: I_v(p > 1 GeV/c) ≈ 70 m⁻² s⁻¹ sr⁻¹, with newer measurements 10 to 15% lower.
        Vertical().ShouldBe(70.0, 0.15 * 70.0);
    }

    [Fact]
    public void Rate_through_a_thin_horizontal_plate()
    {
        // PDG 2024, section 30.3.1: ≈ 1 cm⁻² min⁻¹ for horizontal detectors; the plate counts what crosses it from above.
        // The parametrisation gives 0.75 above 0.2 GeV: it is low below 1 GeV.
        CosmicMuons source = new(new CosmicMuonSettings { MinimumEnergy = 0.2 }, new Box(0.0, 100.0, 0.0, 1e-6, 0.0, 100.0));
        (source.Rate * 60.0 / 1e4).ShouldBe(1.0, 0.3);
    }

    [Fact]
    public void Zenith_distribution_is_near_cos_squared()
    {
        // Muons of 3 GeV (PDG 2024, section 30.3.1: "typical of ≈ 3 GeV" cos²θ), to 60 degrees.
        for (double cosine = 0.5; cosine < 1.0; cosine += 0.1)
        {
            double ratio = MuonFlux.AtSurface(3.0, cosine) / MuonFlux.AtSurface(3.0, 1.0);
            ratio.ShouldBe(cosine * cosine, 0.08, $"cos {cosine}");
        }
    }

    [Fact]
    public void Sampled_directions_follow_the_flux()
    {
        // A plate: density in cos θ ∝ cos θ ∫ I dE. KS, false alarm 1e-3.
        const double Least = 1.0;
        CosmicMuons source = new(new CosmicMuonSettings { MinimumEnergy = Least }, new Box(0.0, 1e3, 0.0, 1e-9, 0.0, 1e3));
        const int Steps = 400;
        double[] cumulative = new double[Steps + 1];
        for (int k = 1; k <= Steps; k++)
        {
            double cosine = (k - 0.5) / Steps;
            double integral = 0.0;
            for (double energy = Least; energy < 1000.0; energy *= 1.05)
            {
                integral += 0.05 * energy * 1.025 * MuonFlux.AtSurface(energy * 1.025, cosine) / 1.025;
            }

            cumulative[k] = cumulative[k - 1] + (cosine * integral);
        }

        double Cumulative(double cosine)
        {
            double position = Math.Clamp(cosine * Steps, 0.0, Steps - 1e-9);
            int k = (int)position;
            return (cumulative[k] + ((position - k) * (cumulative[k + 1] - cumulative[k]))) / cumulative[^1];
        }

        List<double> cosines = [];
        for (ulong i = 0; i < 5000; i++)
        {
            RandomStream random = new(3, RandomStage.Generation, i);
            cosines.Add(-source.Sample(ref random).DY);
        }

        Kolmogorov.Statistic(cosines, Cumulative).ShouldBeLessThan(1.95);
    }

    [Fact]
    public void The_box_sees_what_a_plane_above_would_send()
    {
        // The oracle: muons on a plane 3 m larger, with I(θ) cos θ, to 60 degrees; kept when they meet the box.
        CosmicMuonSettings settings = new() { MinimumEnergy = 1.0, MaximumEnergy = 50.0 };
        Box box = new(0.0, 100.0, -100.0, 0.0, 0.0, 200.0);
        CosmicMuons inBox = new(settings, box);
        double steep = 0.0;
        const int Muons = 20_000;
        for (ulong i = 0; i < Muons; i++)
        {
            RandomStream random = new(4, RandomStage.Generation, i);
            ParticleState muon = inBox.Sample(ref random);
            box.Contains(muon.X, muon.Y, muon.Z).ShouldBeTrue();
            steep += muon.DY < -0.5 ? 1.0 : 0.0;
        }

        double fromBox = inBox.Rate * steep / Muons;
        const double Margin = 180.0;
        CosmicMuons onPlane = new(settings, new Box(-Margin, 100.0 + Margin, -1e-9, 0.0, -Margin, 200.0 + Margin));
        double hits = 0.0;
        for (ulong i = 0; i < Muons; i++)
        {
            RandomStream random = new(5, RandomStage.Generation, i);
            ParticleState muon = onPlane.Sample(ref random);
            hits += muon.DY < -0.5 && Meets(muon, box) ? 1.0 : 0.0;
        }

        // Statistical errors 0.7% and 1.6%.
        (onPlane.Rate * hits / Muons).ShouldBe(fromBox, 0.06 * fromBox);
    }

    [Fact]
    public void Window_and_charges()
    {
        CosmicMuons source = new(new CosmicMuonSettings(), Tpc);
        SimulatedEvent simulated = new();
        double sum = 0.0;
        int plus = 0;
        int all = 0;
        for (ulong i = 0; i < 200; i++)
        {
            simulated.Clear();
            RandomStream random = new(6, RandomStage.Generation, i);
            int count = source.AddTo(ref random, simulated);
            count.ShouldBe(simulated.Particles.Count);
            sum += count;
            foreach (SimulatedParticle muon in simulated.Particles)
            {
                muon.Start.Time.ShouldBeInRange(-1.6e6, 3.2e6);
                plus += muon.Start.Kind == ParticleKind.MuonPlus ? 1 : 0;
                all++;
            }
        }

        // 5 kHz, "a few kHz" and about 20 per 4.8 ms in MicroBooNE; Poisson error 1.5%.
        (sum / 200.0).ShouldBe(source.MeanInWindow, 0.06 * source.MeanInWindow);
        source.Rate.ShouldBeInRange(3e3, 8e3);
        ((double)plus / (all - plus)).ShouldBe(1.2766, 0.13);
    }

    [Fact]
    public void An_overburden_lowers_the_rate()
    {
        // Vertical intensity under 10 m.w.e. is about half to two thirds of the surface's above 1 GeV: energies above 3.1 GeV remain.
        CosmicMuons surface = new(new CosmicMuonSettings { MinimumEnergy = 0.2 }, Tpc);
        CosmicMuons below = new(new CosmicMuonSettings { MinimumEnergy = 0.2, Overburden = 1000.0 }, Tpc);
        (below.Rate / surface.Rate).ShouldBeInRange(0.3, 0.65);
    }

    internal static double Vertical()
    {
        double sum = 0.0;
        const double Least = 0.9;
        for (double energy = Least; energy < 1e4; energy *= 1.01)
        {
            sum += 0.01 * energy * MuonFlux.AtSurface(energy * 1.005, 1.0);
        }

        return 1e4 * sum;
    }

    private static bool Meets(ParticleState muon, in Box box)
    {
        double enter = 0.0;
        double leave = double.PositiveInfinity;
        Clip(muon.X, muon.DX, box.XLow, box.XHigh, ref enter, ref leave);
        Clip(muon.Y, muon.DY, box.YLow, box.YHigh, ref enter, ref leave);
        Clip(muon.Z, muon.DZ, box.ZLow, box.ZHigh, ref enter, ref leave);
        return enter < leave;
    }

    private static void Clip(double x, double direction, double low, double high, ref double enter, ref double leave)
    {
        double first = (low - x) / direction;
        double second = (high - x) / direction;
        enter = Math.Max(enter, Math.Min(first, second));
        leave = Math.Min(leave, Math.Max(first, second));
    }
}
