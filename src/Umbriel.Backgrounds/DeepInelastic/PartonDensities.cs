using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Backgrounds.DeepInelastic;

/// <summary>Parton densities of the proton times x.</summary>
/// <param name="UpValence">x(u − ū).</param>
/// <param name="DownValence">x(d − d̄).</param>
/// <param name="UpSea">x ū.</param>
/// <param name="DownSea">x d̄.</param>
/// <param name="Strange">x s = x s̄.</param>
public readonly record struct Partons(double UpValence, double DownValence, double UpSea, double DownSea, double Strange);

/// <summary>
/// GRV98 at leading order (M. Glück, E. Reya, A. Vogt, Eur. Phys. J. C 5 (1998) 461) from
/// <c>data/interactions/grv98lo.csv</c>: at the nodes each density is divided by a shape x^a (1 − x)^b that carries most of
/// its dependence on x; the quotient is bilinear in ln x and ln Q² (0 at x = 1). x and Q² are kept inside the grid.
/// </summary>
public sealed class PartonDensities
{
    private static readonly string[] Columns = ["xuv", "xdv", "xdelta", "xudsea", "xs"];
    private static readonly double[] Powers = [0.5, 0.5, 0.5, -0.2, -0.2];
    private static readonly int[] OneMinusPowers = [3, 4, 7, 7, 7];

    private readonly double[] logX;
    private readonly double[] logQ2;
    private readonly double[][] quotients;

    private PartonDensities(double[] logX, double[] logQ2, double[][] quotients)
    {
        this.logX = logX;
        this.logQ2 = logQ2;
        this.quotients = quotients;
    }

    /// <summary>Reads the grid that comes with Umbriel.</summary>
    public static PartonDensities Load() => Load(UmbrielHome.DataPath("interactions", "grv98lo.csv"));

    /// <summary>Reads a grid with columns x, q2 and the five densities, Q² running fastest.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserErrorException">The rows are no grid.</exception>
    public static PartonDensities Load(string path)
    {
        CsvTable table = CsvTable.Read(path);
        double[] x = table.Column("x");
        double[] q2 = table.Column("q2");
        int inner = 1;
        while (inner < x.Length && x[inner] == x[0])
        {
            inner++;
        }

        int outer = x.Length / inner;
        for (int i = 0; i < x.Length; i++)
        {
            bool isGrid = outer * inner == x.Length && x[i] == x[i / inner * inner] && q2[i] == q2[i % inner]
                && (i % inner == 0 || q2[i] > q2[i - 1]) && (i < inner || x[i] > x[i - inner]) && x[i] is > 0.0 and < 1.0 && q2[i] > 0.0;
            if (!isGrid || inner < 2 || outer < 2)
            {
                throw new UserErrorException(table.LocationOf(i), null, $"x = {x[i]}, q2 = {q2[i]}", "a grid: x between 0 and 1 ascending, for each of them the same ascending q2");
            }
        }

        // One more column of nodes, x = 1, where all quotients are zero.
        double[][] quotients = new double[Columns.Length][];
        for (int c = 0; c < Columns.Length; c++)
        {
            double[] density = table.Column(Columns[c]);
            quotients[c] = new double[x.Length + inner];
            for (int i = 0; i < x.Length; i++)
            {
                quotients[c][i] = density[i] / Shape(c, x[i]);
            }
        }

        return new PartonDensities(
            [.. Enumerable.Range(0, outer).Select(i => Math.Log(x[i * inner])), 0.0],
            [.. q2[..inner].Select(value => Math.Log(value))],
            quotients);
    }

    /// <summary>The densities at (x, Q²).</summary>
    /// <param name="x">Momentum fraction.</param>
    /// <param name="q2">Q², GeV².</param>
    public Partons At(double x, double q2)
    {
        double lx = Math.Clamp(Math.Log(x), logX[0], 0.0);
        double lq = Math.Clamp(Math.Log(q2), logQ2[0], logQ2[^1]);
        int i = Cell(logX, lx);
        int j = Cell(logQ2, lq);
        double f = (lx - logX[i]) / (logX[i + 1] - logX[i]);
        double g = (lq - logQ2[j]) / (logQ2[j + 1] - logQ2[j]);
        int at = (i * logQ2.Length) + j;
        double clamped = Math.Exp(lx);
        double one = 1.0 - clamped;
        double one3 = one * one * one;
        double one7 = one3 * one3 * one;
        double root = Math.Sqrt(clamped);
        double sea = one7 * Math.Exp(-0.2 * lx);
        double delta = Quotient(2) * root * one7;
        double both = Quotient(3) * sea;
        return new Partons(Quotient(0) * root * one3, Quotient(1) * root * one3 * one, 0.5 * (both - delta), 0.5 * (both + delta), Quotient(4) * sea);

        double Quotient(int c)
        {
            double[] values = quotients[c];
            double low = values[at] + (g * (values[at + 1] - values[at]));
            double high = values[at + logQ2.Length] + (g * (values[at + logQ2.Length + 1] - values[at + logQ2.Length]));
            return low + (f * (high - low));
        }
    }

    private static double Shape(int column, double x) => Math.Pow(x, Powers[column]) * Math.Pow(1.0 - x, OneMinusPowers[column]);

    private static int Cell(double[] nodes, double value)
    {
        int i = Array.BinarySearch(nodes, value);
        return Math.Clamp(i >= 0 ? i : ~i - 1, 0, nodes.Length - 2);
    }
}
