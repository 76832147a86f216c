using Umbriel.Backgrounds.Totals;
using Umbriel.Core;

namespace Umbriel.Backgrounds.Events;

/// <summary>
/// Where an interaction's density over a flux is large: cells of equal size in (share of the flux, two coordinates), each
/// with a bound from 160 points times 1.5, and no less than a twentieth of its neighbours'. Cells are drawn by their bounds,
/// points uniformly within, and accepted by density over bound; where the density is above the bound the event carries
/// their ratio as its weight, so that the distribution stays exact.
/// </summary>
internal sealed class SamplingMap
{
    private const int EnergyCells = 24;
    private const int Cells = 12;
    private const int Points = 160;
    private const double Margin = 1.5;
    private const double ShareOfNeighbours = 0.05;

    private readonly ISampledInteraction interaction;
    private readonly FluxSpectrum flux;
    private readonly double[] bounds;
    private readonly double[] cumulative;

    public SamplingMap(ISampledInteraction interaction, FluxSpectrum flux, ulong key)
    {
        (this.interaction, this.flux) = (interaction, flux);
        double[] highest = new double[EnergyCells * Cells * Cells];
        Span<double> point = stackalloc double[interaction.Dimensions];
        RandomStream random = new(0, RandomStage.InteractionMap, key);
        for (int cell = 0; cell < highest.Length; cell++)
        {
            for (int i = 0; i < Points; i++)
            {
                double energy = Draw(cell, ref random, point);
                highest[cell] = Math.Max(highest[cell], interaction.Density(energy, point));
            }
        }

        bounds = [.. highest.Select((own, cell) => Margin * Math.Max(own, ShareOfNeighbours * Neighbours(cell).Max(other => highest[other])))];
        cumulative = new double[bounds.Length];
        double sum = 0.0;
        for (int i = 0; i < bounds.Length; i++)
        {
            sum += bounds[i];
            cumulative[i] = sum;
        }
    }

    /// <summary>Whether the density is zero wherever it was looked at.</summary>
    public bool IsEmpty => cumulative[^1] == 0.0;

    /// <summary>Draws a point and its energy, and whether it is accepted: the ratio of density and bound if that is above 1, 1 if accepted, 0 if not.</summary>
    public double Try(ref RandomStream random, Span<double> point, out double energy)
    {
        double at = random.NextDouble() * cumulative[^1];
        int cell = Array.BinarySearch(cumulative, at);
        cell = Math.Min(cell < 0 ? ~cell : cell, cumulative.Length - 1);
        energy = Draw(cell, ref random, point);
        double ratio = interaction.Density(energy, point) / bounds[cell];
        return random.NextDouble() < ratio ? Math.Max(1.0, ratio) : 0.0;
    }

    private double Draw(int cell, ref RandomStream random, Span<double> point)
    {
        for (int d = 0; d < interaction.Dimensions; d++)
        {
            point[d] = random.NextDouble();
        }

        (int first, int second) = interaction.SteepCoordinates;
        point[first] = (point[first] + (cell % Cells)) / Cells;
        point[second] = (point[second] + (cell / Cells % Cells)) / Cells;
        return flux.EnergyAt((random.NextDouble() + (cell / (Cells * Cells))) / EnergyCells);
    }

    private static IEnumerable<int> Neighbours(int cell)
    {
        int x = cell % Cells;
        int y = cell / Cells % Cells;
        int z = cell / (Cells * Cells);
        for (int k = Math.Max(0, z - 1); k <= Math.Min(EnergyCells - 1, z + 1); k++)
        {
            for (int j = Math.Max(0, y - 1); j <= Math.Min(Cells - 1, y + 1); j++)
            {
                for (int i = Math.Max(0, x - 1); i <= Math.Min(Cells - 1, x + 1); i++)
                {
                    yield return (((k * Cells) + j) * Cells) + i;
                }
            }
        }
    }
}
