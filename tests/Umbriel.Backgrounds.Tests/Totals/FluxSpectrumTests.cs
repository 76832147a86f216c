using Umbriel.Backgrounds.Totals;

namespace Umbriel.Backgrounds.Tests.Totals;

public sealed class FluxSpectrumTests
{
    // Sums over the published bins, done independently.
    [Theory]
    [InlineData(14, 7.376e-10, 0.823)]
    [InlineData(-14, 4.559e-11, 0.470)]
    [InlineData(12, 3.978e-12, 0.971)]
    [InlineData(-12, 4.026e-13, 0.972)]
    public void The_beam_has_the_integrals_of_its_table(int neutrino, double integral, double mean)
    {
        FluxSpectrum spectrum = Flux.Of(neutrino);
        spectrum.Integral.ShouldBe(integral, 0.0005 * integral);
        spectrum.MeanEnergy.ShouldBe(mean, 0.001);
        double sum = 0.0;
        for (int i = 0; i < 10000; i++)
        {
            sum += spectrum.EnergyAt((i + 0.5) / 10000.0) / 10000.0;
        }

        sum.ShouldBe(spectrum.MeanEnergy, 1e-3);
    }
}
