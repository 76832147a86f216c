using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds;

/// <summary>A differential cross section on a nucleon at rest.</summary>
/// <param name="w">Invariant mass of the hadrons, GeV.</param>
/// <param name="q2">Q², GeV².</param>
/// <returns>d²σ/dW dQ², cm²/GeV³.</returns>
public delegate double InelasticDensity(double w, double q2);

/// <summary>
/// ∫ d²σ/dW dQ² over the kinematic region by Gauss-Legendre panels: in W panels of at most 0.1 GeV (two thirds of the
/// narrowest resonance's width apart) with 12 points, in ln(Q² + 0.05 GeV²) 24 points. Good to 1e-3 for the cross
/// sections of this room.
/// </summary>
public static class InelasticIntegral
{
    private const double Offset = 0.05;

    /// <summary>The integral, cm².</summary>
    /// <param name="density">The density.</param>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="lower">Lower end in W, GeV; the threshold of a nucleon and a pion if that is higher.</param>
    /// <param name="upper">Upper end in W, GeV; the kinematic limit if that is lower.</param>
    public static double Of(InelasticDensity density, WeakCurrent current, int neutrino, Nucleon nucleon, double energy, double lower, double upper)
    {
        ArgumentNullException.ThrowIfNull(density);
        double mass = nucleon.Mass();
        double leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
        double end = Math.Min(upper, NeutrinoScattering.MaximumHadronMass(energy, mass, leptonMass));
        double start = Math.Max(lower, NeutrinoScattering.PionThreshold(NeutrinoScattering.HadronCharge(current, neutrino, nucleon)));
        if (!(end > start))
        {
            return 0.0;
        }

        // High masses vary slowly: panels grow with the distance from the resonances.
        NeumaierSum sum = default;
        while (start < end)
        {
            double next = Math.Min(end, start + Math.Max(0.1, 0.25 * (start - 2.0)));
            sum.Add(GaussLegendre.Integrate(w => OverTransfer(density, energy, mass, leptonMass, w), start, next, 12));
            start = next;
        }

        return sum.Value;
    }

    private static double OverTransfer(InelasticDensity density, double energy, double mass, double leptonMass, double w)
    {
        (double low, double high) = NeutrinoScattering.TransferLimits(energy, mass, leptonMass, w);
        return GaussLegendre.Integrate(
            t =>
            {
                double shifted = Math.Exp(t);
                return shifted * density(w, shifted - Offset);
            },
            Math.Log(low + Offset),
            Math.Log(high + Offset),
            24);
    }
}
