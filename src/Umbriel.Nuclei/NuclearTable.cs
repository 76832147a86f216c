using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Nuclei;

/// <summary>The nuclei of data/interactions and the free proton, by name; read once.</summary>
public static class NuclearTable
{
    private static readonly Dictionary<int, string> Symbols = new()
    {
        [1] = "H",
        [6] = "C",
        [7] = "N",
        [8] = "O",
        [13] = "Al",
        [14] = "Si",
        [18] = "Ar",
        [20] = "Ca",
        [26] = "Fe",
    };

    private static readonly Lazy<Dictionary<string, Nucleus>> Nuclei = new(Load);

    /// <summary>All names, lightest first.</summary>
    public static IReadOnlyList<string> Names => [.. Nuclei.Value.Values.OrderBy(n => n.Nucleons).ThenBy(n => n.Protons).Select(n => n.Name)];

    /// <summary>The files that are read, for manifests.</summary>
    public static IReadOnlyList<string> Files => [WoodsSaxonFile, OscillatorFile];

    private static string WoodsSaxonFile => UmbrielHome.DataPath("interactions", "nuclei-woods-saxon.csv");

    private static string OscillatorFile => UmbrielHome.DataPath("interactions", "nuclei-oscillator.csv");

    /// <summary>See <see cref="Nucleus.Find"/>.</summary>
    internal static Nucleus Find(string name) => Nuclei.Value.TryGetValue(name, out Nucleus? nucleus)
        ? nucleus
        : throw new UserErrorException("target", null, $"'{name}'", $"one of {string.Join(", ", Names)}");

    private static Dictionary<string, Nucleus> Load()
    {
        Nucleus proton = new("H1", 1, 1, new PointShape(), 0.0, PhysicalConstants.MassProton, (double.PositiveInfinity, PhysicalConstants.MassNeutron - PhysicalConstants.MassProton));
        return new[] { proton }
            .Concat(Read(WoodsSaxonFile, "diffuseness_fm", (radius, diffuseness) => new WoodsSaxonShape(radius, diffuseness)))
            .Concat(Read(OscillatorFile, "alpha", (radius, alpha) => new OscillatorShape(radius, alpha)))
            .ToDictionary(n => n.Name, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<Nucleus> Read(string path, string secondColumn, Func<double, double, DensityShape> shape)
    {
        CsvTable table = CsvTable.Read(path);
        double[] protons = table.Column("protons");
        double[] nucleons = table.Column("nucleons");
        double[] radius = table.Column("radius_fm");
        double[] second = table.Column(secondColumn);
        double[] removal = table.Column("removal_energy_GeV");
        double[] mass = table.Column("atomic_mass_u");
        double[] raise = table.Column("raise_charge_GeV");
        double[] lower = table.Column("lower_charge_GeV");
        for (int i = 0; i < protons.Length; i++)
        {
            int z = (int)protons[i];
            int a = (int)nucleons[i];
            if (!Symbols.TryGetValue(z, out string? symbol) || !(radius[i] > 0.0) || !(second[i] > 0.0) || !(removal[i] >= 0.0) || !(mass[i] > 0.9 * a))
            {
                throw new UserErrorException(table.LocationOf(i), null, $"a nucleus of {z} protons and {a} nucleons", "a known element with positive radius, mass and removal energy");
            }

            // Binding of the electrons (14 keV in argon) is neglected.
            double bare = (mass[i] * PhysicalConstants.AtomicMassUnit) - (z * PhysicalConstants.MassElectron);
            yield return new Nucleus($"{symbol}{a}", z, a, shape(radius[i], second[i]), removal[i], bare, (raise[i], lower[i]));
        }
    }
}
