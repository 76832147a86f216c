using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>Elastic scattering on the whole nucleus, with its recoil.</summary>
internal static class NuclearRecoil
{
    /// <summary>Nuclear mass of ⁴⁰Ar, GeV: the atom's 39.9623831 u (AME 2020) less 18 electrons.</summary>
    public const double Mass = (39.9623831 * PhysicalConstants.AtomicMassUnit) - (18.0 * PhysicalConstants.MassElectron);

    /// <summary>Slope of the diffraction peak, R²/4 of a grey disc, GeV⁻². R = 4.3 fm is chosen: 1.25 fm × A^⅓, rounded.</summary>
    private const double Slope = 0.25 * 4.3e-13 * 4.3e-13 / (PhysicalConstants.HbarC * PhysicalConstants.HbarC);

    /// <summary>Ionising energy below which a recoil leaves no deposit, GeV. Chosen: 40 electron-ion pairs.</summary>
    private const double MinimumDeposit = 1e-6;

    /// <summary>
    /// Scatters: dσ/dt ∝ exp(−R²|t|/4) in the centre of mass, which tends to isotropy below 0.3 MeV. The recoil's energy is
    /// divided by <see cref="Lindhard"/> between a deposit and loss.
    /// </summary>
    public static void Scatter(ref RandomStream random, ref ParticleState particle, SimulatedEvent simulated)
    {
        Debug.Assert(particle.Energy >= 0.0 && double.IsFinite(particle.Energy));
        double mass = ParticleProperties.Mass(particle.Kind);
        FourVector incoming = ParticleKinematics.Momentum(particle, mass);
        FourVector total = incoming + new FourVector(Mass, 0.0, 0.0, 0.0);
        double s = Math.Sqrt(total.MassSquared);
        FourVector centre = incoming.BoostToRestFrameOf(total, s);
        double p = centre.Momentum;
        if (p <= 0.0)
        {
            return;
        }

        double cos = Sampling.Diffractive(ref random, Slope, p);
        (double x, double y, double z) = (centre.X / p, centre.Y / p, centre.Z / p);
        Sampling.Turn(ref x, ref y, ref z, cos, 2.0 * Math.PI * random.NextDouble());
        FourVector outgoing = new FourVector(centre.E, p * x, p * y, p * z).BoostFromRestFrameOf(total, s);
        double magnitude = outgoing.Momentum;
        double recoil = Math.Min(particle.Energy, p * p * (1.0 - cos) / Mass);
        (particle.DX, particle.DY, particle.DZ) = (outgoing.X / magnitude, outgoing.Y / magnitude, outgoing.Z / magnitude);
        particle.Energy -= recoil;
        double ionising = recoil * Lindhard(recoil);
        if (ionising > MinimumDeposit)
        {
            simulated.Add(new Deposit(particle.Index, particle.X, particle.Y, particle.Z, particle.X, particle.Y, particle.Z, particle.Time, ionising));
            simulated.Lost += recoil - ionising;
        }
        else
        {
            simulated.Lost += recoil;
        }
    }

    /// <summary>
    /// Share of an argon recoil's energy that goes to electrons: k g(ε)/(1 + k g(ε)), k = 0.133 Z^(2/3) A^(−1/2), ε = 11.5 Z^(−7/3) E/keV,
    /// g = 3ε^0.15 + 0.7ε^0.6 + ε (J. Lindhard et al., Mat. Fys. Medd. 33, 10 (1963)). Check value: 0.37 at 50 keV.
    /// </summary>
    public static double Lindhard(double energy)
    {
        Debug.Assert(energy >= 0.0);
        double k = 0.133 * Math.Pow(LiquidArgon.Z, 2.0 / 3.0) / Math.Sqrt(LiquidArgon.A);
        double epsilon = 11.5 * Math.Pow(LiquidArgon.Z, -7.0 / 3.0) * 1e6 * energy;
        double g = (3.0 * Math.Pow(epsilon, 0.15)) + (0.7 * Math.Pow(epsilon, 0.6)) + epsilon;
        return k * g / (1.0 + (k * g));
    }
}
