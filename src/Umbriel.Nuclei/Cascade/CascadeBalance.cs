using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// The remnant gets the four-momentum that is left. Where that is less than its ground state has (of the order of an MeV: recoil, and the
/// Coulomb energy of exchanged charges), the fastest hadron that the cascade changed gives it the rest along its direction.
/// </summary>
internal static class CascadeBalance
{
    /// <summary>Allowed below the ground state, GeV: rounding of masses of tens of GeV.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Sets the remnant.</summary>
    /// <param name="cascade">The event.</param>
    /// <param name="field">Masses.</param>
    /// <param name="total">Four-momentum of everything.</param>
    /// <param name="floor">Excitation, not above zero, that the nucleus had before: a primary interaction may have taken more than there is.</param>
    /// <param name="protons">Of the remnant.</param>
    /// <param name="neutrons">Of the remnant.</param>
    public static void Settle(CascadeEvent cascade, NuclearField field, in FourVector total, double floor, ref int protons, ref int neutrons)
    {
        double limit = double.PositiveInfinity;
        while (true)
        {
            FourVector rest = total;
            foreach (EmittedParticle particle in cascade.Emitted)
            {
                rest -= particle.Momentum;
            }

            double ground = field.GroundMass(protons, neutrons);
            double excitation = Math.Sqrt(Math.Max(0.0, rest.MassSquared)) - ground;
            if (excitation >= floor - Rounding || !TryPay(cascade, rest, ground + floor, ref limit, ref protons, ref neutrons))
            {
                cascade.Remnant = new NuclearRemnant(protons, neutrons, rest, excitation);
                return;
            }
        }
    }

    /// <summary>
    /// Slows the fastest hadron below a limit that was made here until the rest has a mass; a nucleon that cannot stays, and the
    /// limit falls to its energy. False if there is none.
    /// </summary>
    private static bool TryPay(CascadeEvent cascade, in FourVector rest, double wanted, ref double limit, ref int protons, ref int neutrons)
    {
        int best = -1;
        double kinetic = 0.0;
        for (int i = 0; i < cascade.Emitted.Length; i++)
        {
            EmittedParticle particle = cascade.Emitted[i];
            HadronFate fate = cascade.Fates[particle.Fate];
            if (fate.Parent >= 0 && fate.KineticEnergy > kinetic && fate.KineticEnergy < limit)
            {
                (best, kinetic) = (i, fate.KineticEnergy);
            }
        }

        if (best < 0)
        {
            return false;
        }

        EmittedParticle payer = cascade.Emitted[best];
        HadronKind kind = HadronKinds.Of(payer.Pdg);
        double mass = kind.Mass();
        double p = payer.Momentum.Momentum;
        SpaceVector direction = new SpaceVector(payer.Momentum.X, payer.Momentum.Y, payer.Momentum.Z) * (1.0 / p);

        // With X = hadron + rest: (X − p)² = wanted², E X₀ − p X·n = c.
        FourVector both = rest + payer.Momentum;
        double along = (both.X * direction.X) + (both.Y * direction.Y) + (both.Z * direction.Z);
        double c = 0.5 * (both.MassSquared + (mass * mass) - (wanted * wanted));
        double square = (both.E * both.E) - (along * along);
        double root = (c * c) - (mass * mass * square);
        double slowed = root >= 0.0 ? ((c * along) + (both.E * Math.Sqrt(root))) / square : -1.0;
        if (slowed > 0.0 && slowed < p)
        {
            double energy = Math.Sqrt((slowed * slowed) + (mass * mass));
            cascade.Replace(best, payer with { Momentum = new FourVector(energy, slowed * direction.X, slowed * direction.Y, slowed * direction.Z) });
            return true;
        }

        limit = kinetic;
        if (!kind.IsNucleon())
        {
            return true;
        }

        protons += kind == HadronKind.Proton ? 1 : 0;
        neutrons += kind == HadronKind.Neutron ? 1 : 0;
        cascade.RemoveEmitted(best);
        return true;
    }
}
