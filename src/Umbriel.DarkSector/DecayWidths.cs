using Umbriel.Core;

namespace Umbriel.DarkSector;

/// <summary>
/// Decay of the upscattered neutrino N → n e+e−: widths, lifetime and branching ratio of one model point. With
/// <see cref="BranchingRatioConvention.Unity"/> only the e+e− chain exists (DarkNews; on shell it is N → n Z' with
/// BR(Z' → e+e−) = 1). With <see cref="BranchingRatioConvention.Model"/> every open channel is in the lifetime. All that
/// goes through the Z' is integrated over its line (<see cref="PairSpectrum"/>): nothing jumps where m_N − m_n passes m_Z'.
/// </summary>
public sealed record DecayWidths
{
    private DecayWidths()
    {
    }

    /// <summary>Total width of the parent in GeV; zero if nothing is open.</summary>
    public double GammaParent_GeV { get; private init; }

    /// <summary>cτ of the parent, ħc/Γ in cm; infinite if nothing is open.</summary>
    public double CtauParentCm { get; private init; }

    /// <summary>Γ(Z' → e+e−) in GeV.</summary>
    public double GammaZPrimeEE_GeV { get; private init; }

    /// <summary>Total width of the Z' in GeV under the chosen convention.</summary>
    public double GammaZPrime_GeV { get; private init; }

    /// <summary>cτ of the Z', cm.</summary>
    public double CtauZPrimeCm { get; private init; }

    /// <summary>Fraction of parents that give n e+e−; zero if the gap is below 2 m_e.</summary>
    public double BrEE { get; private init; }

    /// <summary>Whether the Z' is real: m_N − m_n &gt; m_Z' &gt; 2 m_e.</summary>
    public bool IsOnShell { get; private init; }

    /// <summary>Open channels of the parent with their partial widths.</summary>
    public IReadOnlyList<DecayChannel> ParentChannels { get; private init; } = [];

    /// <summary>Open channels of the Z' with their partial widths.</summary>
    public IReadOnlyList<DecayChannel> ZPrimeChannels { get; private init; } = [];

    /// <summary>Computes everything by closed forms and deterministic quadrature.</summary>
    /// <exception cref="ArgumentException">A mass is missing or not positive, or the daughter is not the lighter one.</exception>
    public static DecayWidths Compute(DarkSectorParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Validate(parameters);
        Couplings couplings = Couplings.From(parameters);
        double mediator = parameters.MZPrime;
        bool opens = parameters.ParentMass - parameters.DaughterMass > mediator;
        bool onShell = opens && mediator > PhysicalConstants.ElectronPairThreshold;
        IReadOnlyList<DecayChannel> zChannels = ZPrimeWidths.Channels(parameters);
        double zTotal = zChannels.Sum(c => c.Width);

        string n = parameters.Scenario == Scenario.Single ? "nu" : "N4";
        double electrons = PairSpectrum.OfElectrons(parameters).Width();
        List<DecayChannel> channels = [new DecayChannel($"{n} e+ e-", electrons)];
        if (parameters.BRee == BranchingRatioConvention.Model)
        {
            channels.Add(new DecayChannel($"{n} mu+ mu-", PairSpectrum.OfMuons(parameters).Width()));
            channels.Add(new DecayChannel($"{n} hadrons", PairSpectrum.OfHadrons(parameters).Width()));
            channels.Add(new DecayChannel($"{n} dark neutrinos", PairSpectrum.OfDarkNeutrinos(parameters).Width()));
        }

        if (onShell)
        {
            channels = [new DecayChannel($"{n} Z'", channels.Sum(c => c.Width))];
        }

        if (opens && zTotal <= 0.0)
        {
            // A Z' that lives for ever.
            channels.Add(new DecayChannel($"{n} Z'", TwoBodyWidth.OfVector(parameters.ParentMass, parameters.DaughterMass, mediator, couplings.DecayVertex, parameters.HnlType)));
        }

        if (parameters.BRee == BranchingRatioConvention.Model)
        {
            channels.AddRange(Weak(parameters));
        }

        channels.RemoveAll(c => c.Width <= 0.0);
        double total = channels.Sum(c => c.Width);
        return new DecayWidths
        {
            GammaParent_GeV = total,
            CtauParentCm = PhysicalConstants.HbarC / total,
            GammaZPrimeEE_GeV = ZPrimeWidths.ToLeptons(mediator, couplings.ElectromagneticCoupling, PhysicalConstants.MassElectron),
            GammaZPrime_GeV = zTotal,
            CtauZPrimeCm = PhysicalConstants.HbarC / zTotal,
            BrEE = total > 0.0 ? electrons / total : 0.0,
            IsOnShell = onShell,
            ParentChannels = channels,
            ZPrimeChannels = zChannels,
        };
    }

    private static DecayChannel[] Weak(DarkSectorParameters parameters)
    {
        double nature = parameters.HnlType == HnlType.Majorana ? 2.0 : 1.0;
        double mass = parameters.ParentMass;
        double mixing = parameters.MixingSquared;
        return
        [
            new("nu nu nu", nature * WeakWidths.ThreeNeutrinos(mass, mixing)),
            new("nu pi0", nature * WeakWidths.NeutralPion(mass, mixing)),
            new("mu pi", nature * WeakWidths.MuonPion(mass, mixing)),
        ];
    }

    private static void Validate(DarkSectorParameters parameters)
    {
        Require("m4", parameters.M4);
        Require("mzprime", parameters.MZPrime);
        if (parameters.Scenario == Scenario.Dual)
        {
            Require("m5", parameters.M5 ?? throw new ArgumentException("m5: found nothing; expected the mass of N5 in GeV (dual scenario)", nameof(parameters)));
            if (parameters.M5 <= parameters.M4)
            {
                throw new ArgumentException($"m5: found {parameters.M5} GeV; expected a mass above m4 = {parameters.M4} GeV", nameof(parameters));
            }
        }
    }

    private static void Require(string key, double value)
    {
        if (!double.IsFinite(value) || value <= 0.0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"{key}: expected a finite mass above zero, GeV");
        }
    }
}
