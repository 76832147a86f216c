using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests;

/// <summary>What a hadronic final state must conserve.</summary>
internal static class Conservation
{
    /// <summary>Energy and momentum to 1e-12 GeV, masses to 1e-9 GeV², charge, baryon number 1, strangeness 0.</summary>
    public static void Check(ReadOnlySpan<Hadron> hadrons, double w, int charge)
    {
        FourVector sum = default;
        int charges = 0;
        int baryons = 0;
        int strange = 0;
        foreach (Hadron hadron in hadrons)
        {
            sum += hadron.Momentum;
            charges += HadronProperties.Charge(hadron.Pdg);
            baryons += HadronProperties.BaryonNumber(hadron.Pdg);
            strange += HadronProperties.Strangeness(hadron.Pdg);
            double mass = HadronProperties.Mass(hadron.Pdg);
            if (!(Math.Abs(hadron.Momentum.MassSquared - (mass * mass)) < 1e-9))
            {
                hadron.Momentum.MassSquared.ShouldBe(mass * mass, 1e-9, $"{hadron.Pdg} at W = {w}");
            }
        }

        double off = Math.Abs(sum.E - w) + Math.Abs(sum.X) + Math.Abs(sum.Y) + Math.Abs(sum.Z);
        if (!(off < 1e-12) || charges != charge || baryons != 1 || strange != 0)
        {
            throw new InvalidOperationException($"W = {w}: off by {off} GeV, charge {charges} for {charge}, baryon number {baryons}, strangeness {strange}");
        }
    }
}
