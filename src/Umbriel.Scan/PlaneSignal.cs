using Umbriel.Experiments;
using Umbriel.Inference;

namespace Umbriel.Scan;

/// <summary>The signal of one analysis over a plane of mass and |U|².</summary>
/// <param name="analysis">The analysis.</param>
/// <param name="planes">Its predictions over the plane, in its order.</param>
public sealed class PlaneSignal(IAnalysis analysis, IReadOnlyList<SignalPlane> planes)
{
    /// <summary>Expected events in the fitted bins.</summary>
    /// <param name="mass">Mass of the upscattered neutrino, GeV.</param>
    /// <param name="u2">|U|².</param>
    public double[] At(double mass, double u2) => analysis.Bins(Predicted(mass, u2));

    /// <summary>Expected events of each of the analysis's predictions.</summary>
    /// <param name="mass">Mass of the upscattered neutrino, GeV.</param>
    /// <param name="u2">|U|².</param>
    public double[][] Predicted(double mass, double u2)
    {
        double[][] predicted = new double[planes.Count][];
        for (int i = 0; i < predicted.Length; i++)
        {
            predicted[i] = planes[i].At(mass, u2);
        }

        return predicted;
    }

    /// <summary>χ² of a point.</summary>
    /// <param name="mass">Mass of the upscattered neutrino, GeV.</param>
    /// <param name="u2">|U|².</param>
    public double ChiSquare(double mass, double u2) => analysis.Likelihood.ChiSquare(At(mass, u2));

    /// <summary>χ² over the plane.</summary>
    /// <param name="masses">Masses, GeV.</param>
    /// <param name="couplings">|U|².</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="cancellation">Stops between points.</param>
    public ChiSquarePlane Plane(ScanAxis masses, ScanAxis couplings, int threads, CancellationToken cancellation) =>
        ChiSquarePlane.Compute(masses, couplings, ChiSquare, analysis.Likelihood.BackgroundOnly, threads, cancellation);
}
