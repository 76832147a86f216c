using Umbriel.Core;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sampling;

/// <summary>Tables of σ and of the shape of dσ/dQ² of free nucleons, over the energies that encounters in a Fermi gas have.</summary>
internal sealed class BoundEnvelope
{
    private const double Ratio = 1.08;

    private readonly double[] energies;
    private readonly double[] highest;
    private readonly UpscatteringCrossSection free;
    private readonly Q2Shapes shapes;

    /// <summary>Tabulates from threshold to an energy in GeV.</summary>
    public BoundEnvelope(UpscatteringCrossSection free, double maximum)
    {
        this.free = free;
        List<double> nodes = [];
        for (double above = 1e-4; free.Threshold + above < maximum; above *= Ratio)
        {
            nodes.Add(free.Threshold + above);
        }

        energies = [free.Threshold * (1.0 + 1e-9), .. nodes, Math.Max(maximum, free.Threshold + 2e-4)];
        shapes = new Q2Shapes(free, energies);
        highest = new double[energies.Length];
        for (int i = 0; i < highest.Length; i++)
        {
            highest[i] = Math.Max(shapes.Total(i), i == 0 ? 0.0 : highest[i - 1]);
        }
    }

    /// <summary>The shapes in Q².</summary>
    public Q2Shapes Shapes => shapes;

    /// <summary>The largest σ at or below an energy, cm²; not less than it between the nodes.</summary>
    public double HighestTotal(double energy)
    {
        int after = Array.BinarySearch(energies, energy);
        return highest[Math.Min(after < 0 ? ~after : after, highest.Length - 1)];
    }

    /// <summary>Draws Q² at an energy; one over its density is in units of σ: dσ/dQ² times it is σ up to interpolation.</summary>
    public double Sample(ref RandomStream random, double energy, in UpscatteringKinematics kinematics, out double inverseDensity)
    {
        int after = Array.BinarySearch(energies, energy);
        int below = Math.Clamp((after < 0 ? ~after : after) - 1, 0, energies.Length - 2);
        double mixing = Math.Clamp((energy - energies[below]) / (energies[below + 1] - energies[below]), 0.0, 1.0);
        int node = random.NextDouble() < mixing ? below + 1 : below;
        double z = shapes.Sample(node, random.NextDouble(), out int cell, out double fraction);
        (double low, double high) = free.Q2Range(kinematics);
        double logRange = Math.Log(high / low);
        double q2 = Math.Min(high, low * Math.Exp(z * logRange));
        double shape = ((1.0 - mixing) * shapes.Density(below, cell, fraction)) + (mixing * shapes.Density(below + 1, cell, fraction));
        inverseDensity = q2 * logRange / shape;
        return q2;
    }
}
