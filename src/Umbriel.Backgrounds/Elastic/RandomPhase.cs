using System.Collections.Concurrent;
using System.Numerics;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Elastic;

/// <summary>
/// Long-range correlations of nucleons (random-phase approximation) in quasi-elastic scattering, after Nieves, Amaro,
/// Valverde, PRC 70 (2004) 055503: a particle-hole excitation interacts with others and with Δ-hole excitations, which
/// changes the response by C_T = |1 − (U + U_Δ) V_T|⁻² (transverse), C_L (longitudinal, V_L), C_N = |1 − f' U|⁻²
/// (scalar isovector), U and U_Δ the Lindhard functions of local Fermi momentum.
/// Of these, <see cref="Factor"/> is ⟨C_T⟩, the mean over the nucleus with weight r² |Im U| at q₀ = Q²/2M: the one factor
/// that this project multiplies the cross section with. Check: argon at Q² = 0.1 GeV²: C_T 0.606, C_L 1.166, C_N 0.742.
/// </summary>
public sealed class RandomPhase
{
    private const double Step = 0.05;
    private const int Nodes = 180; // in steps of ln(Q² + 0.01 GeV²)

    private const double HbarCFermi = PhysicalConstants.HbarC / 1e-13; // GeV fm
    private const double NormalDensity = 0.17; // fm⁻³
    private const double PionMass2 = 0.13957 * 0.13957;
    private const double Coupling = 4.0 * Math.PI * 0.08 / PionMass2; // f²/m_π², GeV⁻²
    private const double LandauMigdal = 0.63; // g'
    private const double RhoMass2 = 0.770 * 0.770;
    private const double RhoCutoff2 = 2.5 * 2.5;
    private const double PionCutoff2 = 1.2 * 1.2;
    private const double RhoStrength = 2.0; // C_ρ

    private static readonly ConcurrentDictionary<Nucleus, RandomPhase> Cache = new();

    private readonly Nucleus nucleus;
    private readonly double[] table;

    private RandomPhase(Nucleus nucleus)
    {
        this.nucleus = nucleus;
        table = [.. Enumerable.Range(0, Nodes).Select(i => Averages(Node(i)).Transverse)];
    }

    /// <summary>The correlations in a nucleus; computed once.</summary>
    public static RandomPhase Of(Nucleus nucleus) => Cache.GetOrAdd(nucleus, n => new RandomPhase(n));

    /// <summary>⟨C_T⟩ at Q² in GeV², interpolated; that at 70 GeV² beyond.</summary>
    public double Factor(double q2)
    {
        double position = Math.Log((q2 + 0.01) / 0.01) / Step;
        int i = Math.Min((int)position, table.Length - 2);
        return table[i] + (Math.Min(position - i, 1.0) * (table[i + 1] - table[i]));
    }

    /// <summary>⟨C_T⟩, ⟨C_L⟩ and ⟨C_N⟩ at Q² in GeV².</summary>
    public (double Transverse, double Longitudinal, double Scalar) Averages(double q2)
    {
        double q0 = Math.Max(q2, 1e-6) / (2.0 * Nucleons.MeanMass);
        double q = Math.Sqrt((q0 * q0) + Math.Max(q2, 1e-6));
        (double[] nodes, double[] weights) = GaussLegendre.Rule(40);
        double sum = 0.0;
        double transverse = 0.0;
        double longitudinal = 0.0;
        double scalar = 0.0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double r = 0.5 * nucleus.MaximumRadius * (1.0 + nodes[i]);
            double density = nucleus.Density(r);
            Complex nucleon = Lindhard.Nucleon(q0, q, HbarCFermi * Math.Cbrt(1.5 * Math.PI * Math.PI * density));
            double weight = weights[i] * r * r * Math.Abs(nucleon.Imaginary);
            if (weight == 0.0)
            {
                continue;
            }

            Complex both = nucleon + Lindhard.Delta(q0, q, density);
            double x = density / NormalDensity;
            double scalarForce = ((0.33 * x) + (0.45 * (1.0 - x))) * 0.380 / (HbarCFermi * HbarCFermi * HbarCFermi); // f' C₀, C₀ = 380 MeV fm³
            sum += weight;
            transverse += weight * Response(both * TransverseForce(q2, q));
            longitudinal += weight * Response(both * LongitudinalForce(q2, q));
            scalar += weight * Response(nucleon * scalarForce);
        }

        return sum > 0.0 ? (transverse / sum, longitudinal / sum, scalar / sum) : (1.0, 1.0, 1.0);
    }

    private static double Node(int i) => 0.01 * (Math.Exp(i * Step) - 1.0);

    private static double Response(Complex x)
    {
        double size = (Complex.One - x).Magnitude;
        return 1.0 / (size * size);
    }

    private static double TransverseForce(double q2, double q)
    {
        double form = (RhoCutoff2 - RhoMass2) / (RhoCutoff2 + q2);
        return Coupling * ((RhoStrength * form * form * q * q / (-q2 - RhoMass2)) + LandauMigdal);
    }

    private static double LongitudinalForce(double q2, double q)
    {
        double form = (PionCutoff2 - PionMass2) / (PionCutoff2 + q2);
        return Coupling * ((form * form * q * q / (-q2 - PionMass2)) + LandauMigdal);
    }
}
