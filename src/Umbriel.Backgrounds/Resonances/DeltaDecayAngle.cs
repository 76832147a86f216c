using Umbriel.Core;

namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// Angle of the Δ(1232)'s decay in its rest frame about the momentum transfer. Densities in cos θ on [−1, 1] relative to
/// an isotropic decay, of mean 1.
/// </summary>
public static class DeltaDecayAngle
{
    /// <summary>Spin-3/2 share of the density matrix, Rein and Sehgal, Ann. Phys. 133 (1981) 79: p_3/2 = 3/4, p_1/2 = 1/4.</summary>
    private const double Difference = 0.75 - 0.25;

    /// <summary>Δ → Nπ: 1 − (1 − x)(p_3/2 − p_1/2) P₂(cos θ).</summary>
    /// <param name="cosine">cos θ.</param>
    /// <param name="isotropy">x: 0 Rein and Sehgal, 1 isotropic.</param>
    public static double PionDensity(double cosine, double isotropy) =>
        1.0 - ((1.0 - isotropy) * Difference * ((1.5 * cosine * cosine) - 0.5));

    /// <summary>Δ → Nγ: 1 − x + 3x cos²θ.</summary>
    /// <param name="cosine">cos θ.</param>
    /// <param name="anisotropy">x: 0 isotropic, 1 as cos²θ.</param>
    public static double PhotonDensity(double cosine, double anisotropy) => 1.0 - anisotropy + (3.0 * anisotropy * cosine * cosine);

    /// <summary>Draws cos θ of a pion.</summary>
    /// <param name="isotropy">x of <see cref="PionDensity"/>, at most 1.</param>
    /// <param name="random">The stream it is drawn from.</param>
    public static double SamplePion(double isotropy, ref RandomStream random)
    {
        double highest = PionDensity(0.0, isotropy);
        double cosine;
        do
        {
            cosine = (2.0 * random.NextDouble()) - 1.0;
        }
        while (random.NextDouble() * highest > PionDensity(cosine, isotropy));
        return cosine;
    }

    /// <summary>Draws cos θ of a photon: isotropic, or for a share x the cube root of a uniform number.</summary>
    /// <param name="anisotropy">x of <see cref="PhotonDensity"/>, 0 to 1.</param>
    /// <param name="random">The stream it is drawn from.</param>
    public static double SamplePhoton(double anisotropy, ref RandomStream random)
    {
        bool squared = random.NextDouble() < anisotropy;
        double cosine = (2.0 * random.NextDouble()) - 1.0;
        return squared ? Math.Cbrt(cosine) : cosine;
    }
}
