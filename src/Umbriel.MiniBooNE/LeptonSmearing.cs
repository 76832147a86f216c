using Umbriel.Core;

namespace Umbriel.MiniBooNE;

/// <summary>
/// MiniBooNE's resolution for one electron or positron, as parametrised in the public code of arXiv:2308.02543 (energy:
/// J. Phys. Conf. Ser. 120, 052003; angle: a fit to R. Patterson's thesis). The caller supplies the random numbers. The
/// beam is along +z.
/// </summary>
public static class LeptonSmearing
{
    private const double Mass = PhysicalConstants.MassElectron;

    /// <summary>Width of the kinetic energy, 0.12 √E + 0.01, GeV.</summary>
    /// <param name="energy">Total energy E in GeV.</param>
    public static double EnergySigma(double energy) => (0.12 * Math.Sqrt(energy)) + 0.01;

    /// <summary>
    /// Width of the angle to the true direction, ln(1/E) + 2.7, degrees. Negative above e^2.7 = 14.9 GeV, beyond the
    /// beam's reach; since the offset's sign has no meaning, <see cref="Smear"/> then acts as with the absolute value.
    /// </summary>
    /// <param name="energy">Total energy E in GeV, above zero.</param>
    public static double AngleSigmaDegrees(double energy) => 2.7 - Math.Log(energy);

    /// <summary>
    /// Smears a lepton: the kinetic energy by a Gaussian, then clipped at zero; the polar angle to the beam as if the
    /// direction had been tilted by a Gaussian angle towards a uniform azimuth about it; the azimuth about the beam stays
    /// as it was.
    /// </summary>
    /// <param name="lepton">True four-momentum, GeV, of mass m_e.</param>
    /// <param name="zEnergy">Unit normal for the energy.</param>
    /// <param name="zAngle">Unit normal for the angle.</param>
    /// <param name="uAzimuth">Uniform number in [0, 1) for the azimuth about the true direction.</param>
    /// <param name="smeared">Reconstructed four-momentum, of mass m_e; exactly (m_e, 0, 0, 0) when clipped.</param>
    public static void Smear(in FourVector lepton, double zEnergy, double zAngle, double uAzimuth, out FourVector smeared)
    {
        double kinetic = lepton.E - Mass + (EnergySigma(lepton.E) * zEnergy);
        if (!(kinetic > 0.0))
        {
            smeared = new FourVector(Mass, 0.0, 0.0, 0.0);
            return;
        }

        double transverse = Math.Sqrt((lepton.X * lepton.X) + (lepton.Y * lepton.Y));
        double momentum = lepton.Momentum;
        (double cos, double sin) = momentum > 0.0 ? (lepton.Z / momentum, transverse / momentum) : (1.0, 0.0);
        (double sinTilt, double cosTilt) = Math.SinCos(AngleSigmaDegrees(lepton.E) * zAngle * (Math.PI / 180.0));
        double cosNew = Math.Clamp((cos * cosTilt) + (sin * sinTilt * Math.Cos(2.0 * Math.PI * uAzimuth)), -1.0, 1.0);
        double sinNew = Math.Sqrt((1.0 - cosNew) * (1.0 + cosNew));
        (double x, double y) = transverse > 0.0 ? (lepton.X / transverse, lepton.Y / transverse) : (1.0, 0.0);
        double p = Math.Sqrt(kinetic * (kinetic + (2.0 * Mass)));
        smeared = new FourVector(kinetic + Mass, p * sinNew * x, p * sinNew * y, p * cosNew);
    }
}
