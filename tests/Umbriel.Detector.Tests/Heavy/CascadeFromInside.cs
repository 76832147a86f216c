using Umbriel.Core;
using Umbriel.Detector.Heavy.Intranuclear;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>Hadrons followed through the nucleus by themselves, with no channel asked for.</summary>
internal static class CascadeFromInside
{
    /// <summary>Parts of hadrons made at a random nucleon that leave untouched, of which no pion comes out, of which one of another charge does.</summary>
    public static (double Untouched, double NoPion, double OtherCharge) FromNucleon(bool pion, int charge, double energy, int hadrons)
    {
        return Run(hadrons, (ref random) =>
        {
            SpaceVector place = ArgonNucleus.SamplePlace(ref random, power: 1);
            return new CascadeHadron(pion, charge, energy, Direction.Isotropic(ref random), place);
        });
    }

    /// <summary>Reaction cross section of a proton from outside by the cascade itself, mb.</summary>
    public static double ProtonReaction(double energy, int protons)
    {
        SpaceVector z = new(0.0, 0.0, 1.0);
        (double untouched, _, _) = Run(protons, (ref random) =>
            new CascadeHadron(false, 1, energy + Umbriel.Detector.Heavy.Evaporation.Separation, z, ArgonNucleus.SampleEntry(ref random, z)));
        return 10.0 * Math.PI * ArgonNucleus.Radius * ArgonNucleus.Radius * (1.0 - untouched);
    }

    private delegate CascadeHadron Start(ref RandomStream random);

    private static (double Untouched, double NoPion, double OtherCharge) Run(int hadrons, Start start)
    {
        CascadeHadron[] memory = new CascadeHadron[2 * CascadeStack.Capacity];
        (int untouched, int none, int other) = (0, 0, 0);
        for (int i = 0; i < hadrons; i++)
        {
            RandomStream random = new(20261, RandomStage.Generation, (ulong)i);
            CascadeStack inside = new(memory.AsSpan(0, CascadeStack.Capacity));
            CascadeStack outside = new(memory.AsSpan(CascadeStack.Capacity));
            ResidualNucleus nucleus = ResidualNucleus.Argon;
            CascadeHadron hadron = start(ref random);
            inside.Push(hadron);
            IntranuclearCascade.Follow(ref random, ref inside, ref outside, ref nucleus);
            untouched += nucleus == ResidualNucleus.Argon ? 1 : 0;
            int pions = 0;
            int charge = 0;
            foreach (CascadeHadron left in outside.Hadrons)
            {
                pions += left.IsPion ? 1 : 0;
                charge += left.IsPion ? left.Charge : 0;
            }

            none += pions == 0 ? 1 : 0;
            other += pions == 1 && charge != hadron.Charge ? 1 : 0;
        }

        return ((double)untouched / hadrons, (double)none / hadrons, (double)other / hadrons);
    }
}
