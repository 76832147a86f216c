using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

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

    /// <summary>Cross section times relative flux, fm²; zero below the threshold.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="medium">Where.</param>
    /// <param name="projectile">Four-momentum inside.</param>
    /// <param name="targetMomentum">Momentum of the nucleon.</param>
    public static double Evaluate(CollisionChannel channel, in LocalMedium medium, in FourVector projectile, SpaceVector targetMomentum)
    {
        double mass = channel.Projectile.Mass();
        double targetMass = channel.Target.Mass();
        FourVector target = Bound(channel.Target, targetMomentum);
        double square = (projectile + target).MassSquared;
        double threshold = channel.Out.Mass() + channel.Left.Mass();
        if (square <= threshold * threshold)
        {
            return 0.0;
        }

        double crossSection = channel.CrossSection(Kinetic(square, mass, targetMass), medium.Density);
        return crossSection <= 0.0 ? 0.0 : crossSection * Flux(projectile, mass, target, targetMass);
    }

    /// <summary>Scatters; false where Pauli's principle forbids it.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="medium">Where.</param>
    /// <param name="projectile">Four-momentum inside.</param>
    /// <param name="targetMomentum">Momentum of the nucleon; such that <see cref="Evaluate"/> is positive.</param>
    /// <param name="u">Quantile of the scattering angle, 0 to 1.</param>
    /// <param name="turn">Azimuth, turns.</param>
    /// <param name="first">The hadron after, inside.</param>
    /// <param name="second">The nucleon after, inside.</param>
    public static bool TryScatter(
        CollisionChannel channel, in LocalMedium medium, in FourVector projectile, SpaceVector targetMomentum, double u, double turn, out FourVector first, out FourVector second)
    {
        FourVector total = projectile + Bound(channel.Target, targetMomentum);
        double square = total.MassSquared;
        double s = Math.Sqrt(square);
        double cos = channel.Angles?.Cosine(Kinetic(square, channel.Projectile.Mass(), channel.Target.Mass()), u) ?? ((2.0 * u) - 1.0);
        double sin = Math.Sqrt(Math.Max(0.0, 1.0 - (cos * cos)));
        Direction.Turn(turn, out double sinTurn, out double cosTurn);
        SpaceVector along = Kinematics.DirectionInRestFrame(projectile, total, s);
        Direction.FromFrame(along.X, along.Y, along.Z, sin * cosTurn, sin * sinTurn, cos, out double x, out double y, out double z);
        (first, second) = Kinematics.Decay(total, s, channel.Out.Mass(), channel.Left.Mass(), new SpaceVector(x, y, z));
        Debug.Assert(double.IsFinite(first.E) && double.IsFinite(second.E));
        double fermi = medium.FermiMomentum(channel.Left);
        if (Square(second) < fermi * fermi)
        {
            return false;
        }

        fermi = channel.Out.IsNucleon() ? medium.FermiMomentum((Nucleon)channel.Out) : 0.0;
        return Square(first) >= fermi * fermi;
    }

    private static double Square(in FourVector p) => (p.X * p.X) + (p.Y * p.Y) + (p.Z * p.Z);
}
