using Umbriel.Core;

namespace Umbriel.DarkSector;

/// <summary>Partial widths of the dark gauge boson, GeV.</summary>
public static class ZPrimeWidths
{
    /// <summary>
    /// Z' → ℓ+ℓ−: Γ = (eε)² m/(12π) (1 + 2r)√(1 − 4r), r = m_ℓ²/m². Zero below threshold.
    /// Check: eε = 2.46894e-4, m = 0.03 GeV, electrons: 4.8508e-11 GeV (DarkNews).
    /// </summary>
    public static double ToLeptons(double mass, double coupling, double leptonMass)
    {
        double r = leptonMass * leptonMass / (mass * mass);
        return r >= 0.25 ? 0.0 : coupling * coupling * mass / (12.0 * Math.PI) * (1.0 + (2.0 * r)) * Math.Sqrt(1.0 - (4.0 * r));
    }

    /// <summary>Z' → hadrons: the massless-lepton width times R(m²); see <see cref="HadronicRatio"/>.</summary>
    public static double ToHadrons(double mass, double coupling) =>
        coupling * coupling * mass / (12.0 * Math.PI) * HadronicRatio.At(mass * mass);

    /// <summary>
    /// Z' → N N̄ of one Dirac neutrino with a left-handed vertex <paramref name="vertex"/> (g_D V_44 included):
    /// Γ = g² m/(24π) (1 − r)√(1 − 4r), r = m_N²/m²; for a Majorana neutrino (1 − 4r)^{3/2} instead.
    /// </summary>
    public static double ToHeavyPair(double mass, double vertex, double heavyMass, HnlType type)
    {
        double r = heavyMass * heavyMass / (mass * mass);
        if (r >= 0.25)
        {
            return 0.0;
        }

        double beta = Math.Sqrt(1.0 - (4.0 * r));
        double shape = type == HnlType.Dirac ? (1.0 - r) * beta : beta * beta * beta;
        return vertex * vertex * mass / (24.0 * Math.PI) * shape;
    }

    /// <summary>
    /// Z' → ν N̄ and ν̄ N together: Γ = g² m/(12π) (1 − r)² (1 + r/2), r = m_N²/m². The same for Dirac and Majorana.
    /// </summary>
    public static double ToLightHeavy(double mass, double vertex, double heavyMass)
    {
        double r = heavyMass * heavyMass / (mass * mass);
        return r >= 1.0 ? 0.0 : vertex * vertex * mass / (12.0 * Math.PI) * (1.0 - r) * (1.0 - r) * (1.0 + (0.5 * r));
    }

    /// <summary>The open channels of the Z' of a model; <c>e+ e-</c> alone with <see cref="BranchingRatioConvention.Unity"/>.</summary>
    public static IReadOnlyList<DecayChannel> Channels(DarkSectorParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Couplings couplings = Couplings.From(parameters);
        double mass = parameters.MZPrime;
        double charge = couplings.ElectromagneticCoupling;
        DecayChannel electrons = new("e+ e-", ToLeptons(mass, charge, PhysicalConstants.MassElectron));
        DecayChannel[] all = parameters.BRee == BranchingRatioConvention.Unity
            ? [electrons]
            :
            [
                electrons,
                new("mu+ mu-", ToLeptons(mass, charge, PhysicalConstants.MassMuon)),
                new("hadrons", ToHadrons(mass, charge)),
                new("nu N4", ToLightHeavy(mass, couplings.LightN4Vertex, parameters.M4)),
                new("N4 N4", ToHeavyPair(mass, couplings.DiagonalN4Vertex, parameters.M4, parameters.HnlType)),
            ];
        return [.. all.Where(c => c.Width > 0.0)];
    }
}
