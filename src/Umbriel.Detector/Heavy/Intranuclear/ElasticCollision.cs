using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>Two-body collision h N → h N on a nucleon at rest, charges exchanged or not.</summary>
internal static class ElasticCollision
{
    /// <summary>Pushes the hadron and the nucleon after the collision.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="hadron">Before the collision.</param>
    /// <param name="charge">The hadron's charge afterwards.</param>
    /// <param name="target">The nucleon's charge afterwards.</param>
    /// <param name="cos">Cosine of the hadron's scattering angle in the centre of mass.</param>
    /// <param name="stack">Takes the two.</param>
    public static void Scatter(ref RandomStream random, in CascadeHadron hadron, int charge, int target, double cos, ref CascadeStack stack)
    {
        FourVector incoming = hadron.Momentum;
        FourVector total = incoming + TargetNucleon.Momentum;
        double s = Math.Sqrt(total.MassSquared);
        FourVector centre = incoming.BoostToRestFrameOf(total, s);
        double p = centre.Momentum;
        (double x, double y, double z) = p > 0.0 ? (centre.X / p, centre.Y / p, centre.Z / p) : (0.0, 0.0, 1.0);
        Sampling.Turn(ref x, ref y, ref z, cos, 2.0 * Math.PI * random.NextDouble());
        (FourVector first, FourVector second) = Kinematics.Decay(total, s, hadron.Mass, CascadeHadron.NucleonMass, new SpaceVector(x, y, z));
        stack.Push(hadron.IsPion ? CascadeHadron.Pion(charge, first, hadron.LeavesFreely) : CascadeHadron.Nucleon(charge, first));
        stack.Push(CascadeHadron.Nucleon(target, second));
    }
}
