using Umbriel.Nuclei;
using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// The potentials of a nucleus: every nucleon's Fermi level lies at minus its binding energy per nucleon, B/A, so that a well has the depth
/// T_F(r) + B/A (with the Coulomb energy of protons in it); pions and kaons feel the Coulomb energy of a ball of charge of the nucleus'
/// r.m.s. radius.
/// </summary>
internal sealed class NuclearField
{
    private const double HbarC = 1e13 * PhysicalConstants.HbarC;

    private readonly double ballRadius;

    /// <summary>Of a nucleus.</summary>
    public NuclearField(Nucleus nucleus)
    {
        Nucleus = nucleus;
        double masses = (nucleus.Protons * PhysicalConstants.MassProton) + (nucleus.Neutrons * PhysicalConstants.MassNeutron);
        Separation = (masses - nucleus.Mass) / nucleus.Nucleons;
        ProtonShare = (double)nucleus.Protons / nucleus.Nucleons;
        double square = 4.0 * Math.PI / nucleus.Nucleons * GaussLegendre.Integrate(r => r * r * r * r * nucleus.Density(r), 0.0, nucleus.MaximumRadius, 96);
        ballRadius = Math.Sqrt(5.0 / 3.0 * square);
    }

    /// <summary>The nucleus.</summary>
    public Nucleus Nucleus { get; }

    /// <summary>B/A, GeV.</summary>
    public double Separation { get; }

    /// <summary>Z/A.</summary>
    public double ProtonShare { get; }

    /// <summary>Mass of the ground state of what is left of the nucleus, GeV: bound by B/A per nucleon, a single nucleon not at all.</summary>
    public double GroundMass(int protons, int neutrons)
    {
        double masses = (protons * PhysicalConstants.MassProton) + (neutrons * PhysicalConstants.MassNeutron);
        return protons + neutrons > 1 ? masses - ((protons + neutrons) * Separation) : masses;
    }

    /// <summary>
    /// Energy that keeps a slow proton in, GeV: (Z − 1) e²/R with R = 1.3 fm (A^⅓ + 1); tunnelling is left out. 4.3 MeV in argon.
    /// </summary>
    public double ProtonBarrier => (Nucleus.Protons - 1) * PhysicalConstants.FineStructure * HbarC / (1.3 * (Math.Cbrt(Nucleus.Nucleons) + 1.0));

    /// <summary>Coulomb energy of a charge +1 at a radius, GeV.</summary>
    public double Coulomb(double radius)
    {
        double strength = Nucleus.Protons * PhysicalConstants.FineStructure * HbarC;
        double x = radius / ballRadius;
        return x >= 1.0 ? strength / radius : 0.5 * strength * (3.0 - (x * x)) / ballRadius;
    }

    /// <summary>Kinetic energy that a hadron gains from outside to a place inside, GeV.</summary>
    public double Gain(HadronKind kind, in LocalMedium medium, double radius) =>
        kind.IsNucleon() ? medium.Depth((Nucleon)kind) : -kind.Charge() * Coulomb(radius);

    /// <summary>Four-momentum with the energy changed and the direction kept; false if the energy is below the mass.</summary>
    public static bool TryShift(in FourVector momentum, double mass, double change, out FourVector shifted)
    {
        double energy = momentum.E + change;
        double square = (energy * energy) - (mass * mass);
        double before = momentum.Momentum;
        if (energy <= mass || before <= 0.0)
        {
            shifted = momentum;
            return false;
        }

        double factor = Math.Sqrt(square) / before;
        shifted = new FourVector(energy, factor * momentum.X, factor * momentum.Y, factor * momentum.Z);
        return true;
    }
}
