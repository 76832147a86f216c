using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Backgrounds.Resonances;

/// <summary>The 17 resonances, read from <c>data/interactions/resonances.csv</c>.</summary>
public sealed class ResonanceTable
{
    private static readonly int[] Codes =
    [
        2214, 22212, 2124, 32212, 22124, 2216, 2122, 12214, 12212, 32214, 32124, 12216, 22122, 22214, 2126, 2218, 42212,
    ];

    private static readonly string[] Modes = ["npi", "neta", "deltapi", "nrho", "npipi", "strange", "ngamma"];

    private readonly ResonanceState[] states;

    private ResonanceTable(ResonanceState[] states)
    {
        this.states = states;
    }

    /// <summary>How many there are.</summary>
    public static int Count => Codes.Length;

    /// <summary>A resonance.</summary>
    /// <param name="resonance">Which.</param>
    public ResonanceState this[Resonance resonance] => states[(int)resonance];

    /// <summary>All, in the order of <see cref="Resonance"/>.</summary>
    public IReadOnlyList<ResonanceState> States => states;

    /// <summary>Reads the table that comes with Umbriel.</summary>
    public static ResonanceTable Load() => Load(UmbrielHome.DataPath("interactions", "resonances.csv"));

    /// <summary>Reads a table with columns pdg, mass, width and one for each decay mode.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserErrorException">A resonance is missing, twice there or unknown, or a number is out of range.</exception>
    public static ResonanceTable Load(string path)
    {
        CsvTable table = CsvTable.Read(path);
        double[] pdg = table.Column("pdg");
        double[] mass = table.Column("mass");
        double[] width = table.Column("width");
        double[][] branching = [.. Modes.Select(table.Column)];
        ResonanceState?[] states = new ResonanceState?[Codes.Length];
        for (int i = 0; i < pdg.Length; i++)
        {
            int which = Array.FindIndex(Codes, code => code == pdg[i]);
            if (which < 0 || states[which] is not null)
            {
                throw new UserErrorException(table.LocationOf(i), "pdg", $"{pdg[i]}", $"each of {string.Join(", ", Codes)} once");
            }

            if (!(mass[i] is > 1.0 and < 3.0) || !(width[i] is > 0.0 and < 1.0))
            {
                throw new UserErrorException(table.LocationOf(i), null, $"mass {mass[i]}, width {width[i]} GeV", "a mass between 1 and 3, a width between 0 and 1");
            }

            double[] shares = [.. branching.Select(column => column[i])];
            double sum = shares.Sum();
            if (shares.Any(share => share < 0.0) || !(shares[0] > 0.0))
            {
                throw new UserErrorException(table.LocationOf(i), null, $"branching fractions {string.Join(", ", shares)}", "fractions that are not negative, that of Nπ positive");
            }

            states[which] = new ResonanceState(QuarkModelState.All[which], Codes[which], mass[i], width[i], [.. shares.Select(share => share / sum)]);
        }

        int missing = Array.IndexOf(states, null);
        return missing < 0
            ? new ResonanceTable(states!)
            : throw new UserErrorException(path, null, $"no row for {Codes[missing]}", $"{Codes.Length} resonances");
    }
}
