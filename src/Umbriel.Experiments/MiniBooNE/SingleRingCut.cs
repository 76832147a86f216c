using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// Which pairs MiniBooNE takes for one ring: K. J. Kelly and J. Kopp, arXiv:2210.08021, table II (the column fitted with
/// one cut to a hundred samples), as applied in arXiv:2308.02543: thresholds against the pair's total energy, linear
/// between bin centres, constant outside. Immutable.
/// </summary>
public sealed class SingleRingCut
{
    private readonly double[] centres;
    private readonly double[] thresholds;
    private readonly double perWidth;
    private readonly double largest;

    private SingleRingCut(SingleRingVariant variant, double[] centres, double[] thresholds)
    {
        Variant = variant;
        this.centres = centres;
        this.thresholds = thresholds;
        perWidth = (centres.Length - 1) / (centres[^1] - centres[0]);
        largest = thresholds.Max();
    }

    /// <summary>The measure used.</summary>
    public SingleRingVariant Variant { get; }

    /// <summary>The published table.</summary>
    public static string FileIn(string dataDirectory) => Path.Combine(dataDirectory, "miniboone", "efficiency", "kelly_kopp_r_cuts.csv");

    /// <summary>Reads the thresholds of a variant.</summary>
    /// <param name="dataDirectory">Umbriel's data folder.</param>
    /// <param name="variant">Which measure.</param>
    /// <exception cref="UserErrorException">The table is missing or damaged.</exception>
    public static SingleRingCut Load(string dataDirectory, SingleRingVariant variant)
    {
        string path = FileIn(dataDirectory);
        CsvTable table = CsvTable.Read(path);
        double[] low = table.Column("Evis_low_GeV");
        double[] high = table.Column("Evis_high_GeV");
        string column = variant switch
        {
            SingleRingVariant.Circle1 => "rCircle1_1C100S",
            SingleRingVariant.Circle0 => "rCircle0_1C100S",
            _ => "rDiag_1C100S",
        };
        double[] thresholds = table.Column(column);
        double[] centres = new double[low.Length];
        for (int i = 0; i < low.Length; i++)
        {
            centres[i] = low[i] + (0.5 * (high[i] - low[i]));
            if (high[i] <= low[i] || (i > 0 && centres[i] <= centres[i - 1]))
            {
                throw new UserErrorException(table.LocationOf(i), "Evis_high_GeV", $"a bin from {low[i]} to {high[i]}", "bins in ascending order");
            }

            if (thresholds[i] <= 0.0)
            {
                throw new UserErrorException(table.LocationOf(i), column, $"{thresholds[i]}", "a number above zero");
            }
        }

        return centres.Length >= 2
            ? new SingleRingCut(variant, centres, thresholds)
            : throw new UserErrorException(path, null, $"{centres.Length} rows", "at least two");
    }

    /// <summary>The measure r of a pair, see <see cref="SingleRingVariant"/>.</summary>
    /// <param name="cosOpening">Cosine of the opening angle.</param>
    /// <param name="largerShare">Larger of the two energies divided by their sum.</param>
    public double Measure(double cosOpening, double largerShare)
    {
        double apart = 0.5 * (1.0 - cosOpening);
        double together = 0.5 * (1.0 + cosOpening);
        return Variant switch
        {
            SingleRingVariant.Circle1 => Math.Sqrt((apart * apart) + ((1.0 - largerShare) * (1.0 - largerShare))),
            SingleRingVariant.Circle0 => Math.Sqrt((together * together) + (largerShare * largerShare)),
            _ => 1.0 - (0.5 * (together + largerShare)),
        };
    }

    /// <summary>The threshold on r.</summary>
    /// <param name="totalEnergy">Sum of the two total energies, GeV.</param>
    public double Threshold(double totalEnergy)
    {
        if (!(totalEnergy > centres[0]))
        {
            return thresholds[0];
        }

        if (totalEnergy >= centres[^1])
        {
            return thresholds[^1];
        }

        // The published bins are of equal width: the guess is right but for rounding.
        int above = Math.Clamp(1 + (int)((totalEnergy - centres[0]) * perWidth), 1, centres.Length - 1);
        while (totalEnergy < centres[above - 1])
        {
            above--;
        }

        while (totalEnergy > centres[above])
        {
            above++;
        }

        double share = (totalEnergy - centres[above - 1]) / (centres[above] - centres[above - 1]);
        return thresholds[above - 1] + (share * (thresholds[above] - thresholds[above - 1]));
    }

    /// <summary>Whether a pair is taken for one ring. False when an argument is not a number.</summary>
    /// <param name="cosOpening">Cosine of the opening angle.</param>
    /// <param name="largerShare">Larger of the two energies divided by their sum.</param>
    /// <param name="totalEnergy">Sum of the two total energies, GeV.</param>
    public bool Passes(double cosOpening, double largerShare, double totalEnergy)
    {
        double r = Measure(cosOpening, largerShare);
        return Variant == SingleRingVariant.Circle0 ? r > Threshold(totalEnergy) : r < largest && r < Threshold(totalEnergy);
    }
}
