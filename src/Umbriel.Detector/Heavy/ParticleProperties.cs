using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>Masses, charges and mean lives (Particle Data Group, Review of Particle Physics 2024).</summary>
internal static class ParticleProperties
{
    /// <summary>Charged-kaon mass, GeV.</summary>
    public const double MassKaon = 0.493677;

    /// <summary>Λ mass, GeV.</summary>
    public const double MassLambda = 1.115683;

    /// <summary>Mean life of the free muon, ns.</summary>
    public const double MuonMeanLife = 2196.9811;

    /// <summary>Mean life of the charged pion, ns.</summary>
    public const double PionMeanLife = 26.033;

    /// <summary>Mean life of the charged kaon, ns.</summary>
    public const double KaonMeanLife = 12.380;

    /// <summary>Mass, GeV; 0 for photons.</summary>
    public static double Mass(ParticleKind kind) => kind switch
    {
        ParticleKind.Electron or ParticleKind.Positron => PhysicalConstants.MassElectron,
        ParticleKind.MuonMinus or ParticleKind.MuonPlus => PhysicalConstants.MassMuon,
        ParticleKind.PionPlus or ParticleKind.PionMinus => PhysicalConstants.MassChargedPion,
        ParticleKind.PionZero => PhysicalConstants.MassNeutralPion,
        ParticleKind.KaonPlus or ParticleKind.KaonMinus => MassKaon,
        ParticleKind.Proton => PhysicalConstants.MassProton,
        ParticleKind.Neutron => PhysicalConstants.MassNeutron,
        _ => 0.0,
    };

    /// <summary>Mean life in flight, ns; infinite for stable particles and neutrons.</summary>
    public static double MeanLife(ParticleKind kind) => kind switch
    {
        ParticleKind.MuonMinus or ParticleKind.MuonPlus => MuonMeanLife,
        ParticleKind.PionPlus or ParticleKind.PionMinus => PionMeanLife,
        ParticleKind.KaonPlus or ParticleKind.KaonMinus => KaonMeanLife,
        _ => double.PositiveInfinity,
    };

    /// <summary>Charge in units of e.</summary>
    public static int Charge(ParticleKind kind) => kind switch
    {
        ParticleKind.Positron or ParticleKind.MuonPlus or ParticleKind.PionPlus or ParticleKind.KaonPlus or ParticleKind.Proton => 1,
        ParticleKind.Electron or ParticleKind.MuonMinus or ParticleKind.PionMinus or ParticleKind.KaonMinus => -1,
        _ => 0,
    };

    /// <summary>Whether the particle has spin ½, which adds a term to the spectrum of δ-rays.</summary>
    public static bool IsSpinHalf(ParticleKind kind) =>
        kind is ParticleKind.MuonMinus or ParticleKind.MuonPlus or ParticleKind.Proton;
}
