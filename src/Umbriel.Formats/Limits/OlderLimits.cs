using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.Limits;

/// <summary>Limits on |U_μ4|² older than the letter; origin and caveats in data/limits/README.md.</summary>
public static class OlderLimits
{
    private static readonly OlderLimitSource[] s_known =
    [
        new("hayano1982", "KEK 1982", "Hayano:1982wu", 0.9, ["hayano1982_Kmunu.csv"], []),
        new("pienu2019", "PIENU", "PIENU:2019usb", 0.9, ["pienu2019_pimunu_Tmu_gt_1p2MeV.csv", "pienu2019_pimunu_Tmu_lt_1p2MeV.csv"], []),
        new("daum1987", "PSI 1987", "Daum:1987bg", 0.9, ["daum1987_pimunu_PSI.csv"], []),
        new("na62_2021", "NA62", "NA62:2021bji", 0.9, ["na62_2021_Kmunu.csv"], []),
        new("e949_2015", "BNL E949", "E949:2014gsn", 0.9, ["e949_2015_Kmunu.csv"], []),
        new("fernandez2023", "global fit", "Fernandez-Martinez:2023phj", 0.9, ["panorama_combined_invisible.csv"], []),
        new("degouvea2015_decay", "*μ* decay", "deGouvea:2015euy", null, ["degouvea2015_muon_decay.csv"], []),
        new("degouvea2015_universality", "universality", "deGouvea:2015euy", null, ["degouvea2015_lepton_nonuniversality.csv"], []),
        new("blennow2023", "non-unitarity", "Blennow:2023mqx", 0.9, ["blennow2023_nonunitarity_above_mtau.csv"], []),
    ];

    /// <summary>The word of every known source.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_known.Select(source => source.Name)];

    /// <summary>The six that the letter draws, in the order of its references 54 to 59; a card's default.</summary>
    public static IReadOnlyList<string> Letter { get; } = [.. All.Take(6)];

    /// <summary>Reads the named sources from <paramref name="directory"/>, in the order named.</summary>
    /// <exception cref="UserErrorException">An unknown name, or a file that is missing or is not a limit.</exception>
    public static IReadOnlyList<OlderLimitSource> Load(string directory, IReadOnlyList<string> names)
    {
        if (!Directory.Exists(directory))
        {
            throw new UserErrorException(directory, null, "no such directory", "the directory of the older limits (data/limits)");
        }

        return [.. names.Select(name => Read(directory, Find(name)))];
    }

    /// <summary>The references of named sources, as keys of refs.bib.</summary>
    /// <exception cref="UserErrorException">An unknown name.</exception>
    public static IReadOnlyList<string> CitationKeys(IReadOnlyList<string> names) => [.. names.Select(name => Find(name).CitationKey)];

    private static OlderLimitSource Find(string name) =>
        Array.Find(s_known, source => source.Name == name)
        ?? throw new UserErrorException("older limits", null, Show.Quoted(name), Nearest.Expectation(name, All));

    private static OlderLimitSource Read(string directory, OlderLimitSource source) =>
        source with { Pieces = [.. source.Files.SelectMany(file => LimitFile.Read(Path.Combine(directory, file)))] };
}
