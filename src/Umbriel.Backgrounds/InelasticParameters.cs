namespace Umbriel.Backgrounds;

/// <summary>
/// What the models of inelastic scattering on a nucleon (resonances, non-resonant background, deep-inelastic scattering,
/// hadronisation) may be varied in. Every value enters a differential cross section or a probability continuously, so
/// that a generated event can be re-weighted exactly. Defaults: GENIE v3.0.6, tune G18_10a_02_11a (GENIE collaboration,
/// PRD 104 (2021) 072009), which MicroBooNE uses.
/// </summary>
public sealed record InelasticParameters
{
    /// <summary>Axial mass of resonances in charged currents, GeV (tune; 1.12 before it).</summary>
    public double AxialMassCharged { get; init; } = 1.06505;

    /// <summary>Axial mass of resonances in neutral currents, GeV (tune).</summary>
    public double AxialMassNeutral { get; init; } = 1.06505;

    /// <summary>Vector mass of resonances in charged currents, GeV (Graczyk and Sobczyk, PRD 77 (2008) 053001).</summary>
    public double VectorMassCharged { get; init; } = 0.84;

    /// <summary>Vector mass of resonances in neutral currents, GeV (the same).</summary>
    public double VectorMassNeutral { get; init; } = 0.84;

    /// <summary>Factor on charged-current resonance production (tune).</summary>
    public double ResonanceScaleCharged { get; init; } = 0.877255;

    /// <summary>Factor on neutral-current resonance production.</summary>
    public double ResonanceScaleNeutral { get; init; } = 1.0;

    /// <summary>Angle of Δ → Nπ: 0 Rein and Sehgal's p_3/2 = 3/4, 1 isotropic, linear between (Theta_Delta2Npi).</summary>
    public double DeltaPionIsotropy { get; init; }

    /// <summary>Angle of Δ → Nγ: 0 isotropic, 1 as cos²θ, linear between (ThetaDelta2NRad).</summary>
    public double DeltaPhotonAnisotropy { get; init; }

    /// <summary>Factor on every resonance's branching fraction to Nγ; the other channels share the rest (RDecBR1gamma).</summary>
    public double RadiativeFactor { get; init; } = 1.0;

    /// <summary>Factor on every resonance's branching fraction to Nη; the other channels share the rest (RDecBR1eta).</summary>
    public double EtaFactor { get; init; } = 1.0;

    /// <summary>Factors on few-pion states of the deep-inelastic model below <see cref="JoiningMass"/>.</summary>
    public NonResonantFactors NonResonant { get; init; } = new();

    /// <summary>
    /// Invariant mass, GeV, below which there are resonances and the background beside them and above which there is
    /// deep-inelastic scattering (tune; 1.7 before it).
    /// </summary>
    public double JoiningMass { get; init; } = 1.92786;

    /// <summary>Factor on the deep-inelastic cross section (tune).</summary>
    public double DeepInelasticScale { get; init; } = 1.01903;

    /// <summary>A of Bodek and Yang's scaling variable, GeV² (hep-ph/0411202).</summary>
    public double HigherTwistA { get; init; } = 0.538;

    /// <summary>B of Bodek and Yang's scaling variable, GeV² (hep-ph/0411202).</summary>
    public double HigherTwistB { get; init; } = 0.305;

    /// <summary>C_v1 of the u valence factor, GeV² (hep-ph/0411202).</summary>
    public double ValenceUp1 { get; init; } = 0.291;

    /// <summary>C_v2 of the u valence factor, GeV² (hep-ph/0411202).</summary>
    public double ValenceUp2 { get; init; } = 0.189;

    /// <summary>Peak of the baryon's x_F in states of more than two hadrons (AGKY, arXiv:0904.4043).</summary>
    public double BaryonFeynmanX { get; init; } = -0.385;

    /// <summary>Mean of the baryon's p_T² before its cut at 0.6 GeV², GeV² (AGKY: 1/6.625).</summary>
    public double BaryonTransverseMomentumSquared { get; init; } = 1.0 / 6.625;

    /// <summary>sin²θ_W of the hadronic neutral current (effective, tune).</summary>
    public double SinSquaredWeakAngle { get; init; } = 0.231295;

    /// <summary>|V_ud| (PDG 2016, as in the tune).</summary>
    public double Vud { get; init; } = 0.97417;

    /// <summary>|V_us| (PDG 2016, as in the tune).</summary>
    public double Vus { get; init; } = 0.2248;
}
