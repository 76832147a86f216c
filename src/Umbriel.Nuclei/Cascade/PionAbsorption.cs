using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// A pion is absorbed by two nucleons, the part of it that <see cref="DeltaInMedium"/> says by three. Two leave at the angles of
/// π d → p p, three by phase space. Momenta of the nucleons are those of the Fermi gas; products obey Pauli's principle.
/// </summary>
internal static class PionAbsorption
{
    private const int MaximumTries = 200;

    /// <summary>Absorbs; false if no try succeeds, or if the nucleus is too small.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="pion">Its kind.</param>
    /// <param name="momentum">Its four-momentum inside.</param>
    /// <param name="medium">Matter where it is.</param>
    /// <param name="protons">Protons that are left in the nucleus; those taken are subtracted.</param>
    /// <param name="neutrons">As <paramref name="protons"/>.</param>
    /// <param name="products">Takes two or three nucleons, inside.</param>
    /// <param name="count">How many.</param>
    public static bool TryAbsorb(
        ref RandomStream random, HadronKind pion, in FourVector momentum, in LocalMedium medium, ref int protons, ref int neutrons, Span<InsideHadron> products, out int count)
    {
        double kinetic = momentum.E - pion.Mass();
        double threeBody = CollisionChannels.Delta.Absorption(kinetic, medium.Density).ThreeBody;
        (double unlike, double like) = CascadeRates.PairWeights(pion, protons, neutrons);
        Span<Nucleon> taken = stackalloc Nucleon[3];
        for (int attempt = 0; attempt < MaximumTries; attempt++)
        {
            count = random.NextDouble() < threeBody ? 3 : 2;
            bool mixed = random.NextDouble() * (unlike + like) < unlike;
            Nucleon same = pion switch
            {
                HadronKind.PionPlus => Nucleon.Neutron,
                HadronKind.PionMinus => Nucleon.Proton,
                _ => random.NextDouble() * ((protons * protons) + (neutrons * neutrons)) < protons * protons ? Nucleon.Proton : Nucleon.Neutron,
            };
            taken[0] = mixed ? Nucleon.Proton : same;
            taken[1] = mixed ? Nucleon.Neutron : same;
            taken[2] = random.NextDouble() * (protons + neutrons) < protons ? Nucleon.Proton : Nucleon.Neutron;
            int takenProtons = 0;
            FourVector total = momentum;
            for (int i = 0; i < count; i++)
            {
                takenProtons += taken[i] == Nucleon.Proton ? 1 : 0;
                double p = medium.FermiMomentum(taken[i]) * Math.Cbrt(random.NextDouble());
                total += TwoBodyCollision.Bound(taken[i], Direction.Isotropic(ref random) * p);
            }

            int charge = pion.Charge() + takenProtons;
            if (charge < 0 || charge > count || takenProtons > protons || count - takenProtons > neutrons || protons + neutrons <= count)
            {
                continue;
            }

            double s = Math.Sqrt(total.MassSquared);
            if (count == 2)
            {
                Nucleon first = HadronKinds.NucleonOf(charge == 2 || (charge == 1 && random.NextDouble() < 0.5) ? 1 : 0);
                Nucleon second = HadronKinds.NucleonOf(charge - (first == Nucleon.Proton ? 1 : 0));
                double cos = HadronData.Instance.DeuteronAngles.Cosine(kinetic, random.NextDouble());
                SpaceVector direction = Kinematics.Turned(ref random, Kinematics.DirectionInRestFrame(momentum, total, s), cos);
                if (s <= first.Mass() + second.Mass())
                {
                    continue;
                }

                (FourVector a, FourVector b) = Kinematics.Decay(total, s, first.Mass(), second.Mass(), direction);
                products[0] = new InsideHadron(first.Kind(), a);
                products[1] = new InsideHadron(second.Kind(), b);
            }
            else
            {
                if (s <= 3.0 * PhysicalConstants.MassNeutron)
                {
                    continue;
                }

                // The products of one phase space are alike: which of them are protons does not matter.
                Nucleon first = HadronKinds.NucleonOf(charge >= 1 ? 1 : 0);
                Nucleon second = HadronKinds.NucleonOf(charge >= 2 ? 1 : 0);
                Nucleon third = HadronKinds.NucleonOf(charge == 3 ? 1 : 0);
                (FourVector a, FourVector b, FourVector c) = Kinematics.Decay(ref random, total, s, first.Mass(), second.Mass(), third.Mass());
                products[0] = new InsideHadron(first.Kind(), a);
                products[1] = new InsideHadron(second.Kind(), b);
                products[2] = new InsideHadron(third.Kind(), c);
            }

            if (PauliPrinciple.Allows(products[..count], medium))
            {
                protons -= takenProtons;
                neutrons -= count - takenProtons;
                return true;
            }
        }

        count = 0;
        return false;
    }
}
