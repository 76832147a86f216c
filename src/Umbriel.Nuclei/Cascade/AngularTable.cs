using Umbriel.Formats.Csv;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// Scattering angles in the centre of mass: cosines at equal steps of their cumulative distribution, by energy. The density is linear in
/// the cosine between the angles of the source; quantiles are linear in energy. Below the first energy kept and above the last the nearest.
/// </summary>
internal sealed class AngularTable
{
    private const int Quantiles = 64;

    private readonly double[] energies;
    private readonly double[][] cosines;
    private readonly EnergyTable share;

    /// <summary>Tabulates.</summary>
    /// <param name="energies">GeV, ascending.</param>
    /// <param name="density">Density at a cosine, by position of the energy.</param>
    /// <param name="nodes">Cosines, ascending, between which the density is linear.</param>
    /// <param name="low">Lowest cosine kept.</param>
    /// <param name="high">Highest cosine kept.</param>
    private AngularTable(double[] energies, Func<int, double, double> density, double[] nodes, double low, double high)
    {
        this.energies = energies;
        cosines = new double[energies.Length][];
        double[] shares = new double[energies.Length];
        double[] kept = [low, .. nodes.Where(c => c > low && c < high), high];
        for (int e = 0; e < energies.Length; e++)
        {
            double whole = Integral(nodes, density, e);
            shares[e] = Integral(kept, density, e) / whole;
            cosines[e] = Invert(kept, density, e, shares[e] * whole);
        }

        share = new EnergyTable([.. energies.Select(x => 1e3 * x)], i => shares[i]);
    }

    /// <summary>Part of the whole sphere's cross section that is in the range of cosines kept.</summary>
    public double Share(double energy) => share.At(energy);

    /// <summary>Cosine at a quantile.</summary>
    /// <param name="energy">Kinetic energy on a target at rest, GeV.</param>
    /// <param name="u">Quantile, 0 to 1.</param>
    public double Cosine(double energy, double u)
    {
        int e = Array.BinarySearch(energies, energy);
        e = Math.Clamp(e < 0 ? ~e - 1 : e, 0, energies.Length - 2);
        double part = Math.Clamp((energy - energies[e]) / (energies[e + 1] - energies[e]), 0.0, 1.0);
        double x = u * Quantiles;
        int i = Math.Min((int)x, Quantiles - 1);
        double within = x - i;
        double[] below = cosines[e];
        double[] above = cosines[e + 1];
        double first = below[i] + (within * (below[i + 1] - below[i]));
        double second = above[i] + (within * (above[i + 1] - above[i]));
        return first + (part * (second - first));
    }

    /// <summary>Reads tables of angles and combines them.</summary>
    /// <param name="tables">Of the same energies and angles.</param>
    /// <param name="combine">Density from theirs.</param>
    /// <param name="lowestEnergy">First energy kept, MeV.</param>
    /// <param name="flatBelow">
    /// Angle, degrees, within which (forward, and backward for identical particles) the density is that at this angle: the Coulomb force
    /// is taken out.
    /// </param>
    /// <param name="low">Lowest cosine kept.</param>
    /// <param name="high">Highest cosine kept.</param>
    public static AngularTable Of(CsvTable[] tables, Func<double[], double> combine, double lowestEnergy, Func<double, double> flatBelow, double low = -1.0, double high = 1.0)
    {
        double[] energy = tables[0].Column("ke_mev");
        double[] angle = tables[0].Column("angle_deg");
        double[][] values = [.. tables.Select(t => t.Column("dsdo_mb_sr"))];
        double[] kept = [.. energy.Distinct().Where(e => e >= lowestEnergy)];
        List<(double[] Cos, double[] Density)> rows = [];
        foreach (double e in kept)
        {
            int[] at = [.. Enumerable.Range(0, energy.Length).Where(i => energy[i] == e).Reverse()];
            double flat = flatBelow(e);
            int limit = at.First(i => angle[i] <= flat || i == at[^1]);
            double[] cos = [.. at.Select(i => Math.Cos(angle[i] * Math.PI / 180.0))];
            double[] density = [.. at.Select(i => Math.Max(0.0, combine([.. values.Select(v => v[angle[i] < flat ? limit : i])])))];
            rows.Add((cos, density));
        }

        return new AngularTable([.. kept.Select(e => 1e-3 * e)], (e, c) => Linear(rows[e].Cos, rows[e].Density, c), rows[0].Cos, low, high);
    }

    private static double Linear(double[] x, double[] y, double at)
    {
        int i = Array.BinarySearch(x, at);
        i = Math.Clamp(i < 0 ? ~i - 1 : i, 0, x.Length - 2);
        return y[i] + ((at - x[i]) / (x[i + 1] - x[i]) * (y[i + 1] - y[i]));
    }

    private static double Integral(double[] nodes, Func<int, double, double> density, int e)
    {
        double sum = 0.0;
        for (int i = 0; i + 1 < nodes.Length; i++)
        {
            sum += 0.5 * (nodes[i + 1] - nodes[i]) * (density(e, nodes[i]) + density(e, nodes[i + 1]));
        }

        return sum;
    }

    private static double[] Invert(double[] nodes, Func<int, double, double> density, int e, double whole)
    {
        double[] result = new double[Quantiles + 1];
        int i = 0;
        double before = 0.0;
        double a = density(e, nodes[0]);
        double b = density(e, nodes[1]);
        double piece = 0.5 * (nodes[1] - nodes[0]) * (a + b);
        for (int q = 0; q <= Quantiles; q++)
        {
            double wanted = whole * q / Quantiles;
            while (before + piece < wanted && i + 2 < nodes.Length)
            {
                before += piece;
                i++;
                a = b;
                b = density(e, nodes[i + 1]);
                piece = 0.5 * (nodes[i + 1] - nodes[i]) * (a + b);
            }

            // Solves a x + (b − a) x²/2h = rest for x in the piece, without cancellation.
            double width = nodes[i + 1] - nodes[i];
            double rest = Math.Clamp(wanted - before, 0.0, piece);
            double root = Math.Sqrt(Math.Max(0.0, (a * a) + (2.0 * (b - a) / width * rest)));
            result[q] = Math.Min(nodes[i + 1], nodes[i] + (a + root > 0.0 ? 2.0 * rest / (a + root) : 0.0));
        }

        return result;
    }
}
