using System.Diagnostics;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Hadronization;

/// <summary>
/// Kinds of the n hadrons of charge Q (AGKY, Eur. Phys. J. C 63 (2009) 1): a nucleon, with probability
/// 0.022 + 0.042 ln W² instead a Λ or Σ with a kaon; charged pions for the charge that is left; a π0 if one hadron more is
/// needed, and pairs for the rest: π0π0 0.3133, π+π− 0.6267, K+K− 0.03, K0K̄0 0.03. What is too heavy for W is drawn again.
/// </summary>
internal static class HadronContent
{
    private const double HyperonAlpha = 0.0219514;
    private const double HyperonBeta = 0.04197;
    private const double NeutralPions = 0.3133;
    private const double ChargedPions = 0.6267;
    private const double ChargedKaons = 0.03;

    /// <summary>Draws the kinds.</summary>
    /// <param name="charge">Q, −1 to 2.</param>
    /// <param name="w">Invariant mass, GeV, above that of the lightest content.</param>
    /// <param name="random">The stream it is drawn from.</param>
    /// <param name="pdg">Receives the PDG codes, the baryon's first; its length is n.</param>
    public static void Sample(int charge, double w, ref RandomStream random, Span<int> pdg)
    {
        double mass;
        do
        {
            Fill(charge, w, ref random, pdg);
            mass = 0.0;
            foreach (int code in pdg)
            {
                mass += HadronProperties.Mass(code);
            }
        }
        while (mass >= w);
    }

    private static void Fill(int charge, double w, ref RandomStream random, Span<int> pdg)
    {
        int n = pdg.Length;
        pdg[0] = Baryon(charge, n, w, ref random);
        int left = charge - HadronProperties.Charge(pdg[0]);
        int filled = 1;
        if (HadronProperties.Strangeness(pdg[0]) != 0)
        {
            // The kaon leaves a charge that the other n − 2 can carry.
            bool positive = n switch
            {
                2 => left == 1,
                3 when left == 2 => true,
                3 when left == -1 => false,
                _ => random.NextDouble() < 0.5,
            };
            pdg[filled++] = positive ? 321 : 311;
            left -= positive ? 1 : 0;
        }

        Debug.Assert(Math.Abs(left) <= n - filled);
        while (left != 0)
        {
            pdg[filled++] = 211 * Math.Sign(left);
            left -= Math.Sign(left);
        }

        if ((n - filled) % 2 == 1)
        {
            pdg[filled++] = 111;
        }

        while (filled < n)
        {
            double u = random.NextDouble();
            (pdg[filled], pdg[filled + 1]) = u < NeutralPions ? (111, 111)
                : u < NeutralPions + ChargedPions ? (211, -211)
                : u < NeutralPions + ChargedPions + ChargedKaons ? (321, -321)
                : (311, -311);
            filled += 2;
        }
    }

    private static int Baryon(int charge, int n, double w, ref RandomStream random)
    {
        double proton = (charge, n) switch
        {
            (2, 2) => 1.0,
            (2, _) => 2.0 / 3.0,
            (1, 2) => 1.0 / 3.0,
            (0, 2) => 2.0 / 3.0,
            (-1, 2) => 0.0,
            (-1, _) => 1.0 / 3.0,
            _ => 0.5,
        };
        bool isProton = random.NextDouble() < proton;
        bool strange = random.NextDouble() < HyperonAlpha + (HyperonBeta * 2.0 * Math.Log(w));
        return (strange, isProton, charge > 0) switch
        {
            (false, true, _) => 2212,
            (false, false, _) => 2112,
            (true, true, true) => 3222,
            (true, false, false) => 3112,
            _ => 3122,
        };
    }
}
