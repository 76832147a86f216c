using System.Diagnostics;
using Umbriel.Core;
using Umbriel.Detector.Heavy.Intranuclear;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// How an excited nucleus near argon cools: neutrons, protons and α particles with spectra T e^(−T/τ), τ = √(E*/a), a = A/8 MeV⁻¹
/// (V. Weisskopf, Phys. Rev. 52 (1937) 295), charged ones above a Coulomb barrier, chosen with fixed weights; photons carry what is
/// left. α particles deposit where they are (below 0.1 mm). Separation energies are lost. The nucleus does not recoil.
/// </summary>
internal static class Evaporation
{
    /// <summary>Separation energy of a nucleon, GeV: the mean of argon's S_n = 9.87 and S_p = 12.53 MeV and its lighter neighbours', rounded.</summary>
    public const double Separation = 8.5e-3;

    /// <summary>
    /// Part of the particles evaporated after a cascade that are neutrons: 0.70, with protons 0.20 and α particles 0.10. Chosen; no
    /// measurement on record that they were tuned on.
    /// </summary>
    public const double NeutronShare = 0.70;

    /// <summary>
    /// Energy that the Coulomb barrier gives a proton, GeV. Chosen; zZe²/R with R = 1.3 fm × (A^⅓ + a^⅓) is 4.3 MeV on chlorine.
    /// </summary>
    public const double ProtonBarrier = 4.0e-3;

    /// <summary>The same for an α particle. Chosen; 7.3 MeV on sulphur.</summary>
    private const double AlphaBarrier = 7.0e-3;

    /// <summary>
    /// Separation energy of an α particle from ⁴⁰Ar, GeV: the difference of the atomic masses of ³⁶S + ⁴He and ⁴⁰Ar, 6.80 MeV.
    /// </summary>
    private const double AlphaSeparation = 6.8e-3;

    /// <summary>Excitation in separation energies below which photons end it though a neutron was drawn. Chosen.</summary>
    private const double LastNeutron = 1.2;

    /// <summary>Energy below which no photon is made, GeV. Chosen.</summary>
    private const double MinimumPhoton = 5e-5;

    /// <summary>
    /// Temperature τ = √(E*/a) of a nucleus of argon's mass number with excitation E*, both GeV; a = A/8 MeV⁻¹, the usual rounded
    /// level density (from memory).
    /// </summary>
    public static double Temperature(double excitation) => Math.Sqrt(1e-3 * excitation * 8.0 / LiquidArgon.A);

    /// <summary>Spends the excitation energy. What the nucleus has no nucleons for is not emitted: photons end it. Returns what is left.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="at">The particle that reacted, where and when it did.</param>
    /// <param name="nucleus">What cools.</param>
    /// <param name="neutronShare">Part of neutrons among the particles evaporated, 0 to 1.</param>
    /// <param name="process">What the secondaries are made by.</param>
    /// <param name="simulated">Takes them.</param>
    public static ResidualNucleus Cool(ref RandomStream random, ParticleState at, ResidualNucleus nucleus, double neutronShare, CreationProcess process, SimulatedEvent simulated)
    {
        double excitation = nucleus.Excitation;
        Debug.Assert(excitation >= 0.0 && double.IsFinite(excitation));
        Debug.Assert(neutronShare is >= 0.0 and <= 1.0);
        while (excitation > Separation)
        {
            double temperature = Temperature(excitation);
            double u = random.NextDouble();
            double spectrum = Sampling.Evaporation(ref random, temperature);
            bool neutron = u < neutronShare;

            // Two charged particles of three are protons: see NeutronShare.
            bool proton = !neutron && u < neutronShare + ((1.0 - neutronShare) * 2.0 / 3.0);
            (int protons, int neutrons) = neutron ? (0, 1) : proton ? (1, 0) : (2, 2);
            if (nucleus.Protons < protons || nucleus.Neutrons < neutrons)
            {
                break;
            }

            double kinetic = neutron ? spectrum : spectrum + (proton ? ProtonBarrier : AlphaBarrier);
            double cost = neutron || proton ? Separation : AlphaSeparation;
            if (kinetic + cost > excitation)
            {
                // Photons end it when nothing fits; a neutron of what is left if it was only the spectrum's tail.
                if (!neutron || excitation < LastNeutron * Separation)
                {
                    break;
                }

                kinetic = random.NextDouble() * (excitation - cost);
            }

            excitation -= kinetic + cost;
            nucleus = new ResidualNucleus(nucleus.Protons - protons, nucleus.Neutrons - neutrons, excitation);
            simulated.Lost += cost;
            if (neutron || proton)
            {
                Emit(ref random, at, neutron ? ParticleKind.Neutron : ParticleKind.Proton, kinetic, process, simulated);
            }
            else
            {
                simulated.Add(new Deposit(at.Index, at.X, at.Y, at.Z, at.X, at.Y, at.Z, at.Time, kinetic));
            }
        }

        Photons(ref random, at, excitation, process, simulated);
        return nucleus with { Excitation = 0.0 };
    }

    /// <summary>
    /// Turns an energy, GeV, into photons of 1 to 4 MeV (chosen, uniform); below 50 keV it is deposited (conversion electrons, X
    /// rays).
    /// </summary>
    public static void Photons(ref RandomStream random, ParticleState at, double energy, CreationProcess process, SimulatedEvent simulated)
    {
        while (energy > MinimumPhoton)
        {
            double photon = Math.Min(energy, 1e-3 * (1.0 + (3.0 * random.NextDouble())));
            Emit(ref random, at, ParticleKind.Photon, photon, process, simulated);
            energy -= photon;
        }

        if (energy > 0.0)
        {
            simulated.Add(new Deposit(at.Index, at.X, at.Y, at.Z, at.X, at.Y, at.Z, at.Time, energy));
        }
    }

    /// <summary>Adds an isotropic secondary.</summary>
    public static void Emit(ref RandomStream random, ParticleState at, ParticleKind kind, double kinetic, CreationProcess process, SimulatedEvent simulated)
    {
        Debug.Assert(kinetic >= 0.0 && double.IsFinite(kinetic));
        ParticleState secondary = at;
        secondary.Kind = kind;
        secondary.Energy = kinetic;
        (secondary.DX, secondary.DY, secondary.DZ) = Direction.Isotropic(ref random);
        simulated.Add(secondary, at.Index, process);
    }
}
