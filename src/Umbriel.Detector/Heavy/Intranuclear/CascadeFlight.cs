using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>Straight flight of a hadron through the density of the nucleus to where it would collide.</summary>
internal static class CascadeFlight
{
    /// <summary>Step in which density and cross sections are constant, fm. Chosen: half of the skin's a.</summary>
    private const double Step = 0.25;

    /// <summary>
    /// Part by which the cross sections of nucleons are smaller than free ones at the density of the centre, in proportion elsewhere. Tuned,
    /// to two digits, to the transparency for protons of 0.2 to 0.9 GeV measured with (e,e′p) and to the reaction of protons on calcium at
    /// 65 to 180 MeV.
    /// </summary>
    private const double NucleonReduction = 0.4;

    /// <summary>fm² per mb.</summary>
    private const double PerMillibarn = 0.1;

    /// <summary>Moves the hadron to its next collision; false if it leaves first.</summary>
    public static bool TryReachCollision(ref RandomStream random, ref CascadeHadron hadron, in ResidualNucleus nucleus)
    {
        double depth = Sampling.Exponential(ref random);
        SpaceVector position = hadron.Position;
        while (true)
        {
            SpaceVector middle = position + (hadron.Direction * (0.5 * Step));
            double radius = middle.Length;
            if (radius > ArgonNucleus.Radius && middle.Dot(hadron.Direction) > 0.0)
            {
                return false;
            }

            double rate = Rate(hadron, nucleus, radius);
            if (rate * Step > depth)
            {
                hadron = hadron with { Position = position + (hadron.Direction * (depth / rate)) };
                return true;
            }

            depth -= rate * Step;
            position += hadron.Direction * Step;
        }
    }

    /// <summary>Part of a pion's collisions at a place that are tries of absorption.</summary>
    public static double AbsorptionShare(in CascadeHadron pion, in ResidualNucleus nucleus)
    {
        double absorption = (nucleus.Protons + nucleus.Neutrons) * PionAbsorption.CrossSection(pion.Energy, ArgonNucleus.Density(pion.Position.Length));
        return absorption / (absorption + PionCrossSection(pion, nucleus));
    }

    /// <summary>Collisions per fm.</summary>
    private static double Rate(in CascadeHadron hadron, in ResidualNucleus nucleus, double radius)
    {
        double density = ArgonNucleus.Density(radius);
        double sum = hadron.IsPion
            ? PionCrossSection(hadron, nucleus) + ((nucleus.Protons + nucleus.Neutrons) * PionAbsorption.CrossSection(hadron.Energy, density))
            : NucleonCrossSection(hadron, nucleus, radius) * (1.0 - (NucleonReduction * density / ArgonNucleus.CentralDensity));
        return PerMillibarn * density * sum / (ArgonNucleus.Protons + ArgonNucleus.Neutrons);
    }

    /// <summary>Cross section of a pion on all nucleons left, mb.</summary>
    private static double PionCrossSection(in CascadeHadron pion, in ResidualNucleus nucleus) =>
        (nucleus.Protons * PionNucleonCrossSections.Total(pion.Charge, 1, pion.Energy))
        + (nucleus.Neutrons * PionNucleonCrossSections.Total(pion.Charge, 0, pion.Energy));

    /// <summary>Cross section of a nucleon on all nucleons left, mb.</summary>
    private static double NucleonCrossSection(in CascadeHadron nucleon, in ResidualNucleus nucleus, double radius)
    {
        double kinetic = nucleon.KineticEnergy(ArgonNucleus.FermiEnergy(radius));
        return (nucleus.Protons * NucleonNucleonCrossSections.Total(nucleon.Charge == 1, kinetic))
            + (nucleus.Neutrons * NucleonNucleonCrossSections.Total(nucleon.Charge == 0, kinetic));
    }
}
