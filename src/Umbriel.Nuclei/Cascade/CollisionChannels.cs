using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// All collisions with one nucleon. Pions: SAID's cross sections, scattering changed by <see cref="DeltaInMedium"/>; π0 by isospin.
/// (Isospin gives the π0 4/9 of the common p-wave factor of <see cref="DeltaInMedium"/> where π+ p has 2/3, and 4/27 of charge exchange; the
/// tables of GENIE have 5/9 and 5/27.) Nucleons: SAID's, less by a part in proportion to the density. K+ and K0: SAID's, isotropic, without
/// pion production. η: the S11(1535) as a Breit-Wigner resonance of unitary size. Antikaons and hyperons do not collide.
/// </summary>
internal static class CollisionChannels
{
    private const double PerMillibarn = 0.1; // fm²

    /// <summary>
    /// Part by which nucleons' cross sections are smaller than free ones at ρ₀, in proportion to the density. Tuned with
    /// <see cref="CascadeRates"/>' other constants to the data of validation/cascade.md.
    /// </summary>
    private const double NucleonReduction = 0.2;

    /// <summary>
    /// Part of the free charge exchange of pions that is charge exchange in nuclei; the rest counts as scattering, so that pions of all
    /// charges see the same matter. Tuned as above: the free one gives a fifth to a third too much.
    /// </summary>
    private const double ExchangeShare = 0.85;

    private const double NormalDensity = 0.17;

    /// <summary>S11(1535): mass and width, GeV, shares of N η and N π (PDG 2024: 1.53, 0.15, 0.30 to 0.55, 0.32 to 0.52).</summary>
    private const double EtaResonanceMass = 1.530;
    private const double EtaResonanceWidth = 0.150;
    private const double EtaShare = 0.42;
    private const double PionShare = 0.45;

    /// <summary>By kind of the projectile.</summary>
    public static CollisionChannel[][] All { get; } = [.. Enumerable.Range(0, HadronKinds.Followed).Select(k => Of((HadronKind)k).ToArray())];

    /// <summary>The medium's Δ.</summary>
    public static DeltaInMedium Delta { get; } = new(HadronData.Instance.Deuteron);

    private static IEnumerable<CollisionChannel> Of(HadronKind kind)
    {
        foreach (Nucleon target in (Nucleon[])[Nucleon.Proton, Nucleon.Neutron])
        {
            IEnumerable<CollisionChannel> channels = kind switch
            {
                HadronKind.Eta => Etas(target),
                HadronKind.KaonPlus or HadronKind.KaonZero => Kaons(kind, target),
                HadronKind.PionZero => NeutralPions(target),
                _ => kind.IsNucleon() ? NucleonsOn(kind, target) : ChargedPions(kind, target),
            };
            foreach (CollisionChannel channel in channels)
            {
                yield return channel;
            }
        }
    }

    private static IEnumerable<CollisionChannel> ChargedPions(HadronKind kind, Nucleon target)
    {
        HadronData data = HadronData.Instance;
        bool pure = (kind == HadronKind.PionPlus) == (target == Nucleon.Proton);
        EnergyTable elastic = pure ? data.PureElastic : data.MixedElastic;
        EnergyTable production = pure ? data.PureProduction : data.MixedProduction;
        yield return new(kind, target, CascadeChannel.Inelastic, kind, target, pure ? data.PureAngles : data.MixedAngles,
            (t, rho) => PerMillibarn * (elastic.At(t) + (pure ? 0.0 : (1.0 - ExchangeShare) * data.MixedExchange.At(t))) * Delta.Ratio(t, rho));
        yield return new(kind, target, CascadeChannel.Production, kind, target, null, (t, _) => PerMillibarn * production.At(t));
        if (!pure)
        {
            yield return new(kind, target, CascadeChannel.ChargeExchange, HadronKind.PionZero, target.Other(), data.ExchangeAngles,
                (t, rho) => PerMillibarn * ExchangeShare * data.MixedExchange.At(t) * Delta.Ratio(t, rho));
        }
    }

    private static IEnumerable<CollisionChannel> NeutralPions(Nucleon target)
    {
        HadronData data = HadronData.Instance;
        HadronKind exchanged = target == Nucleon.Proton ? HadronKind.PionPlus : HadronKind.PionMinus;
        yield return new(HadronKind.PionZero, target, CascadeChannel.Inelastic, HadronKind.PionZero, target, data.NeutralAngles,
            (t, rho) => PerMillibarn * (Math.Max(0.0, 0.5 * (data.PureElastic.At(t) + data.MixedElastic.At(t) - data.MixedExchange.At(t)))
                + ((1.0 - ExchangeShare) * data.MixedExchange.At(t))) * Delta.Ratio(t, rho));
        yield return new(HadronKind.PionZero, target, CascadeChannel.ChargeExchange, exchanged, target.Other(), data.ExchangeAngles,
            (t, rho) => PerMillibarn * ExchangeShare * data.MixedExchange.At(t) * Delta.Ratio(t, rho));
        yield return new(HadronKind.PionZero, target, CascadeChannel.Production, HadronKind.PionZero, target, null,
            (t, _) => PerMillibarn * 0.5 * (data.PureProduction.At(t) + data.MixedProduction.At(t)));
    }

