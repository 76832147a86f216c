using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>One stored best fit against the program, and against the sign of the polarisation that made it.</summary>
/// <param name="Stored">The stored point.</param>
/// <param name="Ours">The program's prediction.</param>
/// <param name="AsStored">The same, or for a real Z' the forward simulation with the polarisation reversed.</param>
/// <param name="SoilShare">Share of the soil in <paramref name="Ours"/>.</param>
/// <param name="Exact">χ² of <paramref name="Ours"/>.</param>
/// <param name="ChiSquare">χ² of <paramref name="AsStored"/>.</param>
/// <param name="AtReleaseEdges">χ² of the program with the edges of the release, 1.25 GeV.</param>
internal sealed record StoredComparison(StoredPoint Stored, Counts Ours, Counts AsStored, double SoilShare, double Exact, double ChiSquare, double AtReleaseEdges)
{
    private static readonly MiniBooNEFit Fit = new(Reference.Release2020, BeamMode.Fhc);

    public bool IsOnShell => DarkNewsModel.IsOnShell(Stored.Point);

    public double Ctau => DecayWidths.Compute(Stored.Point).CtauParentCm;

    public double Ratio => Ours.Total / Stored.Total;

    public double RatioAsStored => AsStored.Total / Stored.Total;

    /// <summary>Share of the eleven bins' events that would have to change bins for equal shapes.</summary>
    public double ShapeDistance(Counts counts)
    {
        double[] a = counts.Spectrum;
        double[] b = Stored.Spectrum;
        return 0.5 * Enumerable.Range(0, a.Length).Sum(i => Math.Abs((a[i] / a.Sum()) - (b[i] / b.Sum())));
    }

    /// <summary>The <see cref="ShapeDistance"/> that the errors of our own sample would cause alone.</summary>
    public double OwnNoise => 0.5 * Math.Sqrt(2.0 / Math.PI) * Enumerable.Range(0, Counts.Bins - 1).Sum(b => AsStored[b].Error) / AsStored.Spectrum.Sum();

    public static StoredComparison Of(StoredPoint stored, int pairs, int events)
    {
        Counts ours = Both(stored.Point, Predictions.StoredEdges, pairs, out double soil);
        Counts asStored = ours;
        if (DarkNewsModel.IsOnShell(stored.Point))
        {
            asStored = ForwardSimulation.RunAll(stored.Point, new ForwardReconstruction(Predictions.StoredEdges), events, soil > 1e-6 ? events : 0, reversed: true).Legacy;
        }

        double atRelease = Fit.ChiSquare(Both(stored.Point, Reference.Release2020.EnergyEdges.ToArray(), pairs, out _).Spectrum);
        return new(stored, ours, asStored, soil, Fit.ChiSquare(ours.Spectrum), Fit.ChiSquare(asStored.Spectrum), atRelease);
    }

    private static Counts Both(DarkSectorParameters point, double[] edges, int pairs, out double soilShare)
    {
        ElectronLikeSelection selection = Predictions.Selection(EfficiencyConvention.Legacy, edges);
        Counts oil = Predictions.Region(point, DarkNewsModel.Settings, selection, EventOrigin.Tpc, pairs);
        Counts soil = Predictions.Region(point, DarkNewsModel.Settings, selection, EventOrigin.Soil, pairs);
        soilShare = soil.Total / (oil.Total + soil.Total);
        return oil + soil;
    }
}
