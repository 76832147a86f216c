using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Backgrounds.Coherent;

/// <summary>
/// Elastic scattering of pions on nuclei as Berger and Sehgal take it (PRD 79 (2009) 053003). Up to 1 GeV of kinetic
/// energy from measurements on carbon (their table I): dσ/dt = A₁ (A/12)^(4/3) ρ exp(−b₁ (A/12)^(2/3) ρ t), linear between
/// the nodes, ρ = (p_node/p*)² with p* the momentum in the centre of mass. Above, from pion-nucleon scattering (Rein and
/// Sehgal, Nucl. Phys. B 223 (1983) 29): A² σ_tot²/16π F e^(−bt), b = R²/3, R = 1.0 fm A^(1/3), absorption
/// F = exp(−9 A^(1/3) σ_inel/(16π (1.0 fm)²)).
/// </summary>
public sealed class PionNucleusScattering
{
    private const double MillibarnInInverseGeV2 = 1e-27 / PhysicalConstants.HbarCSquared;
    private const double Fermi2InInverseGeV2 = PhysicalConstants.FermiInInverseGeV * PhysicalConstants.FermiInInverseGeV;

    private static readonly Lazy<PionNucleusScattering> Shared = new(() => new PionNucleusScattering());

    private readonly double[] energy;
    private readonly double[] height;
    private readonly double[] slope;
    private readonly double[] momentum;
    private readonly double[] nucleonEnergy;
    private readonly double[] total;
    private readonly double[] elastic;

    private PionNucleusScattering()
    {
        CsvTable carbon = CsvTable.Read(CarbonFile);
        (energy, height, slope, momentum) = (carbon.Column("t_pi"), carbon.Column("a1"), carbon.Column("b1"), carbon.Column("p_star"));
        CsvTable nucleon = CsvTable.Read(NucleonFile);
        (nucleonEnergy, total, elastic) = (nucleon.Column("t_pi"), nucleon.Column("sigma_total"), nucleon.Column("sigma_elastic"));
    }

    /// <summary>The tables, read once.</summary>
    public static PionNucleusScattering Instance => Shared.Value;

    /// <summary>The files that are read, for manifests.</summary>
    public static IReadOnlyList<string> Files => [CarbonFile, NucleonFile];

    private static string CarbonFile => UmbrielHome.DataPath("interactions", "coherent-pion-carbon.csv");

    private static string NucleonFile => UmbrielHome.DataPath("interactions", "coherent-pion-nucleon.csv");

    /// <summary>dσ/dt, GeV⁻⁴.</summary>
    /// <param name="nucleons">A.</param>
    /// <param name="kineticEnergy">Of the pion where the nucleus is at rest, GeV; zero cross section below 0.</param>
    /// <param name="centreMomentum">Momentum in the centre of mass, GeV.</param>
    /// <param name="t">Squared momentum transfer to the nucleus, positive, GeV².</param>
    public double Differential(int nucleons, double kineticEnergy, double centreMomentum, double t)
    {
        if (!(kineticEnergy > 0.0))
        {
            return 0.0;
        }

        if (kineticEnergy >= energy[^1])
        {
            return FromNucleons(nucleons, kineticEnergy, t);
        }

        int after = Array.BinarySearch(energy, kineticEnergy);
        after = after < 0 ? ~after : after + 1;
        double share = (kineticEnergy - energy[after - 1]) / (energy[after] - energy[after - 1]);
        return MillibarnInInverseGeV2 * (((1.0 - share) * AtNode(after - 1, nucleons, centreMomentum, t)) + (share * AtNode(after, nucleons, centreMomentum, t)));
    }

    private double AtNode(int node, int nucleons, double centreMomentum, double t)
    {
        double ratio = momentum[node] / centreMomentum;
        double size = Math.Cbrt(nucleons / 12.0);
        ratio *= ratio;
        return height[node] * size * size * size * size * ratio * Math.Exp(-slope[node] * size * size * ratio * t);
    }

    private double FromNucleons(int nucleons, double kineticEnergy, double t)
    {
        int after = Array.BinarySearch(nucleonEnergy, kineticEnergy);
        after = Math.Clamp(after < 0 ? ~after : after, 1, nucleonEnergy.Length - 1);
        double share = Math.Min(1.0, (kineticEnergy - nucleonEnergy[after - 1]) / (nucleonEnergy[after] - nucleonEnergy[after - 1]));
        double sum = MillibarnInInverseGeV2 * (total[after - 1] + (share * (total[after] - total[after - 1])));
        double inelastic = sum - (MillibarnInInverseGeV2 * (elastic[after - 1] + (share * (elastic[after] - elastic[after - 1]))));
        double root = Math.Cbrt(nucleons);
        double absorption = Math.Exp(-9.0 * root * inelastic / (16.0 * Math.PI * Fermi2InInverseGeV2));
        double radius2 = root * root * Fermi2InInverseGeV2;
        return (double)nucleons * nucleons * sum * sum / (16.0 * Math.PI) * absorption * Math.Exp(-radius2 / 3.0 * t);
    }
}
