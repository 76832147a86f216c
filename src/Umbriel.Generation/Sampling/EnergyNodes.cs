using Umbriel.Beam;

namespace Umbriel.Generation.Sampling;

/// <summary>
/// Energies of a channel's tables: a fine set for the spectrum, with every point of the flux table above threshold,
/// halved below 1.5 GeV, and a geometric approach to the threshold; and a coarse set out of it for the Q² shapes.
/// </summary>
/// <param name="Fine">All energies, GeV, ascending; empty if the beam never reaches the threshold.</param>
/// <param name="Coarse">The coarse ones: the first, the last, and some between.</param>
/// <param name="CoarseCell">For each fine cell, the coarse one it lies in.</param>
internal sealed record EnergyNodes(double[] Fine, double[] Coarse, int[] CoarseCell)
{
    private const double CoarseRatio = 1.08;

    private static readonly EnergyNodes None = new([], [], []);

    /// <summary>The nodes above a threshold.</summary>
    public static EnergyNodes Of(double threshold, NeutrinoFlux flux, int pdg)
    {
        double maximum = flux.MaximumEnergy(pdg);
        double start = Math.Max(threshold * (1.0 + 1e-6), flux.Energies[0]);
        if (start >= maximum)
        {
            return None;
        }

        List<double> nodes = [start, maximum];
        for (int i = 0; i < flux.Energies.Count; i++)
        {
            double e = flux.Energies[i];
            nodes.Add(e);
            if (i > 0 && e < 1.5)
            {
                nodes.Add(0.5 * (e + flux.Energies[i - 1]));
            }
        }

        for (double gap = 0.02; gap > 1e-4; gap *= 0.4)
        {
            nodes.Add(start + gap);
        }

        nodes.RemoveAll(e => e < start || e > maximum);
        nodes.Sort();
        double[] fine = [.. nodes.Distinct()];
        return Thin(fine, threshold);
    }

    /// <summary>Where in a coarse cell an energy lies, 0 to 1.</summary>
    public double CoarseFraction(int cell, double energy) => (energy - Coarse[cell]) / (Coarse[cell + 1] - Coarse[cell]);

    private static EnergyNodes Thin(double[] fine, double threshold)
    {
        List<double> coarse = [fine[0]];
        int[] cells = new int[fine.Length - 1];
        for (int i = 1; i < fine.Length; i++)
        {
            cells[i - 1] = coarse.Count - 1;
            bool last = i == fine.Length - 1;
            if (last || fine[i + 1] - threshold > CoarseRatio * (coarse[^1] - threshold))
            {
                coarse.Add(fine[i]);
            }
        }

        return new EnergyNodes(fine, [.. coarse], cells);
    }
}
