using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Cards.Keys;

/// <summary>The <c>miniboone</c> section.</summary>
internal sealed class MiniBooNEKeys : CardTable<MiniBooNESettings>
{
    public MiniBooNEKeys()
    {
        Key("release", OneOrMore(Choice(CardChoices.Releases), "2020, 2018 or a list of them"), settings => settings.Releases, (settings, value) => settings with { Releases = value },
            "MiniBooNE's data releases to fit; the first is drawn and compared with MicroBooNE", example: "2018");
        Key("mode", OneOrMore(Choice(CardChoices.Modes), "fhc, rhc, combined or a list of them"), settings => settings.Modes, (settings, value) => settings with { Modes = value },
            "neutrino mode, antineutrino mode, both with their correlations; the first is drawn and compared", example: "[rhc]");
        Key("efficiency", Choice(CardChoices.Efficiencies), settings => settings.Efficiency, (settings, value) => settings with { Efficiency = value },
            "how MiniBooNE's efficiency is applied: `head` (its fiducial share divided out) or `legacy` (as tabulated); docs/physics.md 8", example: "legacy");
        Key("ringCut", Choice(CardChoices.RingCuts), settings => settings.RingCut, (settings, value) => settings with { RingCut = value },
            "criterion for one ring, arXiv:2210.08021", example: "diag");
        Key("clipped", Choice(CardChoices.Clipped), settings => settings.Clipped, (settings, value) => settings with { Clipped = value },
            "a pair of which resolution leaves one lepton no energy", example: "keep");
        Key("regimes", OneOrMore(Choice(CardChoices.Regimes), "a list of coherent, p-el, n-el"), settings => settings.Regimes, (settings, value) => settings with { Regimes = value },
            "scattering regimes in MiniBooNE, which does not see the protons", example: "n-el");
    }
}
