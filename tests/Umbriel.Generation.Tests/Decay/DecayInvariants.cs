using Umbriel.Core;

namespace Umbriel.Generation.Tests.Decay;

/// <summary>Lorentz-invariant quantities that together fix a decay N → n e+e− relative to N's spin.</summary>
internal static class DecayInvariants
{
    public static readonly string[] Names =
        ["m_ee", "E(e-) in N", "E(e+) in N", "K.q", "K.p(e-)", "K.p(e+)", "cos theta*", "K.(p- - p+)", "epsilon(P,K,p-,p+)", "min/max"];

    /// <summary>The values for one decay; K is used with unit energy in N's rest frame.</summary>
    public static double[] Of(in FourVector parent, double mass, in FourVector k, in FourVector electron, in FourVector positron)
    {
        FourVector q = electron + positron;
        double scale = mass / k.Dot(parent);
        double minus = electron.Dot(parent) / mass;
        double plus = positron.Dot(parent) / mass;
        double ee = Math.Sqrt(q.MassSquared);

        // Angle of the electron to the boost axis, in the pair's frame: from its energy in N's frame.
        double qEnergy = q.Dot(parent) / mass;
        double qMomentum = Math.Sqrt(Math.Max(0.0, (qEnergy * qEnergy) - (ee * ee)));
        return
        [
            ee, minus, plus, scale * k.Dot(q), scale * k.Dot(electron), scale * k.Dot(positron),
            qMomentum > 0.0 ? (minus - plus) / qMomentum : 0.0,
            scale * (k.Dot(electron) - k.Dot(positron)),
            scale * Volume(parent, k, electron, positron) / mass,
            Math.Min(minus, plus) / Math.Max(minus, plus),
        ];
    }

    private static double Volume(in FourVector a, in FourVector b, in FourVector c, in FourVector d) =>
        (a.E * Triple(b, c, d)) - (b.E * Triple(a, c, d)) + (c.E * Triple(a, b, d)) - (d.E * Triple(a, b, c));

    private static double Triple(in FourVector a, in FourVector b, in FourVector c) =>
        (a.X * ((b.Y * c.Z) - (b.Z * c.Y))) + (a.Y * ((b.Z * c.X) - (b.X * c.Z))) + (a.Z * ((b.X * c.Y) - (b.Y * c.X)));
}
