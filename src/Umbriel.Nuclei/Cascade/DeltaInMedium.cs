using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// The Δ(1232) in nuclear matter: E. Oset and L. L. Salcedo, Nucl. Phys. A 468 (1987) 631; L. L. Salcedo, E. Oset, M. J. Vicente-Vacas and
/// C. Garcia-Recio, Nucl. Phys. A 484 (1988) 557. Its width is Γ̃/2 (smaller by Pauli's principle) + C_Q (ρ/ρ₀)^α + C_A2 (ρ/ρ₀)^β +
/// C_A3 (ρ/ρ₀)^2β, the last two being the absorption of pions on two and three nucleons. Coefficients as read in
/// GENIE-MC/Generator 143b849, INukeOsetFormula.cxx. Valid to 315 MeV; above, absorption falls as that on the deuteron and scattering turns
/// into the free one by 0.5 GeV. Energies GeV, densities fm⁻³, cross sections fm².
/// </summary>
internal sealed class DeltaInMedium
{
    private const double CouplingSquared = 0.36 * 4.0 * Math.PI; // f*²
    private const double NormalDensity = 0.17;
    private const double DeltaMass = 1.232;
    private const double ImB0 = 0.035;
    private const double Mass = PhysicalConstants.MassChargedPion;
    private const double NucleonMass = Nucleons.MeanMass;
    private const double HbarC = 1e13 * PhysicalConstants.HbarC;

    /// <summary>Limit of the model's fit and where scattering is taken as free, GeV.</summary>
    private const double FitLimit = 0.315;
    private const double FreeLimit = 0.5;

    private const int EnergySteps = 100;
    private const int DensitySteps = 20;
    private const double EnergyStep = 0.01;
    private const double DensityStep = 0.01;

    private readonly double[] ratios = new double[(EnergySteps + 1) * (DensitySteps + 1)];
    private readonly EnergyTable deuteron;

    /// <summary>Tabulates.</summary>
    /// <param name="deuteron">π d → N N, mb.</param>
    public DeltaInMedium(EnergyTable deuteron)
    {
        this.deuteron = deuteron;
        for (int i = 0; i <= EnergySteps; i++)
        {
            for (int j = 0; j <= DensitySteps; j++)
            {
                ratios[(i * (DensitySteps + 1)) + j] = ScatteringRatio(i * EnergyStep, j * DensityStep);
            }
        }
    }

    /// <summary>Cross section of scattering on a nucleon in matter over that on a free one, without Pauli's principle for the nucleon.</summary>
    /// <param name="kinetic">Kinetic energy of the pion on a nucleon at rest.</param>
    /// <param name="density">Density of nucleons.</param>
    public double Ratio(double kinetic, double density)
    {
        if (kinetic >= FreeLimit)
        {
            return 1.0;
        }

        double x = kinetic * (1.0 / EnergyStep);
        double y = Math.Min(density, DensitySteps * DensityStep * (1.0 - 1e-12)) * (1.0 / DensityStep);
        int i = (int)x;
        int j = (int)y;
        int at = (i * (DensitySteps + 1)) + j;
        double low = ratios[at] + ((y - j) * (ratios[at + 1] - ratios[at]));
        at += DensitySteps + 1;
        double high = ratios[at] + ((y - j) * (ratios[at + 1] - ratios[at]));
        return low + ((x - i) * (high - low));
    }

    /// <summary>Cross section of absorption per nucleon of matter with as many protons as neutrons, and the part of it on three nucleons.</summary>
    public (double CrossSection, double ThreeBody) Absorption(double kinetic, double density)
    {
        double t = Math.Min(kinetic, FitLimit);
        if (density <= 0.0)
        {
            return (0.0, 0.0);
        }

        // The cross section diverges as 1/p at rest.
        t = Math.Max(t, 1e-4);
        Kinematics k = new(t);
        (double two, double three) = AbsorptiveWidths(t, density);
        double coupling = CouplingSquared / (Mass * Mass);
        double propagator = 1.0 / (Square(k.Invariant - DeltaMass) + Square(HalfWidth(k, density) + ScatteringWidth(t, density) + two + three));
        double common = HbarC * HbarC * coupling * propagator * k.Centre * k.Centre / k.Momentum * (4.0 / 9.0);
        double sWave = 4.0 * Math.PI * HbarC * ImB0 / k.Momentum * density * (1.0 + (0.5 * k.Energy / NucleonMass)) / Math.Pow(Mass / HbarC, 4.0);
        double sum = (common * (two + three)) + sWave;
        double beyond = kinetic > FitLimit ? deuteron.At(kinetic) / deuteron.At(FitLimit) : 1.0;
        return (sum * beyond, common * three / sum);
    }

