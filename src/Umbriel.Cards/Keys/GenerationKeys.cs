using Umbriel.Formats.Keys;
using Umbriel.Generation;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Cards.Keys;

/// <summary>Exposure, regimes, geometry, seed.</summary>
internal sealed class GenerationKeys : CardTable<GenerationSettings>
{
    public GenerationKeys()
    {
        Key("POT", Number(value => value is >= 0.0 and <= 1e30, "protons on target, from 0 to 1e30"), settings => settings.Pot, (settings, value) => settings with { Pot = value },
            "exposure", example: "1e21");
        Key("regimes", List(Choice(CardChoices.Regimes), "a list of coherent, p-el, n-el"), settings => settings.Regimes, (settings, value) => settings with { Regimes = value },
            "scattering regimes", example: "[p-el, coherent]");
        Key("nu_flavors", List(Choice(CardChoices.Flavours), "a list of nu_mu, nu_mu_bar"), settings => settings.NeutrinoFlavours, (settings, value) => settings with { NeutrinoFlavours = value },
            "beam neutrinos that upscatter", example: "[nu_mu_bar]");
        Key("zPolarisation", Choice(CardChoices.Polarisations), settings => settings.ZPolarisation, (settings, value) => settings with { ZPolarisation = value },
            "decay of an on-shell Z': `exact` spin correlation or `isotropic`", example: "isotropic");
        Key("geometry", Choice(CardChoices.Geometries), settings => settings.Geometry, (settings, value) => settings with { Geometry = value },
            "masses and volumes", example: "darknews");
        Key("formFactor", Choice(CardChoices.FormFactors), settings => settings.FormFactor, (settings, value) => settings with { FormFactor = value },
            "nuclear charge form factor", example: "helm");
        Key("pauliBlocking", Flag, settings => settings.PauliBlocking, (settings, value) => settings with { PauliBlocking = value },
            "Fermi-gas Pauli blocking of `p-el` and `n-el`", example: "true");
        Key("helicity", Choice(CardChoices.Helicities), settings => settings.Helicity, (settings, value) => settings with { Helicity = value },
            "helicities of the upscattered neutrino that are kept", example: "flipping");
        Key("seed", Whole(0, ulong.MaxValue), settings => settings.Seed, (settings, value) => settings with { Seed = value },
            "random seed, 0 to 2⁶⁴ − 1", example: "7");
    }
}