    private static IEnumerable<CollisionChannel> NucleonsOn(HadronKind kind, Nucleon target)
    {
        HadronData data = HadronData.Instance;
        bool like = kind == target.Kind();
        EnergyTable elastic = like ? data.LikeElastic : data.UnlikeElastic;
        EnergyTable production = like ? data.LikeProduction : data.UnlikeProduction;
        AngularTable forward = like ? data.LikeAngles : data.UnlikeForward;
        yield return new(kind, target, CascadeChannel.Inelastic, kind, target, forward,
            (t, rho) => PerMillibarn * elastic.At(t) * (like ? 1.0 : forward.Share(t)) * InMedium(rho));
        yield return new(kind, target, CascadeChannel.Production, kind, target, null, (t, rho) => PerMillibarn * production.At(t) * InMedium(rho));
        if (!like)
        {
            yield return new(kind, target, CascadeChannel.ChargeExchange, kind, target, data.UnlikeBackward,
                (t, rho) => PerMillibarn * elastic.At(t) * data.UnlikeBackward.Share(t) * InMedium(rho));
        }
    }

    private static IEnumerable<CollisionChannel> Kaons(HadronKind kind, Nucleon target)
    {
        HadronData data = HadronData.Instance;
        bool like = (kind == HadronKind.KaonPlus) == (target == Nucleon.Proton);
        EnergyTable elastic = like ? data.KaonLike : data.KaonUnlike;
        yield return new(kind, target, CascadeChannel.Inelastic, kind, target, null, (t, _) => PerMillibarn * elastic.At(t));
        if (!like)
        {
            HadronKind exchanged = kind == HadronKind.KaonPlus ? HadronKind.KaonZero : HadronKind.KaonPlus;
            yield return new(kind, target, CascadeChannel.ChargeExchange, exchanged, target.Other(), null, (t, _) => PerMillibarn * data.KaonExchange.At(t));
        }
    }

    private static IEnumerable<CollisionChannel> Etas(Nucleon target)
    {
        HadronKind charged = target == Nucleon.Proton ? HadronKind.PionPlus : HadronKind.PionMinus;
        yield return new(HadronKind.Eta, target, CascadeChannel.Inelastic, HadronKind.Eta, target, null, (t, _) => EtaNucleon(t, EtaShare));
        yield return new(HadronKind.Eta, target, CascadeChannel.Absorption, charged, target.Other(), null, (t, _) => 2.0 / 3.0 * EtaNucleon(t, PionShare));
        yield return new(HadronKind.Eta, target, CascadeChannel.Absorption, HadronKind.PionZero, target, null, (t, _) => 1.0 / 3.0 * EtaNucleon(t, PionShare));
    }

    /// <summary>
    /// η N → S11 → a channel, fm²: (π/k²) Γ_η Γ_c / ((W − M)² + Γ²/4), Γ_η ∝ k, the other widths constant. PDG 2024 (50.1) with J = 1/2.
    /// </summary>
    private static double EtaNucleon(double kinetic, double share)
    {
        double eta = HadronKind.Eta.Mass();
        const double nucleon = Nucleons.MeanMass;
        double w = Math.Sqrt((eta * eta) + (nucleon * nucleon) + (2.0 * nucleon * (Math.Max(kinetic, 1e-4) + eta)));
        double k = Kinematics.TwoBodyMomentum(w, eta, nucleon);
        double scale = k / Kinematics.TwoBodyMomentum(EtaResonanceMass, eta, nucleon);
        double etaWidth = EtaShare * EtaResonanceWidth * scale;
        double width = etaWidth + ((1.0 - EtaShare) * EtaResonanceWidth);
        double outWidth = share == EtaShare ? etaWidth : share * EtaResonanceWidth;
        const double hbarC = 1e13 * PhysicalConstants.HbarC;
        double off = w - EtaResonanceMass;
        return Math.PI * hbarC * hbarC / (k * k) * etaWidth * outWidth / ((off * off) + (0.25 * width * width));
    }

    private static double InMedium(double density) => 1.0 - (NucleonReduction * density / NormalDensity);
}
