namespace Umbriel.Detector;

/// <summary>What is transported. Values are PDG codes.</summary>
public enum ParticleKind
{
    /// <summary>e−.</summary>
    Electron = 11,

    /// <summary>e+.</summary>
    Positron = -11,

    /// <summary>μ−.</summary>
    MuonMinus = 13,

    /// <summary>μ+.</summary>
    MuonPlus = -13,

    /// <summary>γ.</summary>
    Photon = 22,

    /// <summary>π0.</summary>
    PionZero = 111,

    /// <summary>π+.</summary>
    PionPlus = 211,

    /// <summary>π−.</summary>
    PionMinus = -211,

    /// <summary>K+.</summary>
    KaonPlus = 321,

    /// <summary>K−.</summary>
    KaonMinus = -321,

    /// <summary>Neutron.</summary>
    Neutron = 2112,

    /// <summary>Proton.</summary>
    Proton = 2212,
}
