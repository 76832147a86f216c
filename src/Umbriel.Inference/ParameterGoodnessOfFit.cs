using MathNet.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// Whether two experiments agree on the parameters of one plane: the parameter goodness of fit of M. Maltoni and
/// T. Schwetz, Phys. Rev. D 68 (2003) 033020 (hep-ph/0304176),
/// χ²_PG = min(χ²₁ + χ²₂) - min χ²₁ - min χ²₂, each minimum over the plane and the background alone. Only what each
/// experiment says about the parameters enters, not how well it is fitted at its own best point.
/// </summary>
/// <remarks>
/// Degrees of freedom are Σ P_r - P, where P_r is how many parameters experiment r measures and P how many both together
/// do: the rank of its signal's derivatives (<see cref="SignalRank"/>). An experiment whose signal keeps one shape over the
/// plane measures a strength and nothing else. The p-value takes Wilks' theorem for granted: Gaussian behaviour near the
/// minima, inside the plane. Where a minimum is the background alone the coupling is at its boundary, so that χ²_PG
/// fluctuates less than χ² with as many degrees of freedom and the p-value is too large, that is, kind to the model.
/// Correlations between the experiments (flux, cross section) are left out.
/// </remarks>
/// <param name="ChiSquare">χ²_PG ≥ 0.</param>
/// <param name="DegreesOfFreedom">Σ P_r - P ≥ 0; zero where the experiments measure different things and cannot disagree.</param>
/// <param name="JointBestFit">Where the sum is lowest; its χ² is that of both experiments together.</param>
/// <param name="First">Part of χ²_PG of the first experiment: its Δχ² at the joint best fit, ≥ 0.</param>
/// <param name="Second">Part of the second experiment, ≥ 0.</param>
public sealed record ParameterGoodnessOfFit(double ChiSquare, int DegreesOfFreedom, BestFit JointBestFit, double First, double Second)
{
    /// <summary>Probability of a larger χ²_PG if the model holds. Check: 3.84146 with one degree of freedom and 5.99146 with two give 0.05.</summary>
    public double PValue => DegreesOfFreedom == 0 || ChiSquare <= 0.0 ? 1.0 : SpecialFunctions.GammaUpperRegularized(0.5 * DegreesOfFreedom, 0.5 * ChiSquare);

    /// <summary>True when no point of the plane describes both better than having no signal at all.</summary>
    public bool PrefersBackground => JointBestFit.Mass is null;

    /// <summary>Compares two planes on the same axes; costs about 3000 evaluations of each experiment.</summary>
    /// <param name="first">One experiment.</param>
    /// <param name="second">The other.</param>
    /// <param name="degreesOfFreedom">Σ P_r - P.</param>
    /// <param name="cancel">Stops between evaluations.</param>
    /// <exception cref="ArgumentException">When the axes differ.</exception>
    public static ParameterGoodnessOfFit Compute(ChiSquarePlane first, ChiSquarePlane second, int degreesOfFreedom, CancellationToken cancel = default)
    {
        RequireSameAxes(first, second);
        double[] sum = first.Values.ToArray();
        for (int k = 0; k < sum.Length; k++)
        {
            sum[k] += second.Values[k];
        }

        BestFit joint = PlaneMinimum.Find(
            first.Masses,
            first.Couplings,
            sum,
            (mass, u2) => first.At(mass, u2) + second.At(mass, u2),
            first.BackgroundOnly + second.BackgroundOnly,
            [first.BestFit, second.BestFit],
            first.Options(cancel));

        // A joint fit that stumbles on a better point of one experiment than its own search improves that one, too.
        double one = Math.Max(At(first, joint) - first.BestFit.ChiSquare, 0.0);
        double two = Math.Max(At(second, joint) - second.BestFit.ChiSquare, 0.0);
        return new ParameterGoodnessOfFit(one + two, degreesOfFreedom, joint, one, two);
    }

    internal static void RequireSameAxes(ChiSquarePlane first, ChiSquarePlane second)
    {
        if (!first.Masses.Matches(second.Masses) || !first.Couplings.Matches(second.Couplings))
        {
            throw new ArgumentException("different masses or couplings; expected the same axes for both experiments");
        }
    }

    private static double At(ChiSquarePlane plane, BestFit point) => point.Mass is { } mass ? plane.At(mass, point.U2) : plane.BackgroundOnly;
}
