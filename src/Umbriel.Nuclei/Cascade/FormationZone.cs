using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// The path that hadrons of deep-inelastic events fly before they can collide, p/m c τ₀: c τ₀ is 0.342 fm for pions and 2.3 fm for
/// nucleons, as in MicroBooNE's simulation (GENIE v3.0.6, DISHadronicSystemGenerator.xml, where the term in p_T² is off). Hadrons of
/// quasi-elastic and resonant events have none.
/// </summary>
public static class FormationZone
{
    private const double PionPath = 0.342;
    private const double NucleonPath = 2.300;

    /// <summary>Length in fm; 0 of what the cascade does not follow; mesons count as pions.</summary>
    /// <param name="pdg">PDG code.</param>
    /// <param name="momentum">GeV.</param>
    public static double Length(int pdg, in FourVector momentum)
    {
        HadronKind kind = HadronKinds.Of(pdg);
        return kind == HadronKind.Other ? 0.0 : momentum.Momentum / kind.Mass() * (kind.IsNucleon() ? NucleonPath : PionPath);
    }
}
