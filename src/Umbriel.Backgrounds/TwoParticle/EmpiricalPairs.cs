using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.TwoParticle;

/// <summary>
/// Shape of the lepton in the empirical model of scattering on pairs (Katori, AIP Conf. Proc. 1663 (2015) 030001,
/// arXiv:1304.6014, with the numbers of GENIE v3.0.6): quasi-elastic scattering with magnetic form factors on a cluster of
/// two nucleons at rest, of mass M₂ = 2M, that is left with a mass about 2.15 GeV:
/// d²σ/dW dQ² ~ exp(−(W − 2.15)²/(2·0.05²)) Q² (1 + Q²/0.4)⁻⁸ [A + C (s − u)²/M₂⁴], τ = Q²/4M₂²,
/// A = (m_l² + Q²)/M₂² (τ(1+τ) − τ²(1−τ) + 4τ²)/(1+τ)², C = τ/4(1+τ), GeV.
/// </summary>
internal static class EmpiricalPairs
{
    private const double Cluster = 2.0 * Nucleons.MeanMass;

    /// <summary>d²σ/dq₀ dq in units of its own.</summary>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="leptonMass">Mass of the lepton that leaves, GeV.</param>
    /// <param name="q0">Energy transfer, GeV.</param>
    /// <param name="q">Momentum transfer, GeV.</param>
    public static double Evaluate(double energy, double leptonMass, double q0, double q)
    {
        const double M2 = Cluster * Cluster;
        double q2 = (q * q) - (q0 * q0);
        double w2 = M2 + (2.0 * Cluster * q0) - q2;
        if (!(q2 > 0.0 && w2 > 0.0))
        {
            return 0.0;
        }

        double w = Math.Sqrt(w2);
        double distance = (w - 2.15) / 0.05;
        double tau = q2 / (4.0 * M2);
        double rest = 1.0 + tau;
        double lepton2 = leptonMass * leptonMass;
        double a = (lepton2 + q2) / M2 * ((tau * rest) - (tau * tau * (1.0 - tau)) + (4.0 * tau * tau)) / (rest * rest);
        double c = tau / (4.0 * rest);
        double x = ((4.0 * Cluster * energy) - q2 - lepton2) / M2;
        double jacobian = 2.0 * q * Cluster / w;
        return jacobian * Math.Exp(-0.5 * distance * distance) * q2 * Math.Pow(1.0 + (q2 / 0.4), -8) * (a + (c * x * x));
    }
}