    /// <summary>
    /// The p wave's part changes as |G_Δ|², the s wave's not at all; their sizes are those of the model at zero density (sections 2.2 and 3.1).
    /// </summary>
    private static double ScatteringRatio(double kinetic, double density)
    {
        double t = Math.Clamp(kinetic, 1e-4, FitLimit);
        Kinematics k = new(kinetic > 1e-4 ? kinetic : 1e-4);
        double free = HalfWidth(k, 0.0);
        (double two, double three) = AbsorptiveWidths(t, density);
        double detuning = Square(k.Invariant - DeltaMass);
        double changed = (detuning + Square(free)) / (detuning + Square(HalfWidth(k, density) + ScatteringWidth(t, density) + two + three));
        double coupling = CouplingSquared / (Mass * Mass);
        double pWave = 4.0 / 9.0 * HbarC * HbarC * coupling * k.Centre * k.Centre / k.Momentum * free / (detuning + Square(free));
        double xi = (k.Invariant - NucleonMass - Mass) / Mass;
        double sWave = Quadratic(-0.01334, 0.06889, 0.19753, xi) * HbarC * HbarC / (Mass * Mass);
        double ratio = (Math.Max(0.0, sWave) + (pWave * changed)) / (Math.Max(0.0, sWave) + pWave);
        double fade = Math.Clamp((FreeLimit - kinetic) / (FreeLimit - FitLimit), 0.0, 1.0);
        return 1.0 + (fade * (ratio - 1.0));
    }

    /// <summary>Γ̃/2: (1/12π)(f*/m_π)² M q³/√s, less by Pauli's principle for the nucleon of its decay (eqs. 2.7, 2.13).</summary>
    private static double HalfWidth(in Kinematics k, double density)
    {
        double width = CouplingSquared / (Mass * Mass) / (12.0 * Math.PI) * NucleonMass * k.Centre * k.Centre * k.Centre / k.Invariant;
        double fermi = HbarC * Math.Cbrt(1.5 * Math.PI * Math.PI * density);
        double fermiEnergy = Math.Sqrt((fermi * fermi) + (NucleonMass * NucleonMass));
        double nucleon = Math.Sqrt((k.Centre * k.Centre) + (NucleonMass * NucleonMass));
        double mu = (((k.Energy + NucleonMass) * nucleon) - (fermiEnergy * k.Invariant)) / (k.Momentum * k.Centre);
        double reduction = mu < -1.0 ? 0.0 : mu > 1.0 ? 1.0 : ((mu * mu * mu) + mu + 2.0) / 4.0;
        return width * reduction;
    }

    private static double ScatteringWidth(double t, double density) => density <= 0.0 ? 0.0
        : 1e-3 * Quadratic(-5.19, 15.35, 2.06, t / Mass) * Math.Pow(density / NormalDensity, Quadratic(0.382, -1.322, 1.466, t / Mass));

    private static (double Two, double Three) AbsorptiveWidths(double t, double density)
    {
        if (density <= 0.0)
        {
            return (0.0, 0.0);
        }

        double x = t / Mass;
        double factor = Math.Pow(density / NormalDensity, Quadratic(-0.038, 0.204, 0.613, x));
        return (1e-3 * Quadratic(1.06, -6.64, 22.66, x) * factor, 1e-3 * Math.Max(0.0, Quadratic(-13.46, 46.17, -20.34, x)) * factor * factor);
    }

    private static double Quadratic(double a, double b, double c, double x) => (((a * x) + b) * x) + c;

    private static double Square(double x) => x * x;

    /// <summary>A pion on a nucleon at rest.</summary>
    private readonly struct Kinematics
    {
        public Kinematics(double kinetic)
        {
            Energy = kinetic + Mass;
            Momentum = Math.Sqrt(kinetic * (kinetic + (2.0 * Mass)));
            Invariant = Math.Sqrt((Mass * Mass) + (NucleonMass * NucleonMass) + (2.0 * NucleonMass * Energy));
            Centre = Momentum * NucleonMass / Invariant;
        }

        public double Energy { get; }

        public double Momentum { get; }

        public double Invariant { get; }

        public double Centre { get; }
    }
}
