using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Backgrounds.Cascade;

/// <summary>
/// A hadron meets a nucleon of the Fermi gas and two come out. The one formula that both the tables of rates and the sampling of
/// collisions use, so that what is sampled has the rate that is tabulated.
/// </summary>
internal static class TwoBodyCollision
{
    /// <summary>Kinetic energy of a projectile on a nucleon at rest that gives the same energy in the centre of mass, GeV.</summary>
    /// <param name="square">Square of that energy, s.</param>
    /// <param name="projectile">Mass of the projectile.</param>
    /// <param name="target">Mass of the nucleon.</param>
    public static double Kinetic(double square, double projectile, double target) =>
        Math.Max(0.0, (square - ((projectile + target) * (projectile + target))) / (2.0 * target));

    /// <summary>Four-momentum of a nucleon inside, its energy counted from the bottom of the well.</summary>
    public static FourVector Bound(Nucleon nucleon, SpaceVector momentum)
    {
        double mass = nucleon.Mass();
        return new FourVector(Math.Sqrt(momentum.Dot(momentum) + (mass * mass)), momentum.X, momentum.Y, momentum.Z);
    }

    /// <summary>Relative velocity over the projectile's: √((P·p)² − m²M²) / (p E_target).</summary>
    public static double Flux(in FourVector projectile, double mass, in FourVector target, double targetMass)
    {
        double product = projectile.Dot(target);
        double square = (product * product) - (mass * mass * targetMass * targetMass);
        return Math.Sqrt(Math.Max(0.0, square) / ((projectile.E * projectile.E) - (mass * mass))) / target.E;
    }

    /// <summary>
    /// Cross section times relative flux of one configuration, fm²; zero where energy or Pauli's principle forbids it.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="medium">Where.</param>
    /// <param name="projectile">Four-momentum inside.</param>
    /// <param name="targetMomentum">Momentum of the nucleon.</param>
    /// <param name="u">Quantile of the scattering angle, 0 to 1.</param>
    /// <param name="turn">Azimuth, turns.</param>
    /// <param name="first">The hadron after, inside.</param>
    /// <param name="second">The nucleon after, inside.</param>
    public static double Evaluate(
        CollisionChannel channel, in LocalMedium medium, in FourVector projectile, SpaceVector targetMomentum, double u, double turn, out FourVector first, out FourVector second)
    {
        (first, second) = (default, default);
        double mass = channel.Projectile.Mass();
        double targetMass = channel.Target.Mass();
        FourVector target = Bound(channel.Target, targetMomentum);
        FourVector total = projectile + target;
        double square = total.MassSquared;
        double kinetic = Kinetic(square, mass, targetMass);
        double crossSection = channel.CrossSection(kinetic, medium.Density);
        double s = Math.Sqrt(square);
        double outMass = channel.Out.Mass();
        double leftMass = channel.Left.Mass();
        if (crossSection <= 0.0 || s <= outMass + leftMass)
        {
            return 0.0;
        }

        double cos = channel.Angles?.Cosine(kinetic, u) ?? ((2.0 * u) - 1.0);
        double sin = Math.Sqrt(Math.Max(0.0, 1.0 - (cos * cos)));
        Direction.Turn(turn, out double sinTurn, out double cosTurn);
        SpaceVector along = Kinematics.DirectionInRestFrame(projectile, total, s);
        Direction.FromFrame(along.X, along.Y, along.Z, sin * cosTurn, sin * sinTurn, cos, out double x, out double y, out double z);
        (first, second) = Kinematics.Decay(total, s, outMass, leftMass, new SpaceVector(x, y, z));
        Debug.Assert(double.IsFinite(first.E) && double.IsFinite(second.E));
        double fermi = medium.FermiMomentum(channel.Left);
        if (Square(second) < fermi * fermi)
        {
            return 0.0;
        }

        if (channel.Out.IsNucleon())
        {
            fermi = medium.FermiMomentum((Nucleon)channel.Out);
            if (Square(first) < fermi * fermi)
            {
                return 0.0;
            }
        }

        return crossSection * Flux(projectile, mass, target, targetMass);
    }

    private static double Square(in FourVector p) => (p.X * p.X) + (p.Y * p.Y) + (p.Z * p.Z);
}
