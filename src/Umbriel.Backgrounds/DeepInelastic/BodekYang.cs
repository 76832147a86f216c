using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.DeepInelastic;

/// <summary>
/// Structure functions of A. Bodek and U. K. Yang (hep-ph/0411202): leading-order GRV98 densities at the scaling variable
/// x_w = (Q² + B)/(Mν (1 + √(1 + Q²/ν²)) + A), with the d/u correction of Yang and Bodek (PRL 82 (1999) 2467), and factors
/// that make them vanish with Q²: (1 − G_D²)(Q² + C_v2)/(Q² + C_v1) for valence, Q²/(Q² + C_s) for sea quarks. Strange
/// quarks have the d sea's. The relations of F1 and F5 to F2 use Bjorken's x. No transitions to charm. Immutable.
/// </summary>
public sealed class BodekYang
{
    private const double LowestQ2 = 0.8;
    private const double DipoleMass2 = 0.71;
    private const double ValenceDown1 = 0.202;
    private const double ValenceDown2 = 0.255;
    private const double SeaUp = 0.363;
    private const double SeaDown = 0.621;

    private readonly PartonDensities densities;
    private readonly InelasticParameters parameters;

    /// <summary>Takes the densities and the parameters.</summary>
    /// <param name="densities">The densities.</param>
    /// <param name="parameters">The parameters.</param>
    public BodekYang(PartonDensities densities, InelasticParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(densities);
        ArgumentNullException.ThrowIfNull(parameters);
        this.densities = densities;
        this.parameters = parameters;
    }

    /// <summary>The structure functions.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="massNumber">A of the nucleus it is in; 1 for a free nucleon.</param>
    /// <param name="nu">Energy transfer ν, GeV.</param>
    /// <param name="q2">Q², GeV².</param>
    public StructureFunctions At(WeakCurrent current, int neutrino, Nucleon nucleon, int massNumber, double nu, double q2)
    {
        double x = q2 / (2.0 * nucleon.Mass() * nu);
        Partons partons = Effective(massNumber, nu, q2, x);
        (double upValence, double downValence, double upSea, double downSea) = nucleon == Nucleon.Proton
            ? (partons.UpValence, partons.DownValence, partons.UpSea, partons.DownSea)
            : (partons.DownValence, partons.UpValence, partons.DownSea, partons.UpSea);
        double quarks;
        double antiquarks;
        double f2;
        double xf3;
        if (current == WeakCurrent.Charged)
        {
            double ud = parameters.Vud * parameters.Vud;
            double us = parameters.Vus * parameters.Vus;
            if (neutrino > 0)
            {
                quarks = ((downValence + downSea) * ud) + (partons.Strange * us);
                antiquarks = upSea * (ud + us);
            }
            else
            {
                quarks = (upValence + upSea) * (ud + us);
                antiquarks = (downSea * ud) + (partons.Strange * us);
            }

            f2 = 2.0 * (quarks + antiquarks);
            xf3 = 2.0 * (quarks - antiquarks);
        }
        else
        {
            double up = parameters.SinSquaredWeakAngle * 2.0 / 3.0;
            double down = parameters.SinSquaredWeakAngle / 3.0;
            double upLeft = 0.5 - up;
            double downLeft = down - 0.5;
            double upSquares = (upLeft * upLeft) + (up * up);
            double downSquares = (downLeft * downLeft) + (down * down);

            // g_V² + g_A² = 2(g_L² + g_R²), g_V g_A = g_L² − g_R².
            f2 = 2.0 * (((upValence + (2.0 * upSea)) * upSquares) + ((downValence + (2.0 * downSea) + (2.0 * partons.Strange)) * downSquares));
            xf3 = 2.0 * ((upValence * ((upLeft * upLeft) - (up * up))) + (downValence * ((downLeft * downLeft) - (down * down))));
        }

        double mass2 = nucleon.Mass() * nucleon.Mass();
        double f1 = f2 * (1.0 + (4.0 * mass2 * x * x / Math.Max(q2, LowestQ2))) / (1.0 + LongitudinalRatio.At(x, q2)) / (2.0 * x);
        return new StructureFunctions(f1, f2, xf3 / x, f2 / x);
    }

    /// <summary>The proton's densities with all factors.</summary>
    private Partons Effective(int massNumber, double nu, double q2, double x)
    {
        double scaling = (q2 + parameters.HigherTwistB) / ((PhysicalConstants.MassProton * nu * (1.0 + Math.Sqrt(1.0 + (q2 / (nu * nu))))) + parameters.HigherTwistA);
        scaling = Math.Min(scaling, 1.0);
        Partons free = densities.At(scaling, Math.Max(q2, LowestQ2));
        double correction = -0.00817 + (scaling * (0.0506 + (scaling * 0.0798)));
        (double upValence, double downValence) = Tilt(free.UpValence, free.DownValence, correction);
        (double upSea, double downSea) = Tilt(free.UpSea, free.DownSea, correction);
        double dipole = 1.0 + (q2 / DipoleMass2);
        dipole *= dipole;
        double valence = 1.0 - (1.0 / (dipole * dipole));
        double nuclear = NuclearFactor.At(massNumber, x);
        double downSeaFactor = nuclear * q2 / (q2 + SeaDown);
        return new Partons(
            upValence * nuclear * valence * (q2 + parameters.ValenceUp2) / (q2 + parameters.ValenceUp1),
            downValence * nuclear * valence * (q2 + ValenceDown2) / (q2 + ValenceDown1),
            upSea * nuclear * q2 / (q2 + SeaUp),
            downSea * downSeaFactor,
            free.Strange * downSeaFactor);
    }

    /// <summary>Moves a share from u to d at constant sum.</summary>
    private static (double Up, double Down) Tilt(double up, double down, double correction)
    {
        double sum = up + down;
        if (sum == 0.0)
        {
            return (up, down);
        }

        double norm = 1.0 / (1.0 + (correction * up / sum));
        return (up * norm, (down + (correction * up)) * norm);
    }
}
