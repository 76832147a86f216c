using System.Globalization;
using System.Text;
using Umbriel.Cli.Search;
using Umbriel.Inference;
using Umbriel.Cards;
using Umbriel.Experiments.MiniBooNE;

namespace Umbriel.Cli.MiniBooNE;

/// <summary>What MicroBooNE's data say of MiniBooNE's region at one scenario and Z' mass.</summary>
/// <param name="MiniBooNE">The region.</param>
/// <param name="Verdict">How much of it is excluded, and whether the two experiments agree.</param>
internal sealed record Comparison(MiniBooNEPlane MiniBooNE, RegionComparison Verdict)
{
    public const string FileName = "verdict.csv";

    /// <summary>Compares a search with the regions of its planes, in the same order.</summary>
    public static IReadOnlyList<Comparison> Compute(SearchResult result, IReadOnlyList<MiniBooNEPlane> planes, Func<string, string, long, IProgress<long>> progress, int threads, CancellationToken cancellation)
    {
        IProgress<long> done = progress("comparison with MiniBooNE", "planes", planes.Count);
        List<Comparison> comparisons = [];
        foreach ((PlaneResult search, MiniBooNEPlane plane) in result.Planes.Zip(planes))
        {
            ChiSquarePlane excluding = ChiSquarePlane.Compute(
                plane.ChiSquare.Masses,
                plane.ChiSquare.Couplings,
                (mass, u2) => result.Fit.ChiSquare(search.Signal.At(mass, u2)),
                result.Fit.BackgroundOnly,
                threads,
                cancellation);
            comparisons.Add(new Comparison(plane, RegionComparison.Compute(plane.ChiSquare, MiniBooNEPlane.Drawn, excluding, cancel: cancellation)));
            done.Report(1);
        }

        return comparisons;
    }

    /// <summary>One row per plane; fractions are empty where there is no region.</summary>
    public static string ToCsv(IEnumerable<Comparison> comparisons)
    {
        StringBuilder text = new(
            $"{MiniBooNETables.Plane},level,excluded_area,excluded_weighted,covers,tolerant_mass_GeV,tolerant_U2,tolerant_dchi2,"
            + "pg_chi2,pg_dof,pg_p,joint_mass_GeV,joint_U2,joint_chi2\n");
        foreach (Comparison c in comparisons)
        {
            RegionComparison v = c.Verdict;
            ParameterGoodnessOfFit pg = v.Compatibility;
            text.Append(CultureInfo.InvariantCulture, $"{MiniBooNETables.Start(c.MiniBooNE)},{v.Allowed.Probability:R},");
            text.Append(CultureInfo.InvariantCulture, $"{v.ExcludedArea:G6},{v.ExcludedWeighted:G6},{(v.Covers ? "true" : "false")},{v.MostTolerantPoint?.Mass:G6},{v.MostTolerantPoint?.U2:G6},{v.MostTolerantPoint?.DeltaChiSquare:G6},");
            text.Append(CultureInfo.InvariantCulture, $"{pg.ChiSquare:G6},{ParameterGoodnessOfFit.DegreesOfFreedom},{pg.PValue:G6},{pg.JointBestFit.Mass:G6},{pg.JointBestFit.U2:G6},{pg.JointBestFit.ChiSquare:G6}\n");
        }

        return text.ToString();
    }
}
