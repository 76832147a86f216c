using Umbriel.Beam;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sampling;

/// <summary>
/// One combination of beam neutrino, target and regime, with tables that sample (E, Q²) from φ(E) h(E) dσ/dQ², where
/// h(E) is a caller's factor such as the chance to reach the detector. The tables are proposals: the exact integrand
/// over the proposal density is the event's weight, which is one up to interpolation.
/// </summary>
public sealed class ScatteringChannel
{
    private const int Q2Cells = 80;

    private readonly PiecewiseLinearDensity energyDensity;
    private readonly PiecewiseLinearDensity[] shapes;
    private readonly double[] nodes;

    private ScatteringChannel(UpscatteringCrossSection crossSection, Target target, Umbriel.Core.ScatteringRegime regime, int neutrinoPdg, double[] nodes, PiecewiseLinearDensity energyDensity, PiecewiseLinearDensity[] shapes)
    {
        CrossSection = crossSection;
        Target = target;
        Regime = regime;
        NeutrinoPdg = neutrinoPdg;
        this.nodes = nodes;
        this.energyDensity = energyDensity;
        this.shapes = shapes;
    }

    /// <summary>dσ/dQ² of the channel.</summary>
    public UpscatteringCrossSection CrossSection { get; }

    /// <summary>The struck nuclide.</summary>
    public Target Target { get; }

    /// <summary>Coherent or elastic off its nucleons.</summary>
    public Umbriel.Core.ScatteringRegime Regime { get; }

    /// <summary>14 or −14.</summary>
    public int NeutrinoPdg { get; }

    /// <summary>∫ φ h σ dE of the tables, cm² / cm² / POT: the channel's share of the rate.</summary>
    public double Integral => energyDensity.Integral;

    /// <summary>Energies at which the tables were made, GeV.</summary>
    public IReadOnlyList<double> Nodes => nodes;

    /// <summary>Tabulates a channel; null if the beam never reaches its threshold.</summary>
    /// <param name="crossSection">dσ/dQ².</param>
    /// <param name="target">The nuclide.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="neutrinoPdg">14 or −14.</param>
    /// <param name="flux">Flux of that neutrino.</param>
    /// <param name="energyFactor">h(E), not negative.</param>
    public static ScatteringChannel? Build(
        UpscatteringCrossSection crossSection,
        Target target,
        Umbriel.Core.ScatteringRegime regime,
        int neutrinoPdg,
        NeutrinoFlux flux,
        Func<double, double> energyFactor)
    {
        ArgumentNullException.ThrowIfNull(crossSection);
        ArgumentNullException.ThrowIfNull(flux);
        ArgumentNullException.ThrowIfNull(energyFactor);
        double[] nodes = EnergyNodes(crossSection.Threshold, flux, neutrinoPdg);
        if (nodes.Length < 2)
        {
            return null;
        }

        double[] density = new double[nodes.Length];
        PiecewiseLinearDensity[] shapes = new PiecewiseLinearDensity[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            shapes[i] = Q2Shape(crossSection, nodes[i]);
            density[i] = flux.Evaluate(neutrinoPdg, nodes[i]) * energyFactor(nodes[i]) * shapes[i].Integral;
        }

        PiecewiseLinearDensity energies = new(nodes, density);
        return energies.Integral > 0.0 ? new ScatteringChannel(crossSection, target, regime, neutrinoPdg, nodes, energies, shapes) : null;
    }

    /// <summary>
    /// Draws (E, Q²). <paramref name="proposalDensity"/> is the density in (E, Q²), GeV⁻³, that they were drawn from;
    /// <paramref name="node"/> the index of the node whose Q² table was used.
    /// </summary>
    public (double Energy, double Q2) Sample(double uEnergy, double uNode, double uQ2, out double proposalDensity, out int node)
    {
        double energy = energyDensity.Sample(uEnergy, out int cell, out double fraction);
        node = uNode < fraction ? cell + 1 : cell;
        double z = shapes[node].Sample(uQ2);
        (double low, double high) = CrossSection.Q2Range(energy);
        double logRange = Math.Log(high / low);
        double q2 = low * Math.Exp(z * logRange);
        double shape = ((1.0 - fraction) * shapes[cell].Evaluate(z) / shapes[cell].Integral)
            + (fraction * shapes[cell + 1].Evaluate(z) / shapes[cell + 1].Integral);
        proposalDensity = energyDensity.Evaluate(energy) / energyDensity.Integral * shape / (q2 * logRange);
        return (energy, q2);
    }

    /// <summary>Flux knots above threshold, halved below 1.5 GeV, and a geometric approach to the threshold.</summary>
    private static double[] EnergyNodes(double threshold, NeutrinoFlux flux, int pdg)
    {
        double maximum = flux.MaximumEnergy(pdg);
        double start = threshold * (1.0 + 1e-6);
        if (start >= maximum)
        {
            return [];
        }

        SortedSet<double> nodes = [start, maximum];
        double first = flux.Energies[0];
        if (first > start)
        {
            nodes.Remove(start);
            nodes.Add(first);
            start = first;
        }

        for (int i = 0; i < flux.Energies.Count; i++)
        {
            double e = flux.Energies[i];
            if (e > start && e < maximum)
            {
                nodes.Add(e);
            }

            if (i > 0 && e < 1.5 && 0.5 * (e + flux.Energies[i - 1]) is double middle && middle > start)
            {
                nodes.Add(middle);
            }
        }

        for (double gap = 0.02; gap > 1e-4; gap *= 0.4)
        {
            if (start + gap < maximum)
            {
                nodes.Add(start + gap);
            }
        }

        return [.. nodes];
    }

    /// <summary>Q² dσ/dQ² against z = ln(Q²/Q²min)/ln(Q²max/Q²min), times the logarithmic range: integrates to σ(E).</summary>
    private static PiecewiseLinearDensity Q2Shape(UpscatteringCrossSection crossSection, double energy)
    {
        UpscatteringKinematics kinematics = crossSection.KinematicsAt(energy);
        (double low, double high) = crossSection.Q2Range(energy);
        double logRange = Math.Log(high / low);
        double[] z = new double[Q2Cells + 1];
        double[] density = new double[Q2Cells + 1];
        double largest = 0.0;
        for (int i = 0; i <= Q2Cells; i++)
        {
            z[i] = (double)i / Q2Cells;
            double q2 = Math.Clamp(low * Math.Exp(z[i] * logRange), low, high);
            density[i] = q2 * logRange * crossSection.DifferentialCrossSection(kinematics, q2, Helicity.Both);
            largest = Math.Max(largest, density[i]);
        }

        // A floor keeps the weight bounded where the integrand touches zero between nodes (diffraction minima, ends).
        for (int i = 0; i <= Q2Cells; i++)
        {
            density[i] = Math.Max(density[i], 1e-4 * largest);
        }

        return new PiecewiseLinearDensity(z, density);
    }
}
