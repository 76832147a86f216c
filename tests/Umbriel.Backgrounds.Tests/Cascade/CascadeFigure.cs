using System.Globalization;
using System.Text;
using Umbriel.Figures;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Cascade;

/// <summary>validation/cascade.svg: π+ on argon by energy, with data on argon and calcium.</summary>
internal static class CascadeFigure
{
    private static readonly (string Channel, string Label, string Colour)[] Curves =
        [("reac", "reaction", "#000000"), ("abs", "absorption", "#c8102e"), ("inel", "inelastic", "#0072B2"), ("scx", "charge exchange", "#E69F00")];

    private static readonly double[] Energies = [30, 40, 50, 65, 85, 105, 125, 145, 165, 185, 205, 225, 245, 280, 315, 360, 410, 460, 520, 580, 650, 720, 800, 900];

    /// <summary>Draws it.</summary>
    public static void Draw(IEnumerable<HadronMeasurement> data)
    {
        NuclearCascade cascade = new(Nucleus.Find("Ar40"), new CascadeParameters());
        StringBuilder csv = new("T,reac,abs,inel,scx\n");
        foreach (double energy in Energies)
        {
            ThrowResult result = HadronThrows.At(cascade, 211, 1e-3 * energy, 40_000, 45);
            csv.Append(CultureInfo.InvariantCulture, $"{energy}").AppendJoin("", Curves.Select(c => string.Create(CultureInfo.InvariantCulture, $",{result[c.Channel]:0.0}"))).Append('\n');
        }

        // Below the curves: energy, position of the channel, value, error.
        foreach (HadronMeasurement m in data.Where(m => m.Pdg == 211 && m.Nucleus is "Ar40" or "Ca40"))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{m.Energy},{Array.FindIndex(Curves, c => c.Channel == m.Channel)},{m.Value},{m.Error},0\n");
        }

        const string settings = """
            set xlabel 'kinetic energy of the π^+ (MeV)'
            set ylabel 'cross section on argon (mb)'
            set xrange [0:900]
            set yrange [0:1150]
            set key top right
            set border 15 lw 0.7
            set tics front nomirror in scale 0.9,0.45

            """;
        string plot = string.Join(", \\\n  ", Curves.SelectMany((c, k) => new[]
        {
            $"'cascade.csv' skip 1 every ::0::{Energies.Length - 1} using 1:{k + 2} with lines lw 1.6 lc rgb '{c.Colour}' title '{c.Label}'",
            $"'cascade.csv' skip {Energies.Length + 1} using ($2 == {k} ? $1 : NaN):3:4 with yerrorbars pt 7 ps 0.35 lw 0.8 lc rgb '{c.Colour}' notitle",
        }));
        string directory = Directory.CreateTempSubdirectory("umbriel-cascade").FullName;
        FigureFiles files = GnuplotFigure.Render(new FigureDescription("cascade", 140, 90, csv.ToString(), settings, $"plot {plot}"), directory);
        File.Copy(files.Svg, Path.Combine(Repository.Root, "validation", "cascade.svg"), overwrite: true);
        Directory.Delete(directory, recursive: true);
    }
}
