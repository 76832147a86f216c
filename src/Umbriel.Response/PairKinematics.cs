using Umbriel.Core;

namespace Umbriel.Response;

/// <summary>The true variables of an e+e- pair that the published efficiencies are given in.</summary>
/// <param name="Energy">E_ee = E₊ + E₋, GeV.</param>
/// <param name="Theta">Angle of the pair's momentum to the beam axis, degrees.</param>
/// <param name="OpeningAngle">Angle between the two, degrees.</param>
/// <param name="Asymmetry">|E₊ − E₋| / (E₊ + E₋).</param>
/// <param name="LeadingTheta">Angle of the more energetic of the two to the beam axis, degrees.</param>
public readonly record struct PairKinematics(double Energy, double Theta, double OpeningAngle, double Asymmetry, double LeadingTheta)
{
    private const double Degrees = 180.0 / Math.PI;

    /// <summary>Computes the variables of one pair.</summary>
    public static PairKinematics Of(in FourVector electron, in FourVector positron)
    {
        FourVector pair = electron + positron;
        FourVector leading = electron.E > positron.E ? electron : positron;
        return new PairKinematics(
            pair.E,
            Degrees * PolarAngle(pair),
            Degrees * FourVector.AngleBetween(electron, positron),
            Math.Abs(electron.E - positron.E) / pair.E,
            Degrees * PolarAngle(leading));
    }

    private static double PolarAngle(in FourVector v) => Math.Atan2(Math.Sqrt((v.X * v.X) + (v.Y * v.Y)), v.Z);
}
