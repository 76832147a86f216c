using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// The excited remnant evaporates neutrons, protons and α particles and ends with photons: spectra T e^(−T/τ), τ = √(E*/a), a = A/8 MeV⁻¹
/// (V. Weisskopf, Phys. Rev. 52 (1937) 295), charged ones above a barrier, kinds with fixed weights. Each emission is a decay in two, so
/// that four-momentum is conserved. Approximate: no levels, no shell or pairing effects (every nucleon costs B/A, an α four of them less its
/// own binding), photons of 1 to 4 MeV.
/// </summary>
internal static class RemnantCooling
{
    /// <summary>Weights of neutrons and protons among what evaporates; the rest are α particles. Chosen, as in the detector's transport.</summary>
    private const double NeutronWeight = 0.70;
    private const double ProtonWeight = 0.20;

    /// <summary>Mass of the α particle, GeV (CODATA 2018).</summary>
    private const double AlphaMass = 3.7273794066;

    private const int AlphaPdg = 1000020040;
    private const int PhotonPdg = 22;

    /// <summary>Barrier of an α particle over that of a proton: twice the charge, a little farther out.</summary>
    private const double AlphaBarrier = 1.7;

    /// <summary>Energy below which no photon is made, GeV. Chosen.</summary>
    private const double MinimumPhoton = 5e-5;

    /// <summary>Smallest nucleus that evaporates. Chosen: below, there is no temperature.</summary>
    private const int SmallestNucleus = 5;

    /// <summary>Emits until the remnant is cold.</summary>
    public static void Cool(ref RandomStream random, CascadeEvent cascade, NuclearField field)
    {
        NuclearRemnant remnant = cascade.Remnant;
        while (remnant.Excitation > field.Separation && remnant.Nucleons >= SmallestNucleus && TryEvaporate(ref random, cascade, field, ref remnant))
        {
        }

        while (remnant.Excitation > MinimumPhoton && remnant.Nucleons > 1)
        {
            double energy = Math.Min(remnant.Excitation, 1e-3 * (1.0 + (3.0 * random.NextDouble())));
            double after = Math.Max(0.0, remnant.Excitation - energy);
            remnant = Decay(ref random, cascade, field, remnant, PhotonPdg, 0.0, 0, 0, after);
        }

        cascade.Remnant = remnant;
    }

    private static bool TryEvaporate(ref RandomStream random, CascadeEvent cascade, NuclearField field, ref NuclearRemnant remnant)
    {
        double temperature = Math.Sqrt(1e-3 * remnant.Excitation * 8.0 / remnant.Nucleons);
        double u = random.NextDouble();
        double kinetic = -temperature * Math.Log(random.NextDouble() * random.NextDouble());
        (int pdg, double mass, int protons, int neutrons, double barrier) = u < NeutronWeight ? (2112, PhysicalConstants.MassNeutron, 0, 1, 0.0)
            : u < NeutronWeight + ProtonWeight ? (2212, PhysicalConstants.MassProton, 1, 0, field.ProtonBarrier)
            : (AlphaPdg, AlphaMass, 2, 2, AlphaBarrier * field.ProtonBarrier);
        if (remnant.Protons < protons || remnant.Neutrons < neutrons || remnant.Nucleons - protons - neutrons < 2)
        {
            return false;
        }

        double cost = field.GroundMass(remnant.Protons - protons, remnant.Neutrons - neutrons) + mass - field.GroundMass(remnant.Protons, remnant.Neutrons);
        double after = remnant.Excitation - cost - kinetic - barrier;
        if (after < 0.0)
        {
            // Only the tail of the spectrum does not fit: a neutron of what is left, else the next one may.
            if (pdg != 2112 || remnant.Excitation <= cost)
            {
                return pdg != 2112;
            }

            after = (remnant.Excitation - cost) * random.NextDouble();
        }

        remnant = Decay(ref random, cascade, field, remnant, pdg, mass, protons, neutrons, after);
        return true;
    }

    /// <summary>The remnant decays into a particle and a remnant with an excitation.</summary>
    private static NuclearRemnant Decay(
        ref RandomStream random, CascadeEvent cascade, NuclearField field, in NuclearRemnant remnant, int pdg, double mass, int protons, int neutrons, double excitation)
    {
        double before = field.GroundMass(remnant.Protons, remnant.Neutrons) + remnant.Excitation;
        double after = field.GroundMass(remnant.Protons - protons, remnant.Neutrons - neutrons) + excitation;
        (FourVector first, FourVector second) = Kinematics.Decay(remnant.Momentum, before, mass, after, Direction.Isotropic(ref random));
        cascade.Emit(new EmittedParticle(pdg, first, -1));
        return new NuclearRemnant(remnant.Protons - protons, remnant.Neutrons - neutrons, second, excitation);
    }
}
