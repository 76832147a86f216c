using System.Globalization;
using System.Text;
using Umbriel.Cards;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Inference;
using Umbriel.Scan;
using Umbriel.Systematics;

namespace Umbriel.Reports.MiniBooNE;

/// <summary>Regions, best fits and nodes as tables; |U|² is |U_μ4|² (single) or |U_μ5|² (dual) in the card's normalisation.</summary>
internal static class MiniBooNETables
{
    public const string RegionsFile = "regions.csv";
    public const string BestFitsFile = "bestfits.csv";
    public const string VerdictsFile = "verdict.csv";
    public const string PointsFile = "points.csv";

    /// <summary>Names of the columns that <see cref="Start"/> fills.</summary>
    public const string Plane = "scenario,release,mode,mzprime_GeV";

    /// <summary>One row per mass and interval of |U|² inside the region of a level; an interval that leaves the scan ends at its border.</summary>
    public static string Regions(IEnumerable<PreferredPlane<MiniBooNEAnalysis>> planes)
    {
        StringBuilder text = new($"{Plane},mass_GeV,level,U2_low,U2_high\n");
        foreach (PreferredPlane<MiniBooNEAnalysis> plane in planes)
        {
            string start = Start(plane);
            foreach (ConfidenceLevel level in RegionLevels.All)
            {
                for (int i = 0; i < plane.ChiSquare.Masses.Count; i++)
                {
                    foreach (CouplingInterval interval in plane.ChiSquare.Intervals(i, level))
                    {
                        text.Append(CultureInfo.InvariantCulture, $"{start},{plane.ChiSquare.Masses.Values[i]:R},{level.Probability:R},{interval.U2Low:R},{interval.U2High:R}\n");
                    }
                }
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// One row per plane. <c>vertex2</c> is (g_D |V|)² of the scattering, which published scans of other normalisations
    /// have as their axis; mass and |U|² are empty where no signal improves on the background. <c>preference</c> says whether
    /// the drawn level's region excludes the background alone, the last two which borders of the scan that region and the
    /// best fit touch, with a + between them.
    /// </summary>
    public static string BestFits(Card card, IEnumerable<PreferredPlane<MiniBooNEAnalysis>> planes)
    {
        StringBuilder text = new($"{Plane},mass_GeV,U2,vertex2,chi2,chi2_background,bins,selected,preference,region_edges,best_fit_edges\n");
        foreach (PreferredPlane<MiniBooNEAnalysis> plane in planes)
        {
            BestFit best = plane.ChiSquare.BestFit;
            PlaneFlags flags = PlaneFlags.Of(plane.ChiSquare);
            string point = best.Mass is { } mass
                ? string.Create(CultureInfo.InvariantCulture, $"{mass:R},{best.U2:R},{VertexSquared(card, plane, mass, best.U2):R}")
                : ",0,0";
            double selected = best.Mass is { } at ? MiniBooNETables.Selected(plane, at, best.U2) : 0.0;
            text.Append(CultureInfo.InvariantCulture, $"{Start(plane)},{point},{best.ChiSquare:R},{plane.Analysis.Fit.BackgroundOnly:R},{plane.Analysis.Fit.DegreesOfFreedomBins},{selected:R},");
            text.Append(CultureInfo.InvariantCulture, $"{(flags.Preference ? "true" : "false")},{Edges(flags.Region)},{Edges(flags.BestFit)}\n");
        }

        return text.ToString();
    }

    /// <summary>Every node of the scan.</summary>
    public static string Points(IEnumerable<PreferredPlane<MiniBooNEAnalysis>> planes)
    {
        StringBuilder text = new($"{Plane},mass_GeV,U2,chi2,selected\n");
        foreach (PreferredPlane<MiniBooNEAnalysis> plane in planes)
        {
            string start = Start(plane);
            for (int i = 0; i < plane.ChiSquare.Masses.Count; i++)
            {
                double mass = plane.ChiSquare.Masses.Values[i];
                for (int j = 0; j < plane.ChiSquare.Couplings.Count; j++)
                {
                    double u2 = plane.ChiSquare.Couplings.Values[j];
                    text.Append(CultureInfo.InvariantCulture, $"{start},{mass:R},{u2:R},{plane.ChiSquare[i, j]:G9},{MiniBooNETables.Selected(plane, mass, u2):G9}\n");
                }
            }
        }

        return text.ToString();
    }

    /// <summary>(g_D |V|)² of the scattering at a point of a plane.</summary>
    public static double VertexSquared(Card card, PreferredPlane<MiniBooNEAnalysis> plane, double mass, double u2)
    {
        double vertex = Couplings.From(ScanPoints.Point(card, plane.Scenario, plane.MZPrime, mass).WithMixingSquared(u2)).ProductionVertex;
        return vertex * vertex;
    }

    /// <summary>Expected selected events at a point of a plane.</summary>
    public static double Selected(PreferredPlane<MiniBooNEAnalysis> plane, double mass, double u2) => plane.Analysis.Selected(plane.Signal.Predicted(mass, u2));

    /// <summary>One row per plane and scaling of the background's error: how much of its region MicroBooNE excludes; fractions are empty where nothing is preferred.</summary>
    public static string Verdicts(IEnumerable<(BackgroundScaling Scaling, PlaneComparison<MiniBooNEAnalysis> Comparison)> comparisons)
    {
        StringBuilder text = new(
            $"{Plane},level,excluded_area,excluded_weighted,covers,tolerant_mass_GeV,tolerant_U2,tolerant_dchi2,"
            + "pg_chi2,pg_dof,pg_p,joint_mass_GeV,joint_U2,joint_chi2,background_scaling\n");
        foreach ((BackgroundScaling scaling, PlaneComparison<MiniBooNEAnalysis> c) in comparisons)
        {
            RegionComparison v = c.Verdict;
            ParameterGoodnessOfFit pg = v.Compatibility;
            text.Append(CultureInfo.InvariantCulture, $"{Start(c.Preferred)},{v.Allowed.Probability:R},");
            text.Append(CultureInfo.InvariantCulture, $"{v.ExcludedArea:G6},{v.ExcludedWeighted:G6},{(v.Covers ? "true" : "false")},{v.MostTolerantPoint?.Mass:G6},{v.MostTolerantPoint?.U2:G6},{v.MostTolerantPoint?.DeltaChiSquare:G6},");
            text.Append(CultureInfo.InvariantCulture, $"{pg.ChiSquare:G6},{pg.DegreesOfFreedom},{pg.PValue:G6},{pg.JointBestFit.Mass:G6},{pg.JointBestFit.U2:G6},{pg.JointBestFit.ChiSquare:G6},{BackgroundScalings.Name(scaling)}\n");
        }

        return text.ToString();
    }

    private static string Edges(PlaneEdges edges) => string.Join('+', edges.Names());

    /// <summary>Scenario, data set and Z' mass as cells.</summary>
    public static string Start(PreferredPlane<MiniBooNEAnalysis> plane) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Scenarios.Name(plane.Scenario)},{MiniBooNEDataReleases.Name(plane.Analysis.Fit.Release.Which)},{BeamModes.Name(plane.Analysis.Fit.Mode)},{plane.MZPrime:R}");
}
