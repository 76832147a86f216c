using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Backgrounds.Totals;

/// <summary>Cross sections as means over the unit cube on points of Sobol's sequence: the same numbers at every call, good to about a thousandth.</summary>
public static class CrossSection
{
    private const int PointsAtEnergy = 1 << 14;
    private const int PointsOverFlux = 1 << 16;

    /// <summary>σ at an energy, cm² per nucleus.</summary>
    /// <param name="interaction">The process.</param>
    /// <param name="energy">Neutrino energy, GeV.</param>
    public static double At(IInteraction interaction, double energy)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return Mean(PointsAtEnergy, interaction, _ => energy);
    }

    /// <summary>σ averaged over a flux, cm² per nucleus.</summary>
    /// <param name="interaction">The process.</param>
    /// <param name="flux">The flux of its neutrinos.</param>
    public static double Averaged(IInteraction interaction, FluxSpectrum flux)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        ArgumentNullException.ThrowIfNull(flux);
        return Mean(PointsOverFlux, interaction, flux.EnergyAt);
    }

    /// <summary>As <see cref="At"/> on a sixteenth of its points, for tables: good to half a per cent.</summary>
    internal static double Roughly(IInteraction interaction, double energy) => Mean(PointsAtEnergy / 16, interaction, _ => energy);

    private static double Mean(int points, IInteraction interaction, Func<double, double> energy)
    {
        Span<uint> digits = stackalloc uint[SobolSequence.Dimensions];
        Span<double> point = stackalloc double[SobolSequence.Dimensions];
        NeumaierSum sum = default;
        for (int i = 0; i < points; i++)
        {
            SobolSequence.Point((ulong)i, digits);
            for (int d = 0; d <= interaction.Dimensions; d++)
            {
                point[d] = (digits[d] + 0.5) / 4294967296.0;
            }

            // The energy comes last, so that the process has the sequence's best coordinates.
            sum.Add(interaction.Density(energy(point[interaction.Dimensions]), point));
        }

        return sum.Value / points;
    }
}
