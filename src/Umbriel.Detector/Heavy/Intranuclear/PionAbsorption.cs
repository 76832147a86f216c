using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>π (N N) → N N: absorption by two nucleons of the Fermi gas, isotropic in the centre of mass.</summary>
internal static class PionAbsorption
{
    /// <summary>
    /// Part of the absorption of charged pions on a proton and a neutron; the rest is on a like pair, nn for π+ and pp for π−. From
    /// memory, as cascades with two-nucleon absorption have it; π0 always meet a proton and a neutron.
    /// </summary>
    private const double UnlikePairFraction = 5.0 / 6.0;

    /// <summary>
    /// Cross section per nucleon at the density of the centre, mb, proportional to the density. Tuned by hand to the probability that a π0
    /// made anywhere in argon is absorbed, by NuWro's cascade (0.54 at 0.165 GeV): where pions from outside are absorbed, data decide
    /// (<see cref="HadronicCrossSections.PionShares"/>).
    /// </summary>
    private static readonly InterpolatedTable PerNucleon = new(
        [0.02, 0.05, 0.085, 0.125, 0.165, 0.205, 0.245, 0.315, 0.5, 0.8, 2.0],
        [20, 20, 28, 50, 60, 50, 25, 7, 0.5, 0, 0]);

    /// <summary>Cross section per nucleon at a density, mb.</summary>
    public static double CrossSection(double energy, double density) => PerNucleon.At(energy) * density / ArgonNucleus.CentralDensity;

    /// <summary>
    /// Absorbs at the pion's place; false, with nothing changed but the stream, if Pauli's principle forbids it or the nucleus has no such
    /// pair left.
    /// </summary>
    public static bool TryAbsorb(ref RandomStream random, in CascadeHadron pion, ref ResidualNucleus nucleus, ref CascadeStack stack)
    {
        bool unlike = random.NextDouble() < UnlikePairFraction || pion.Charge == 0;
        int charge = unlike ? 1 : pion.Charge > 0 ? 0 : 2;
        if (nucleus.Protons < charge || nucleus.Neutrons < 2 - charge)
        {
            return false;
        }

        double radius = pion.Position.Length;
        double fermi = ArgonNucleus.FermiEnergy(radius);
        double momentum = ArgonNucleus.FermiMomentum(radius);
        FourVector one = TargetNucleon.Momentum(ref random, momentum);
        FourVector other = TargetNucleon.Momentum(ref random, momentum);
        FourVector total = pion.Momentum(fermi) + one + other;
        (FourVector first, FourVector second) = Kinematics.Decay(
            total, Math.Sqrt(total.MassSquared), CascadeHadron.NucleonMass, CascadeHadron.NucleonMass, Direction.Isotropic(ref random));
        int left = charge + pion.Charge;
        ReadOnlySpan<CascadeHadron> made =
        [
            CascadeHadron.Nucleon(left >= 1 ? 1 : 0, first, pion.Position, fermi),
            CascadeHadron.Nucleon(left == 2 ? 1 : 0, second, pion.Position, fermi),
        ];
        if (!PauliPrinciple.Allows(made))
        {
            return false;
        }

        nucleus = nucleus.Less(charge >= 1 ? 1 : 0, TargetNucleon.Depth(one, fermi));
        nucleus = nucleus.Less(charge == 2 ? 1 : 0, TargetNucleon.Depth(other, fermi));
        stack.Push(made);
        return true;
    }
}
