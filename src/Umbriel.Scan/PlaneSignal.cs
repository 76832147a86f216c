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

    /// <summary>χ² of a point against a likelihood of the analysis's bins; null where there is none.</summary>
    /// <param name="likelihood">The likelihood.</param>
    /// <param name="mass">Mass of the upscattered neutrino, GeV.</param>
    /// <param name="u2">|U|².</param>
    public double? ChiSquare(ILikelihood likelihood, double mass, double u2)
    {
        ArgumentNullException.ThrowIfNull(likelihood);
        return likelihood.TryChiSquare(At(mass, u2), out double value) ? value : null;
    }

    /// <summary>χ² over the plane.</summary>
    /// <param name="likelihood">The analysis's own likelihood, or another of its bins.</param>
    /// <param name="masses">Masses, GeV.</param>
    /// <param name="couplings">|U|².</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="cancellation">Stops between points.</param>
    public ChiSquarePlane Plane(ILikelihood likelihood, ScanAxis masses, ScanAxis couplings, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(likelihood);
        return ChiSquarePlane.Compute(masses, couplings, (mass, u2) => ChiSquare(likelihood, mass, u2), likelihood.BackgroundOnly, threads, cancellation);
    }
}
