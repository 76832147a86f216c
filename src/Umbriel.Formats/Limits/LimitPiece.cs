namespace Umbriel.Formats.Limits;

/// <summary>An upper limit on |U_μ4|² over one interval of mass: straight lines between its points in log(mass), log(|U|²).</summary>
/// <param name="MassGeV">Masses of the dark neutrino (GeV), from low to high; two equal masses in a row are a vertical step.</param>
/// <param name="U2">Upper limit on |U_μ4|² at each mass, above 0 and below 1.</param>
public sealed record LimitPiece(IReadOnlyList<double> MassGeV, IReadOnlyList<double> U2)
{
    /// <summary>The limit at <paramref name="mass"/> (GeV); null outside. On a vertical step, the stronger of the two values.</summary>
    public double? At(double mass)
    {
        if (!(mass >= MassGeV[0] && mass <= MassGeV[^1]))
        {
            return null;
        }

        double best = double.PositiveInfinity;
        for (int i = 1; i < MassGeV.Count && MassGeV[i - 1] <= mass; i++)
        {
            if (mass <= MassGeV[i])
            {
                best = Math.Min(best, Within(i, mass));
            }
        }

        return best;
    }

    // The value on the segment that ends at point i; on a vertical one its stronger end.
    private double Within(int i, double mass)
    {
        if (MassGeV[i] == MassGeV[i - 1])
        {
            return Math.Min(U2[i], U2[i - 1]);
        }

        double share = Math.Log(mass / MassGeV[i - 1]) / Math.Log(MassGeV[i] / MassGeV[i - 1]);
        return U2[i - 1] * Math.Pow(U2[i] / U2[i - 1], share);
    }
}
