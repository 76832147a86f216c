using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// Where the nucleons of ⁴⁰Ar are and how they move: a Fermi distribution of charge, taken for the nucleons too, c = 3.53 fm and
/// a = 0.542 fm (H. de Vries, C. de Jager and C. de Vries, At. Data Nucl. Data Tables 36 (1987) 495, recalled; r.m.s. radius 3.39 fm), filled
/// at each radius as a Fermi gas of as many protons as neutrons. Lengths fm, energies GeV.
/// </summary>
internal static class ArgonNucleus
{
    /// <summary>Protons of ⁴⁰Ar.</summary>
    public const int Protons = 18;

    /// <summary>Neutrons of ⁴⁰Ar.</summary>
    public const int Neutrons = 22;

    /// <summary>Radius beyond which there is nothing. Chosen: the density is 3e-4 of the centre's, 0.1% of the nucleons are outside.</summary>
    public const double Radius = 8.0;

    /// <summary>Density in the centre, fm⁻³: A over 4π c³/3 (1 + π²a²/c²), 0.176.</summary>
    public const double CentralDensity = (Protons + Neutrons)
        / (4.0 / 3.0 * Math.PI * HalfRadius * HalfRadius * HalfRadius * (1.0 + (Math.PI * Math.PI * Diffuseness * Diffuseness / (HalfRadius * HalfRadius))));

    private const double HalfRadius = 3.53;
    private const double Diffuseness = 0.542;

    /// <summary>ħc, GeV fm.</summary>
    private const double HbarC = 1e13 * PhysicalConstants.HbarC;

    /// <summary>Nucleons per fm³ at a radius.</summary>
    public static double Density(double radius) => CentralDensity / (1.0 + Math.Exp((radius - HalfRadius) / Diffuseness));

    /// <summary>Fermi momentum at a radius, GeV: ħc (3π²ρ/2)^⅓; 0.271 in the centre.</summary>
    public static double FermiMomentum(double radius) => HbarC * Math.Cbrt(1.5 * Math.PI * Math.PI * Density(radius));

    /// <summary>Kinetic energy of the Fermi level over the bottom of the well at a radius, GeV; 0.038 in the centre.</summary>
    public static double FermiEnergy(double radius)
    {
        double k = FermiMomentum(radius);
        return Math.Sqrt((k * k) + (CascadeHadron.NucleonMass * CascadeHadron.NucleonMass)) - CascadeHadron.NucleonMass;
    }

    /// <summary>A place with a density ∝ ρ^n: of a nucleon for n = 1, of a pair for n = 2.</summary>
    public static SpaceVector SamplePlace(ref RandomStream random, int power)
    {
        double radius;
        double share;
        do
        {
            radius = Radius * Math.Cbrt(random.NextDouble());
            share = Math.Pow(Density(radius) / CentralDensity, power);
        }
        while (random.NextDouble() > share);
        return Direction.Isotropic(ref random) * radius;
    }

    /// <summary>A place on the near side of the sphere of <see cref="Radius"/> that a parallel beam lights evenly.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="direction">Of the beam, of length 1.</param>
    public static SpaceVector SampleEntry(ref RandomStream random, SpaceVector direction)
    {
        double across = Math.Sqrt(random.NextDouble());
        double along = -Math.Sqrt(1.0 - (across * across));
        Direction.Turn(random.NextDouble(), out double sin, out double cos);
        Direction.FromFrame(direction.X, direction.Y, direction.Z, across * cos, across * sin, along, out double x, out double y, out double z);
        return new SpaceVector(Radius * x, Radius * y, Radius * z);
    }
}
