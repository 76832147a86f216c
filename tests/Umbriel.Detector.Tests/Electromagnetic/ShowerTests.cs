namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>Quick checks of whole showers; the page has the slow ones.</summary>
public sealed class ShowerTests
{
    [Fact]
    public void Electrons_leave_two_mev_per_cm_at_their_start_and_photons_twice_that()
    {
        // A fast electron loses about 2.1 MeV/cm with its secondaries (Letter's and LArTPC practice: near 2 and near 4). Medians of 200: standard error 3%.
        double electron = Start(ParticleKind.Electron, 200);
        electron.ShouldBeInRange(1.9, 2.5);
        (Start(ParticleKind.Photon, 200) / electron).ShouldBe(2.0, 0.3);
    }

    [Fact]
    public void Photons_convert_after_their_mean_free_path()
    {
        const int events = 2000;
        SimulatedEvent simulated = new();
        double sum = 0.0;
        for (int i = 0; i < events; i++)
        {
            Showers.Run(simulated, Showers.Large, 31, i, Showers.Particle(ParticleKind.Photon, 3e-2));
            sum += simulated.Particles[1].Start.Z;
        }

        // Exponential: standard error is the mean/√N; five of them.
        double expected = 1.0 / Showers.Default.Attenuation(3e-2);
        (sum / events).ShouldBe(expected, 5.0 * expected / Math.Sqrt(events));
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(10.0)]
    public void Slow_electrons_have_the_measured_extrapolated_range(double energy)
    {
        // The fit to measurements is good to 4.6% (rms); 3000 electrons leave 0.5%.
        double expected = SlowElectrons.ExtrapolatedRange(1e-3 * energy);
        SlowElectrons.Enter(Showers.Default, 1e-3 * energy, 3000).Range.ShouldBe(expected, 0.046 * expected);
    }

    // Energy in the first 2.4 cm beyond where the first charged particle begins, MeV/cm, along z. Median: δ-rays and radiation have long tails.
    private static double Start(ParticleKind kind, int events)
    {
        SimulatedEvent simulated = new();
        double[] losses = new double[events];
        for (int i = 0; i < events; i++)
        {
            Showers.Run(simulated, Showers.Large, 32, i, Showers.Particle(kind, 0.3));
            double start = kind == ParticleKind.Photon ? simulated.Particles[1].Start.Z : 0.0;
            losses[i] = 1e3 * simulated.Deposits.Where(d => d.Z >= start && d.Z < start + 2.4).Sum(d => d.Energy) / 2.4;
        }

        Array.Sort(losses);
        return losses[events / 2];
    }
}
