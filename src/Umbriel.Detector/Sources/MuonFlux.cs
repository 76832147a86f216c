using Umbriel.Core;

namespace Umbriel.Detector.Sources;

/// <summary>
/// Intensity of cosmic-ray muons at sea level, cm⁻² s⁻¹ sr⁻¹ GeV⁻¹: T. Gaisser's formula with the changes for low energy and large
/// zenith angle of M. Guan et al., arXiv:1509.06176 (3): 0.14 [E(1 + 3.64/(E c*^1.29))]^−2.7 [1/(1 + 1.1 E c*/115) + 0.054/(1 + 1.1 E c*/850)], E
/// in GeV, with c* the cosine of the zenith angle at production (D. Chirkin, hep-ph/0407078). Both charges.
/// Under matter, E at the surface follows from dE/dX = −(a + bE), a = 2.0 MeV cm²/g, b = 3.5e-6 cm²/g (PDG 2024, section 30.4.1,
/// rounded), without straggling.
/// </summary>
public static class MuonFlux
{
    private const double LossA = 2.0e-3;
    private const double LossB = 3.5e-6;

    /// <summary>
    /// b × depth above which no muon comes through: e^20 times its energy at the surface would be needed. Chosen.
    /// </summary>
    private const double MaximumGrowth = 20.0;

    /// <summary>Cosine of the zenith angle at which the path through a flat overburden stops growing. Chosen.</summary>
    private const double MinimumCosine = 1e-3;

    /// <summary>At sea level.</summary>
    /// <param name="kineticEnergy">GeV.</param>
    /// <param name="cosine">Of the zenith angle, 0 to 1.</param>
    public static double AtSurface(double kineticEnergy, double cosine)
    {
        double energy = kineticEnergy + PhysicalConstants.MassMuon;
        double c = EffectiveCosine(cosine);
        double modified = energy * (1.0 + (3.64 / (energy * Math.Pow(c, 1.29))));
        return 0.14 * Math.Pow(modified, -2.7) * ((1.0 / (1.0 + (1.1 * energy * c / 115.0))) + (0.054 / (1.0 + (1.1 * energy * c / 850.0))));
    }

    /// <summary>Under an overburden, g/cm² measured vertically, of a flat Earth.</summary>
    public static double Under(double kineticEnergy, double cosine, double overburden)
    {
        if (overburden <= 0.0)
        {
            return AtSurface(kineticEnergy, cosine);
        }

        double growth = LossB * overburden / Math.Max(cosine, MinimumCosine);
        if (growth > MaximumGrowth)
        {
            return 0.0;
        }

        double factor = Math.Exp(growth);
        double above = ((kineticEnergy + (LossA / LossB)) * factor) - (LossA / LossB);
        return AtSurface(above, cosine) * factor;
    }

    /// <summary>cos θ* of a curved atmosphere.</summary>
    public static double EffectiveCosine(double cosine)
    {
        // Chirkin's parameters, as Guan et al. give them.
        const double p1 = 0.102573;
        const double p2 = -0.068287;
        const double p3 = 0.958633;
        const double p4 = 0.0407253;
        const double p5 = 0.817285;
        double square = ((cosine * cosine) + (p1 * p1) + (p2 * Math.Pow(cosine, p3)) + (p4 * Math.Pow(cosine, p5))) / (1.0 + (p1 * p1) + p2 + p4);
        return Math.Sqrt(square);
    }
}
