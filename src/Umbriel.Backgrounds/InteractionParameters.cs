namespace Umbriel.Backgrounds;

/// <summary>
/// What the models of scattering on bound nucleons, pairs, nuclei and electrons may be varied in. Every value enters a
/// differential cross section continuously, so that a generated event can be re-weighted exactly. Defaults: GENIE v3.0.6
/// with MicroBooNE's tune (PRD 105 (2022) 072001, arXiv:2110.14028; "tune" below), where nothing else is said.
/// </summary>
public sealed record InteractionParameters
{
    /// <summary>−F_A(0): axial coupling of the nucleon, 1.2723 (PDG 2016; GENIE has 1.2670).</summary>
    public double AxialCoupling { get; init; } = 1.2723;

    /// <summary>Axial mass of quasi-elastic scattering in charged currents, GeV (tune: 1.10 ± 0.10).</summary>
    public double AxialMassCharged { get; init; } = 1.10;

    /// <summary>Axial mass of elastic scattering in neutral currents, GeV (tune: 0.961 ± 25%).</summary>
    public double AxialMassNeutral { get; init; } = 0.961242;

    /// <summary>Strange part of the axial form factor, η of Ahrens et al., PRD 35 (1987) 785 (tune: 0.12 ± 30%).</summary>
    public double StrangeAxial { get; init; } = 0.12;

    /// <summary>Vector form factors: 0 those of BBBA05 (hep-ex/0602017), 1 dipoles, linear between (VecFFCCQEshape; the tune has BBBA07).</summary>
    public double DipoleShare { get; init; }

    /// <summary>Strength of the long-range correlations (RPA): 0 none, 1 those of Nieves et al. (tune: 1 − 0.151 ± 0.40).</summary>
    public double CorrelationStrength { get; init; } = 0.849;

    /// <summary>Added to the removal energy of the nucleus, GeV (0 ± 5 MeV, this project's).</summary>
    public double RemovalEnergyShift { get; init; }

    /// <summary>Factor on charged-current scattering on pairs, as the Valencia model has it (tune: 1.656 ± 0.5).</summary>
    public double PairScaleCharged { get; init; } = 1.65595;

    /// <summary>Factor on neutral-current scattering on pairs (tune: 1 ± 1).</summary>
    public double PairScaleNeutral { get; init; } = 1.0;

    /// <summary>Distribution of the lepton in charged-current scattering on pairs: 0 the Valencia model's, 1 the empirical model's (XSecShape_CCMEC, tune: 1).</summary>
    public double EmpiricalShape { get; init; } = 1.0;

    /// <summary>Factor on coherent pion production in charged currents (NormCCCOH: 1, up to 2).</summary>
    public double CoherentScaleCharged { get; init; } = 1.0;

    /// <summary>Factor on coherent pion production in neutral currents (NormNCCOH: 1, up to 2).</summary>
    public double CoherentScaleNeutral { get; init; } = 1.0;

    /// <summary>Axial mass of coherent pion production, GeV (Berger and Sehgal, PRD 79 (2009) 053003).</summary>
    public double AxialMassCoherent { get; init; } = 1.0;

    /// <summary>Those of resonances and deep-inelastic scattering.</summary>
    public InelasticParameters Inelastic { get; init; } = new();

    /// <summary>sin²θ_W at low momentum transfer (effective; GENIE v3.0.6).</summary>
    public double SinSquaredWeakAngle { get; init; } = 0.231295;

    /// <summary>|V_ud| (PDG 2016, as in GENIE v3.0.6).</summary>
    public double Vud { get; init; } = 0.97417;
}
