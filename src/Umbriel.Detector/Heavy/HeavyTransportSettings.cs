namespace Umbriel.Detector.Heavy;

/// <summary>What can be varied in <see cref="HeavyParticleTransport"/>. Energies GeV, lengths cm, times ns.</summary>
public sealed record HeavyTransportSettings
{
    /// <summary>
    /// Kinetic energy above which a knocked-on electron becomes a particle of its own, GeV; above 10 keV. Chosen: the practical range
    /// of 0.3 MeV is 0.06 cm, a fifth of a wire pitch.
    /// </summary>
    public double DeltaRayCut { get; init; } = 0.3e-3;

    /// <summary>Density, g/cm³.</summary>
    public double Density { get; init; } = LiquidArgon.Density;

    /// <summary>Longest step of a charged particle, cm; at most 0.3, a wire pitch.</summary>
    public double MaximumStep { get; init; } = 0.3;

    /// <summary>Whether the loss below the δ-ray cut fluctuates.</summary>
    public bool Fluctuations { get; init; } = true;

    /// <summary>Whether charged particles scatter on nuclei by the Coulomb force.</summary>
    public bool MultipleScattering { get; init; } = true;

    /// <summary>Factor on the absorption of pions.</summary>
    public double PionAbsorptionScale { get; init; } = 1.0;

    /// <summary>Factor on the charge exchange of pions.</summary>
    public double PionChargeExchangeScale { get; init; } = 1.0;

    /// <summary>Factor on the remaining inelastic reactions of pions.</summary>
    public double PionInelasticScale { get; init; } = 1.0;

    /// <summary>Factor on the elastic nuclear scattering of pions.</summary>
    public double PionElasticScale { get; init; } = 1.0;

    /// <summary>Factor on the reactions of protons.</summary>
    public double ProtonInelasticScale { get; init; } = 1.0;

    /// <summary>Factor on the elastic nuclear scattering of protons.</summary>
    public double ProtonElasticScale { get; init; } = 1.0;

    /// <summary>Factor on the inelastic scattering and reactions of neutrons.</summary>
    public double NeutronInelasticScale { get; init; } = 1.0;

    /// <summary>Factor on the elastic scattering of neutrons.</summary>
    public double NeutronElasticScale { get; init; } = 1.0;

    /// <summary>Factor on the nuclear reactions of kaons.</summary>
    public double KaonScale { get; init; } = 1.0;

    /// <summary>
    /// Mean life of μ− in the 1s orbit of argon, ns. Between 537 ± 32 (compiled in T. Suzuki, D. F. Measday and J. P. Roalsvig,
    /// Phys. Rev. C 35 (1987) 2212) and 616.9 ± 6.7 (A. V. Klinskikh et al., Bull. Russ. Acad. Sci. Phys. 72 (2008) 735).
    /// </summary>
    public double MuonMeanLifeInArgon { get; init; } = 570.0;

    /// <summary>
    /// Kinetic energy below which neutrons are not followed, GeV; it is booked as lost. Chosen: a recoil has 1 keV at most.
    /// </summary>
    public double NeutronCut { get; init; } = 10e-6;

    /// <summary>
    /// Whether neutrons below <see cref="NeutronCut"/> are captured where they are, ⁴⁰Ar(n,γ)⁴¹Ar. Off by default: thermal
    /// neutrons wander for metres and 100 µs, mostly out of a detector of MicroBooNE's size.
    /// </summary>
    public bool NeutronCapture { get; init; }

    /// <summary>Throws unless every value is in its range.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(DeltaRayCut, 1e-5, nameof(DeltaRayCut));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Density, nameof(Density));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaximumStep, nameof(MaximumStep));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumStep, 0.3, nameof(MaximumStep));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(NeutronCut, nameof(NeutronCut));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MuonMeanLifeInArgon, nameof(MuonMeanLifeInArgon));
        ReadOnlySpan<double> scales =
        [
            PionAbsorptionScale, PionChargeExchangeScale, PionInelasticScale, PionElasticScale, ProtonInelasticScale,
            ProtonElasticScale, NeutronInelasticScale, NeutronElasticScale, KaonScale,
        ];
        foreach (double scale in scales)
        {
            if (!(scale >= 0.0) || double.IsInfinity(scale))
            {
                throw new ArgumentException($"a cross-section scale factor must be finite and not negative, found {scale:R}");
            }
        }
    }
}
