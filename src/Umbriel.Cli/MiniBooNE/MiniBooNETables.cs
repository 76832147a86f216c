using System.Globalization;
using System.Text;
using Umbriel.Cli.Search;
using Umbriel.DarkSector;
using Umbriel.Inference;
using Umbriel.Cards;
using Umbriel.Experiments.MiniBooNE;

namespace Umbriel.Cli.MiniBooNE;

/// <summary>Regions, best fits and nodes as tables; |U|² is |U_μ4|² (single) or |U_μ5|² (dual) in the card's normalisation.</summary>
internal static class MiniBooNETables
{
    public const string RegionsFile = "regions.csv";
    public const string BestFitsFile = "bestfits.csv";
    public const string PointsFile = "points.csv";

    /// <summary>Names of the columns that <see cref="Start"/> fills.</summary>
    public const string Plane = "scenario,release,mode,mzprime_GeV";

    /// <summary>One row per mass and interval of |U|² inside the region of a level; an interval that leaves the scan ends at its border.</summary>
    public static string Regions(IEnumerable<MiniBooNEPlane> planes)
    {
        StringBuilder text = new($"{Plane},mass_GeV,level,U2_low,U2_high\n");
        foreach (MiniBooNEPlane plane in planes)
        {
            string start = Start(plane);
            foreach (ConfidenceLevel level in MiniBooNEPlane.Levels)
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
    /// have as their axis; mass and |U|² are empty where no signal improves on the background.
    /// </summary>
    public static string BestFits(Card card, IEnumerable<MiniBooNEPlane> planes)
    {
        StringBuilder text = new($"{Plane},mass_GeV,U2,vertex2,chi2,chi2_background,bins,selected\n");
        foreach (MiniBooNEPlane plane in planes)
        {
            BestFit best = plane.ChiSquare.BestFit;
            string point = best.Mass is { } mass
                ? string.Create(CultureInfo.InvariantCulture, $"{mass:R},{best.U2:R},{VertexSquared(card, plane, mass, best.U2):R}")
                : ",0,0";
            double selected = best.Mass is { } at ? plane.Signal.Selected(at, best.U2) : 0.0;
            text.Append(CultureInfo.InvariantCulture, $"{Start(plane)},{point},{best.ChiSquare:R},{plane.Fit.BackgroundOnly:R},{plane.Fit.DegreesOfFreedomBins},{selected:R}\n");
        }

        return text.ToString();
    }

    /// <summary>Every node of the scan.</summary>
    public static string Points(IEnumerable<MiniBooNEPlane> planes)
    {
        StringBuilder text = new($"{Plane},mass_GeV,U2,chi2,selected\n");
        foreach (MiniBooNEPlane plane in planes)
        {
            string start = Start(plane);
            for (int i = 0; i < plane.ChiSquare.Masses.Count; i++)
            {
                double mass = plane.ChiSquare.Masses.Values[i];
                for (int j = 0; j < plane.ChiSquare.Couplings.Count; j++)
                {
                    double u2 = plane.ChiSquare.Couplings.Values[j];
                    text.Append(CultureInfo.InvariantCulture, $"{start},{mass:R},{u2:R},{plane.ChiSquare[i, j]:G9},{plane.Signal.Selected(mass, u2):G9}\n");
                }
            }
        }

        return text.ToString();
    }

    /// <summary>(g_D |V|)² of the scattering at a point of a plane.</summary>
    public static double VertexSquared(Card card, MiniBooNEPlane plane, double mass, double u2)
    {
        double vertex = Couplings.From(ScanPoints.Point(card, plane.Scenario, plane.MZPrime, mass).WithMixingSquared(u2)).ProductionVertex;
        return vertex * vertex;
    }

    /// <summary>Scenario, data set and Z' mass as cells.</summary>
    public static string Start(MiniBooNEPlane plane) => string.Create(
        CultureInfo.InvariantCulture,
        $"{SearchTables.Word(plane.Scenario)},{MiniBooNEDataReleases.Name(plane.Fit.Release.Which)},{BeamModes.Name(plane.Fit.Mode)},{plane.MZPrime:R}");
}
