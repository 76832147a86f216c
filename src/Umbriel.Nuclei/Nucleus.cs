using System.Diagnostics;
using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Nuclei;

/// <summary>
/// A nucleus as a local Fermi gas: density of matter with radius, protons and neutrons in the same shape, nucleons at a
/// radius filling a sphere of momenta up to k_F(r) = ħc (3π² ρ_N(r))^(1/3), each bound by one removal energy.
/// A free proton ("H1") is a nucleus without density: Fermi momentum, removal energy and radius are zero.
/// Check: argon's density at the centre is 0.176 fm⁻³.
/// </summary>
public sealed class Nucleus
{
    private const double FermiGeV = PhysicalConstants.HbarC / 1e-13; // ħc in GeV fm

    private readonly DensityShape shape;
    private readonly double scale;
    private readonly double[] cumulative = [];

    /// <summary>A nucleus from its table.</summary>
    /// <param name="name">Symbol and number of nucleons.</param>
    /// <param name="protons">Z.</param>
    /// <param name="nucleons">A.</param>
    /// <param name="shape">Density, not normalised.</param>
    /// <param name="removalEnergy">GeV.</param>
    /// <param name="mass">Without electrons, GeV.</param>
    /// <param name="chargeEnergies">What it takes to raise and to lower the charge by one, GeV.</param>
    internal Nucleus(string name, int protons, int nucleons, DensityShape shape, double removalEnergy, double mass, (double Raise, double Lower) chargeEnergies)
    {
        Debug.Assert(protons >= 0 && nucleons >= Math.Max(1, protons));
        (Name, Protons, Nucleons, RemovalEnergy, Mass) = (name, protons, nucleons, removalEnergy, mass);
        (RaiseChargeEnergy, LowerChargeEnergy) = chargeEnergies;
        this.shape = shape;
        MaximumRadius = shape.MaximumRadius;
        if (MaximumRadius > 0.0)
        {
            scale = nucleons / (4.0 * Math.PI * GaussLegendre.Integrate(r => r * r * shape.Evaluate(r), 0.0, MaximumRadius, 96));
            cumulative = Cumulative(shape);
            MaximumDensity = Enumerable.Range(0, 1000).Max(i => Density(i * MaximumRadius / 1000.0));
        }
    }

    /// <summary>Symbol and number of nucleons, as "Ar40".</summary>
    public string Name { get; }

    /// <summary>Z.</summary>
    public int Protons { get; }

    /// <summary>A − Z.</summary>
    public int Neutrons => Nucleons - Protons;

    /// <summary>A.</summary>
    public int Nucleons { get; }

    /// <summary>Energy that it takes to remove a nucleon, GeV: a struck nucleon has E = √(M² + p²) − this.</summary>
    public double RemovalEnergy { get; }

    /// <summary>Mass of the bare nucleus in its ground state, GeV.</summary>
    public double Mass { get; }

    /// <summary>Mass of the nucleus with one proton more and one neutron less, in its ground state, less its own, GeV.</summary>
    public double RaiseChargeEnergy { get; }

    /// <summary>Mass of the nucleus with one proton less and one neutron more, in its ground state, less its own, GeV.</summary>
    public double LowerChargeEnergy { get; }

    /// <summary>PDG code: 10LZZZAAAI of a nucleus, 2212 of a free proton.</summary>
    public int Pdg => Nucleons == 1 ? Nucleon.Proton.Pdg() : 1_000_000_000 + (10_000 * Protons) + (10 * Nucleons);

    /// <summary>Radius beyond which there is no matter, fm; zero for a free proton.</summary>
    public double MaximumRadius { get; }

    /// <summary>Highest density, fm⁻³; light nuclei have it outside the centre.</summary>
    public double MaximumDensity { get; }

    /// <summary>Number of nucleons of a kind.</summary>
    public int Count(Nucleon nucleon) => nucleon == Nucleon.Proton ? Protons : Neutrons;

    /// <summary>Density of nucleons of both kinds at a radius in fm, fm⁻³.</summary>
    public double Density(double radius)
    {
        Debug.Assert(radius >= 0.0);
        return radius < MaximumRadius ? scale * shape.Evaluate(radius) : 0.0;
    }

    /// <summary>Density of nucleons of one kind at a radius in fm, fm⁻³.</summary>
    public double Density(Nucleon nucleon, double radius) => Density(radius) * Count(nucleon) / Nucleons;

    /// <summary>Local Fermi momentum of one kind at a radius in fm, GeV; zero outside.</summary>
    public double FermiMomentum(Nucleon nucleon, double radius) =>
        FermiGeV * Math.Cbrt(3.0 * Math.PI * Math.PI * Density(nucleon, radius));

    /// <summary>The radius, fm, within which a share of the nucleons is; zero for a free proton.</summary>
    /// <param name="share">0 to 1.</param>
    public double RadiusAt(double share)
    {
        Debug.Assert(share is >= 0.0 and <= 1.0);
        if (MaximumRadius == 0.0)
        {
            return 0.0;
        }

        int after = Array.BinarySearch(cumulative, share);
        after = Math.Clamp(after < 0 ? ~after : after, 1, cumulative.Length - 1);
        double within = (share - cumulative[after - 1]) / (cumulative[after] - cumulative[after - 1]);
        return MaximumRadius * (after - 1 + Math.Min(within, 1.0)) / (cumulative.Length - 1);
    }

    /// <summary>Draws the radius of a nucleon, fm, from r² ρ(r) (one random number).</summary>
    /// <param name="random">The event's stream.</param>
    public double SampleRadius(ref RandomStream random) => RadiusAt(random.NextDouble());

    /// <summary>Draws the momentum of a nucleon, GeV, uniform in the sphere of the local Fermi momentum (three random numbers).</summary>
    /// <param name="random">The event's stream.</param>
    /// <param name="nucleon">Its kind.</param>
    /// <param name="radius">Where, fm.</param>
    public SpaceVector SampleMomentum(ref RandomStream random, Nucleon nucleon, double radius)
    {
        double magnitude = FermiMomentum(nucleon, radius) * Math.Cbrt(random.NextDouble());
        return Direction.Isotropic(ref random) * magnitude;
    }

    /// <summary>A nucleus by its name, with density and energies from data/interactions.</summary>
    /// <param name="name">As "Ar40"; <see cref="NuclearTable.Names"/> has all.</param>
    /// <exception cref="UserErrorException">There is no such nucleus in the tables.</exception>
    public static Nucleus Find(string name) => NuclearTable.Find(name);

    // Shares of the nucleons within equal steps of the radius; linear between them, which moves a radius by less than 0.01 fm.
    private static double[] Cumulative(DensityShape shape)
    {
        const int Steps = 1000;
        double step = shape.MaximumRadius / Steps;
        double[] sums = new double[Steps + 1];
        for (int i = 1; i <= Steps; i++)
        {
            sums[i] = sums[i - 1] + GaussLegendre.Integrate(r => r * r * shape.Evaluate(r), (i - 1) * step, i * step, 2);
        }

        return [.. sums.Select(sum => sum / sums[Steps])];
    }
}
