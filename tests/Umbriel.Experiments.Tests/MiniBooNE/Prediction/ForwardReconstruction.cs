using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>
/// Resolution, cuts and efficiency written a second time from their description (arXiv:2308.02543, Kelly and Kopp's
/// table II, the data release of 2012), without any class of Umbriel.Experiments.MiniBooNE: rotations of vectors, tables walked through.
/// </summary>
internal sealed class ForwardReconstruction
{
    private const double Electron = 0.51099895e-3;
    private const double Proton = 0.93827208816;
    private const double Neutron = 0.93956542052;

    private readonly double[] ringCentre;
    private readonly double[] ringThreshold;
    private readonly double[] efficiencyCentre;
    private readonly double[] efficiency;
    private readonly double[] edges;
    private readonly bool keepClipped;

    public ForwardReconstruction(double[] edges, bool keepClipped = false)
    {
        string folder = Path.Combine(Reference.DataDirectory, "miniboone", "efficiency");
        CsvTable rings = CsvTable.Read(Path.Combine(folder, "kelly_kopp_r_cuts.csv"));
        ringCentre = [.. rings.Column("Evis_low_GeV").Zip(rings.Column("Evis_high_GeV"), (a, b) => (a + b) / 2.0)];
        ringThreshold = rings.Column("rCircle1_1C100S");
        CsvTable table = CsvTable.Read(Path.Combine(folder, "single_gamma_electron_efficiency_2012release.csv"));
        efficiencyCentre = [.. table.Column("E_generated_MeV").Select(e => e / 1000.0)];
        efficiency = table.Column("efficiency");
        this.edges = edges;
        this.keepClipped = keepClipped;
    }

    /// <summary>Smears a pair once and adds its weights to its bin, the last one outside all edges.</summary>
    public void Observe(ref RandomStream random, in FourVector electron, in FourVector positron, double weight, Span<double> legacy, Span<double> head)
    {
        (double e1, Vector v1) = Smear(ref random, electron);
        (double e2, Vector v2) = Smear(ref random, positron);
        double total = e1 + e2;
        bool clipped = e1 <= Electron || e2 <= Electron;
        if (clipped && !keepClipped)
        {
            return;
        }

        if (!clipped)
        {
            double apart = (1.0 - (v1.Dot(v2) / (v1.Length * v2.Length))) / 2.0;
            double share = 1.0 - (Math.Max(e1, e2) / total);
            if (Math.Sqrt((apart * apart) + (share * share)) >= RingThreshold(total))
            {
                return;
            }
        }

        double visible = total - (2.0 * Electron);
        Vector sum = v1 + v2;
        double cosine = sum.Length > 0.0 ? sum.Z / sum.Length : 1.0;
        double momentum = Math.Sqrt((visible * visible) - (Electron * Electron));
        double energy = ((Neutron * visible) - (((Neutron * Neutron) + (Electron * Electron) - (Proton * Proton)) / 2.0)) / (Neutron - visible + (momentum * cosine));
        int bin = Counts.Bins - 1;
        for (int b = 0; b < edges.Length - 1; b++)
        {
            bin = energy >= edges[b] && energy < edges[b + 1] ? b : bin;
        }

        double share2012 = Efficiency(visible);
        head[bin] += weight * share2012 / 0.55;
        legacy[bin] += visible > 0.14 && visible < 3.0 ? weight * share2012 : 0.0;
    }

    /// <summary>
    /// Gaussian kinetic energy, cut off at zero; the direction tilted by a Gaussian angle about a random axis, of which the polar
    /// angle is kept and the azimuth undone.
    /// </summary>
    private static (double Energy, Vector Momentum) Smear(ref RandomStream random, in FourVector lepton)
    {
        double kinetic = lepton.E - Electron + (((0.12 * Math.Sqrt(lepton.E)) + 0.01) * Normal(ref random));
        double tilt = (Math.Log(1.0 / lepton.E) + 2.7) * Math.PI / 180.0 * Normal(ref random);
        Vector along = Vector.Of(lepton).Unit;
        Vector side = along.Turned(random.NextDouble(), Math.PI / 2.0);
        Vector tilted = (Math.Cos(tilt) * along) + (Math.Sin(tilt) * side);
        if (kinetic <= 0.0)
        {
            return (Electron, default);
        }

        double polar = Math.Acos(Math.Clamp(tilted.Z, -1.0, 1.0));
        double azimuth = Math.Atan2(along.Y, along.X);
        double momentum = Math.Sqrt(Math.Pow(kinetic + Electron, 2.0) - (Electron * Electron));
        return (kinetic + Electron, momentum * new Vector(Math.Sin(polar) * Math.Cos(azimuth), Math.Sin(polar) * Math.Sin(azimuth), Math.Cos(polar)));
    }

    /// <summary>Marsaglia's polar method, one of the two numbers.</summary>
    private static double Normal(ref RandomStream random)
    {
        while (true)
        {
            double x = (2.0 * random.NextDouble()) - 1.0;
            double y = (2.0 * random.NextDouble()) - 1.0;
            double s = (x * x) + (y * y);
            if (s is > 0.0 and < 1.0)
            {
                return x * Math.Sqrt(-2.0 * Math.Log(s) / s);
            }
        }
    }

    private double RingThreshold(double total)
    {
        int last = ringCentre.Length - 1;
        if (total <= ringCentre[0] || total >= ringCentre[last])
        {
            return total <= ringCentre[0] ? ringThreshold[0] : ringThreshold[last];
        }

        int i = 0;
        while (ringCentre[i + 1] < total)
        {
            i++;
        }

        double f = (total - ringCentre[i]) / (ringCentre[i + 1] - ringCentre[i]);
        return ((1.0 - f) * ringThreshold[i]) + (f * ringThreshold[i + 1]);
    }

    private double Efficiency(double visible)
    {
        int nearest = 0;
        for (int i = 1; i < efficiency.Length; i++)
        {
            nearest = Math.Abs(efficiencyCentre[i] - visible) < Math.Abs(efficiencyCentre[nearest] - visible) ? i : nearest;
        }

        return efficiency[nearest];
    }
}
