using Umbriel.Core;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;
using Umbriel.Generation;
using Umbriel.Generation.Scattering;
using Umbriel.Generation.Sites;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Cards.Keys;

/// <summary>Site, exposure, regimes, geometry, seed.</summary>
internal sealed class GenerationKeys : CardTable<GenerationSettings>
{
    /// <summary>Makes the rows.</summary>
    /// <param name="instead">A site that takes the place of the card's; null for the card's own.</param>
    public GenerationKeys(DetectorSite? instead)
    {
        Key("site", Site(instead), settings => settings.Site, (settings, value) => settings with { Site = value, Pot = value.Beam.Pot },
            "where pairs are looked for: a name of `data/sites`, or the path of a site's file, relative to the card (with `--set`: to the current folder); it ends in `.yaml`. `--site` comes before it", example: "sbnd");
        Key("POT", Number(value => value is >= 0.0 and <= 1e30, "protons on target, from 0 to 1e30"), settings => settings.Pot, (settings, value) => settings with { Pot = value },
            "exposure", example: "1e21", standard: "the site's; MicroBooNE's are 6.87e20");
        Key("regimes", List(Choice(CardChoices.Regimes), "a list of coherent, p-el, n-el"), settings => settings.Regimes, (settings, value) => settings with { Regimes = value },
            "scattering regimes", example: "[p-el, coherent]");
        Key("nu_flavors", List(Choice(CardChoices.Flavours), "a list of nu_mu, nu_mu_bar"), settings => settings.NeutrinoFlavours, (settings, value) => settings with { NeutrinoFlavours = value },
            "beam neutrinos that upscatter", example: "[nu_mu_bar]");
        Key("zPolarisation", Choice(CardChoices.Polarisations), settings => settings.ZPolarisation, (settings, value) => settings with { ZPolarisation = value },
            "decay of an on-shell Z': `exact` spin correlation or `isotropic`", example: "isotropic");
        Key("geometry", Choice(CardChoices.Geometries), settings => settings.Geometry, (settings, value) => settings with { Geometry = value },
            "which of the site's masses and volumes; SBND and ICARUS have the letter's alone", example: "darknews");
        Key("formFactor", Choice(CardChoices.FormFactors), settings => settings.FormFactor, (settings, value) => settings with { FormFactor = value },
            "nuclear charge form factor", example: "helm");
        Key("pauliBlocking", Flag, settings => settings.PauliBlocking, (settings, value) => settings with { PauliBlocking = value },
            "Fermi-gas Pauli blocking of `p-el` and `n-el`", example: "true");
        Key("nuclearResponse", Choice(CardChoices.NuclearResponses), settings => settings.NuclearResponse, (settings, value) => settings with { NuclearResponse = value },
            "nucleus of `p-el` and `n-el`: `free` nucleons at rest, or `fermi-gas`: Fermi motion, removal energy, Pauli's principle and the cascade, so that events have their hadrons", example: "fermi-gas");
        Key("helicity", Choice(CardChoices.Helicities), settings => settings.Helicity, (settings, value) => settings with { Helicity = value },
            "helicities of the upscattered neutrino that are kept", example: "flipping");
        Key("seed", Whole(0, ulong.MaxValue), settings => settings.Seed, (settings, value) => settings with { Seed = value },
            "random seed, 0 to 2⁶⁴ − 1", example: "7");
    }

    /// <summary>The convention must be one that the site has, and no nucleon is blocked twice.</summary>
    protected override void Check(SectionReader section, GenerationSettings record)
    {
        if (record.PauliBlocking && record.NuclearResponse == NuclearResponse.FermiGas && section.Map.Find("pauliBlocking") is { } blocking)
        {
            throw section.Error("pauliBlocking", blocking.Value, "false or no such key: nuclearResponse: fermi-gas has Pauli's principle");
        }

        if (record.Site.Geometries.ContainsKey(record.Geometry))
        {
            return;
        }

        string expected = string.Join(" or ", record.Site.Geometries.Keys.Select(Choice(CardChoices.Geometries).Write)) + $": {record.Site.Title} has no other geometry";
        throw section.Map.Find("geometry") is { } entry
            ? section.Error("geometry", entry.Value, expected)
            : new UserErrorException(section.File, "geometry", "no value, hence letter", expected);
    }

    private static ValueKind<DetectorSite> Site(DetectorSite? instead) => new(
        (section, key, node) => instead ?? (node.Line == YamlPlace.CommandLine
            ? DetectorSites.Read(section.Text(key, node), $"--set {key}")
            : DetectorSites.Read(section.Text(key, node), $"{section.File}:{node.Line}", key, Path.GetDirectoryName(Path.GetFullPath(section.File)))),
        site => site.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? site.Name : Text.Write(site.Name),
        "a site's name, or the path of its file");
}
