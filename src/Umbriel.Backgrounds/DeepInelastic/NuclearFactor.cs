namespace Umbriel.Backgrounds.DeepInelastic;

/// <summary>
/// Parton densities in a nucleus over those of the free nucleon, as Bodek and Yang use them (hep-ph/0411202, after SLAC and
/// NMC): deuteron over free nucleon, and for heavier nuclei iron over deuteron, for any A.
/// Check: 0.9846 at x = 0.3 in argon.
/// </summary>
public static class NuclearFactor
{
    private const double HighestX = 0.75;

    /// <summary>The factor.</summary>
    /// <param name="massNumber">A; 1 for a free nucleon.</param>
    /// <param name="x">Bjorken x; above 0.75 its value there.</param>
    public static double At(int massNumber, double x)
    {
        if (massNumber < 2)
        {
            return 1.0;
        }

        double c = Math.Min(x, HighestX);
        double deuteron = 0.985 * (1.0 + (c * (0.422 + (c * (-2.745 + (c * (7.570 + (c * (-10.335 + (c * 5.422))))))))));
        return massNumber == 2
            ? deuteron
            : deuteron * (1.096 - (0.364 * c) - (0.278 * Math.Exp(-21.94 * c)) + (2.722 * Math.Pow(c, 14.417)));
    }
}
