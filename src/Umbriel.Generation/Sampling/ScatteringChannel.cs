using System.Diagnostics;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sampling;

/// <summary>
/// One combination of beam neutrino, target and regime, with tables that sample (E, Q²) from φ(E) h(E) dσ/dQ², where
/// h(E) is a caller's factor such as the chance to reach the detector. The tables are proposals: the exact integrand
/// over the proposal density is the event's weight, which is one up to interpolation.
/// </summary>
public sealed class ScatteringChannel
{
    private readonly PiecewiseLinearDensity energyDensity;
    private readonly double[] flux;
    private readonly int[] shapeCell;
    private readonly Q2Shapes shapes;
    private readonly double[] nodes;
    private readonly double[] perWidth;
    private readonly double[] boundTotals = [];
    private readonly BoundEnvelope? envelope;

    private ScatteringChannel(UpscatteringCrossSection crossSection, Target target, ScatteringRegime regime, int neutrinoPdg, EnergyNodes energies, double[] flux, PiecewiseLinearDensity energyDensity, Q2Shapes shapes)
    {
        CrossSection = crossSection;
        PerTwiceTargetMass = 0.5 / crossSection.TargetMass;
        Target = target;
        Regime = regime;
        NeutrinoPdg = neutrinoPdg;
        nodes = energies.Coarse;
        perWidth = [.. nodes.Skip(1).Zip(nodes, (high, low) => 1.0 / (high - low))];
        shapeCell = energies.CoarseCell;
        this.flux = flux;
        this.energyDensity = energyDensity;
        this.shapes = shapes;
    }

    private ScatteringChannel(UpscatteringCrossSection crossSection, BoundUpscattering bound, Target target, ScatteringRegime regime, int neutrinoPdg, double[] flux, double[] totals, PiecewiseLinearDensity energyDensity, BoundEnvelope envelope)
    {
        CrossSection = crossSection;
        Bound = bound;
        Target = target;
        Regime = regime;
        NeutrinoPdg = neutrinoPdg;
        (nodes, perWidth, shapeCell) = ([], [], []);
        this.flux = flux;
        this.energyDensity = energyDensity;
        this.envelope = envelope;
        boundTotals = totals;
        shapes = envelope.Shapes;
    }

    /// <summary>dσ/dQ² of the channel.</summary>
    public UpscatteringCrossSection CrossSection { get; }

    /// <summary>The nucleus around the nucleon; null for a free target.</summary>
    public BoundUpscattering? Bound { get; }

    /// <summary>The struck nuclide.</summary>
    public Target Target { get; }

    /// <summary>Coherent or elastic off its nucleons.</summary>
    public ScatteringRegime Regime { get; }

    /// <summary>14 or −14.</summary>
    public int NeutrinoPdg { get; }

    /// <summary>∫ φ h σ dE of the tables, cm² / cm² / POT: the channel's share of the rate.</summary>
    public double Integral => energyDensity.Integral;

    /// <summary>Energies at which the Q² tables were made, GeV; none of a bound nucleon.</summary>
    public IReadOnlyList<double> Nodes => nodes;

    /// <summary>Tabulates a channel; null if the beam never reaches its threshold.</summary>
    /// <param name="crossSection">dσ/dQ².</param>
    /// <param name="target">The nuclide.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="neutrinoPdg">14 or −14.</param>
    /// <param name="flux">Flux of that neutrino.</param>
    /// <param name="energyFactor">h(E), not negative.</param>
    /// <param name="sibling">A channel with the same dσ/dQ² whose tables are shared if its energies are the same.</param>
    public static ScatteringChannel? Build(
        UpscatteringCrossSection crossSection,
        Target target,
        ScatteringRegime regime,
        int neutrinoPdg,
        NeutrinoFlux flux,
        Func<double, double> energyFactor,
        ScatteringChannel? sibling = null)
    {
        ArgumentNullException.ThrowIfNull(crossSection);
        ArgumentNullException.ThrowIfNull(flux);
        ArgumentNullException.ThrowIfNull(energyFactor);
        EnergyNodes energies = EnergyNodes.Of(crossSection.Threshold, flux, neutrinoPdg);
        if (energies.Fine.Length < 2)
        {
            return null;
        }

        Q2Shapes shapes = sibling is not null && sibling.nodes.AsSpan().SequenceEqual(energies.Coarse)
            ? sibling.shapes
            : new Q2Shapes(crossSection, energies.Coarse);
        double[] fluxes = new double[energies.Fine.Length];
        double[] density = new double[energies.Fine.Length];
        for (int i = 0; i < density.Length; i++)
        {
            int cell = energies.CoarseCell[Math.Min(i, density.Length - 2)];
            double fraction = energies.CoarseFraction(cell, energies.Fine[i]);
            double total = shapes.Total(cell) + (fraction * (shapes.Total(cell + 1) - shapes.Total(cell)));
            fluxes[i] = flux.Evaluate(neutrinoPdg, energies.Fine[i]);
            density[i] = fluxes[i] * energyFactor(energies.Fine[i]) * total;
        }

        PiecewiseLinearDensity sampled = new(energies.Fine, density);
        return sampled.Integral > 0.0 ? new ScatteringChannel(crossSection, target, regime, neutrinoPdg, energies, fluxes, sampled, shapes) : null;
    }

