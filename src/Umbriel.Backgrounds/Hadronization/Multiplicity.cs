using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Hadronization;

/// <summary>
/// Number of hadrons that a struck nucleon turns to in the AGKY model at low W (T. Yang et al., Eur. Phys. J. C 63 (2009)
/// 1): P(n) ∝ c^(cz + 1)/Γ(cz + 1) (KNO scaling in Levy's form) at z = n/⟨n⟩, ⟨n⟩ = 1.5 (α + β ln W²), for
/// 2 ≤ n ≤ 1 + (W − M_n)/m_π+. Check: ⟨n_ch⟩ of ν p at W = 2 is 0.40 + 1.42 ln 4 = 2.37.
/// </summary>
public static class Multiplicity
{
    /// <summary>Highest number of hadrons.</summary>
    public const int Highest = Hadron.Most;

    private const double TotalOverCharged = 1.5;

    /// <summary>Mean number of charged hadrons before the limits of phase space.</summary>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="w">Invariant mass, GeV.</param>
    public static double MeanCharged(int neutrino, Nucleon nucleon, double w)
    {
        (double alpha, double beta, _) = Parameters(neutrino, nucleon);
        return alpha + (beta * 2.0 * Math.Log(w));
    }

    /// <summary>Probabilities of n hadrons of the model itself, of sum 1.</summary>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="w">Invariant mass, GeV, above the threshold of a nucleon and a pion.</param>
    /// <param name="probabilities">Receives them at n, at least <see cref="Highest"/> + 1 long.</param>
    public static void Probabilities(int neutrino, Nucleon nucleon, double w, Span<double> probabilities)
    {
        probabilities[..(Highest + 1)].Clear();
        int most = Math.Clamp((int)(1.0 + ((w - PhysicalConstants.MassNeutron) / PhysicalConstants.MassChargedPion)), 2, Highest);
        double c = Parameters(neutrino, nucleon).C;
        double mean = TotalOverCharged * MeanCharged(neutrino, nucleon, w);

        // Near the threshold the mean may vanish; two hadrons are all there is then.
        if (most == 2 || mean <= 0.0)
        {
            probabilities[2] = 1.0;
            return;
        }

        double logC = Math.Log(c);
        double sum = 0.0;
        for (int n = 2; n <= most; n++)
        {
            double s = (c * n / mean) + 1.0;
            probabilities[n] = Math.Exp((s * logC) - c - LogGamma(s));
            sum += probabilities[n];
        }

        for (int n = 2; n <= most; n++)
        {
            probabilities[n] /= sum;
        }
    }

    /// <summary>
    /// Probabilities times the factors on few-pion states where W is below the joining mass. Their sum is the share of the
    /// model's cross section that is kept.
    /// </summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="w">Invariant mass, GeV, above the threshold of a nucleon and a pion.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="probabilities">Receives them at n, at least <see cref="Highest"/> + 1 long.</param>
    public static double Probabilities(WeakCurrent current, int neutrino, Nucleon nucleon, double w, InelasticParameters parameters, Span<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Probabilities(neutrino, nucleon, w, probabilities);
        if (w >= parameters.JoiningMass)
        {
            return 1.0;
        }

        double sum = 0.0;
        for (int n = 2; n <= Highest; n++)
        {
            probabilities[n] *= parameters.NonResonant.Of(current, neutrino, nucleon, n);
            sum += probabilities[n];
        }

        return sum;
    }

    private static (double Alpha, double Beta, double C) Parameters(int neutrino, Nucleon nucleon) => (neutrino > 0, nucleon) switch
    {
        (true, Nucleon.Proton) => (0.40, 1.42, 7.93),
        (true, _) => (-0.20, 1.42, 5.22),
        (false, Nucleon.Proton) => (0.02, 1.28, 5.22),
        _ => (0.80, 0.95, 7.93),
    };

    /// <summary>ln Γ(s) for s ≥ 1 by Stirling's series after eight steps up (Abramowitz and Stegun 6.1.41), good to 1e-14.</summary>
    private static double LogGamma(double s)
    {
        double product = 1.0;
        double z = s;
        while (z < 9.0)
        {
            product *= z;
            z += 1.0;
        }

        double inverse = 1.0 / (z * z);
        double series = ((1.0 / 12.0) - (inverse * ((1.0 / 360.0) - (inverse * ((1.0 / 1260.0) - (inverse / 1680.0)))))) / z;
        return ((z - 0.5) * Math.Log(z)) - z + (0.5 * Math.Log(2.0 * Math.PI)) + series - Math.Log(product);
    }
}