    /// <summary>Tabulates a channel of nucleons in a nucleus; null if the beam never reaches its threshold.</summary>
    /// <param name="bound">The nucleons in their nucleus.</param>
    /// <param name="crossSection">dσ/dQ² of free ones.</param>
    /// <param name="target">The nuclide.</param>
    /// <param name="regime">Proton- or neutron-elastic.</param>
    /// <param name="neutrinoPdg">14 or −14.</param>
    /// <param name="flux">Flux of that neutrino.</param>
    /// <param name="energyFactor">h(E), not negative.</param>
    /// <param name="helicity">Helicities that are kept.</param>
    public static ScatteringChannel? Build(
        BoundUpscattering bound,
        UpscatteringCrossSection crossSection,
        Target target,
        ScatteringRegime regime,
        int neutrinoPdg,
        NeutrinoFlux flux,
        Func<double, double> energyFactor,
        Helicity helicity)
    {
        ArgumentNullException.ThrowIfNull(bound);
        ArgumentNullException.ThrowIfNull(crossSection);
        ArgumentNullException.ThrowIfNull(flux);
        ArgumentNullException.ThrowIfNull(energyFactor);
        double[] energies = EnergyNodes.Of(bound.Threshold, flux, neutrinoPdg).Fine;
        if (energies.Length < 2)
        {
            return null;
        }

        BoundTotals table = new(bound, helicity, energies[^1]);
        double[] totals = [.. energies.Select(table.At)];
        double[] fluxes = [.. energies.Select(energy => flux.Evaluate(neutrinoPdg, energy))];
        PiecewiseLinearDensity sampled = new(energies, [.. energies.Select((energy, i) => fluxes[i] * energyFactor(energy) * totals[i])]);
        return sampled.Integral > 0.0
            ? new ScatteringChannel(crossSection, bound, target, regime, neutrinoPdg, fluxes, totals, sampled, new BoundEnvelope(crossSection, bound.HighestEnergy(energies[^1])))
            : null;
    }

    /// <summary>1/2M, GeV⁻¹: Q² times this is the energy that the target takes.</summary>
    internal double PerTwiceTargetMass { get; }

    /// <summary>Draws an energy and a configuration of a bound nucleon; φσ over the density of the energy's tables is the weight.</summary>
    internal double SampleBound(ref RandomStream random, Helicity helicity, out double energy, out BoundState state)
    {
        Debug.Assert(Bound is not null && envelope is not null);
        energy = energyDensity.Sample(random.NextDouble(), out int cell, out double fraction);
        double weight = Bound.Sample(ref random, energy, envelope, helicity, out state);
        double at = flux[cell] + (fraction * (flux[cell + 1] - flux[cell]));
        double total = boundTotals[cell] + (fraction * (boundTotals[cell + 1] - boundTotals[cell]));
        return weight * at * total / energyDensity.ValueInCell(cell, fraction);
    }

    /// <summary>Draws (E, Q²) from three uniform numbers.</summary>
    internal void Sample(double uEnergy, double uNode, double uQ2, out ChannelDraw draw)
    {
        Debug.Assert(uEnergy is >= 0.0 and < 1.0 && uNode is >= 0.0 and < 1.0 && uQ2 is >= 0.0 and < 1.0);
        double energy = energyDensity.Sample(uEnergy, out int cell, out double fraction);
        int below = shapeCell[cell];
        double mixing = (energy - nodes[below]) * perWidth[below];
        int node = uNode < mixing ? below + 1 : below;
        double z = shapes.Sample(node, uQ2, out int q2Cell, out double q2Fraction);
        draw.Kinematics = CrossSection.KinematicsAt(energy);
        (double low, double high) = CrossSection.Q2Range(draw.Kinematics);
        double logRange = Math.Log(high / low);
        double q2 = Math.Min(high, low * Math.Exp(z * logRange));
        double shape = ((1.0 - mixing) * shapes.Density(below, q2Cell, q2Fraction)) + (mixing * shapes.Density(below + 1, q2Cell, q2Fraction));

        // Every cell of the energy lies between two points of the flux table, where the flux is linear.
        double flux = this.flux[cell] + (fraction * (this.flux[cell + 1] - this.flux[cell]));
        draw.Energy = energy;
        draw.Q2 = q2;
        draw.Node = node;
        draw.FluxOverDensity = flux * q2 * logRange / (energyDensity.ValueInCell(cell, fraction) * shape);
    }
}
