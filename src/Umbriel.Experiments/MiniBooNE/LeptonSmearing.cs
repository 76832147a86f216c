using Umbriel.Core;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// MiniBooNE's resolution for one electron or positron, as parametrised in the public code of arXiv:2308.02543 (energy:
/// J. Phys. Conf. Ser. 120, 052003; angle: a fit to R. Patterson's thesis). The caller supplies the random numbers. The
/// beam is along +z.
/// </summary>
public readonly struct LeptonSmearing
{
    private const double Mass = PhysicalConstants.MassElectron;

    private readonly double kinetic;
    private readonly double energySigma;
    private readonly double angleSigma;
    private readonly double cosTheta;
    private readonly double sinTheta;

    /// <summary>Prepares the smearing of one lepton.</summary>
    /// <param name="lepton">True four-momentum, GeV, of mass m_e.</param>
    public LeptonSmearing(in FourVector lepton)
    {
        double momentum = lepton.Momentum;
        kinetic = lepton.E - Mass;
        energySigma = EnergySigma(lepton.E);
        angleSigma = AngleSigmaDegrees(lepton.E) * (Math.PI / 180.0);
        (cosTheta, sinTheta) = momentum > 0.0 ? (lepton.Z / momentum, Math.Sqrt((lepton.X * lepton.X) + (lepton.Y * lepton.Y)) / momentum) : (1.0, 0.0);
    }

    /// <summary>Width of the kinetic energy, 0.12 √E + 0.01, GeV.</summary>
    /// <param name="energy">Total energy E in GeV.</param>
    public static double EnergySigma(double energy) => (0.12 * Math.Sqrt(energy)) + 0.01;

    /// <summary>
    /// Width of the angle to the true direction, ln(1/E) + 2.7, degrees. Negative above e^2.7 = 14.9 GeV, beyond the
    /// beam's reach; since the offset's sign has no meaning, <see cref="At"/> then acts as with the absolute value.
    /// </summary>
    /// <param name="energy">Total energy E in GeV, above zero.</param>
    public static double AngleSigmaDegrees(double energy) => 2.7 - Math.Log(energy);

    /// <summary>
    /// Smears it: the kinetic energy by a Gaussian, then clipped at zero; the polar angle to the beam as if the direction had
    /// been tilted by a Gaussian angle towards an azimuth about it; the azimuth about the beam stays as it was.
    /// </summary>
    /// <param name="zEnergy">Unit normal for the energy.</param>
    /// <param name="zAngle">Unit normal for the angle.</param>
    /// <param name="cosAzimuth">Cosine of a uniform azimuth about the true direction.</param>
    public SmearedLepton At(double zEnergy, double zAngle, double cosAzimuth)
    {
        double seen = kinetic + (energySigma * zEnergy);
        if (!(seen > 0.0))
        {
            return new SmearedLepton(Mass, 0.0, 1.0);
        }

        SinCos(angleSigma * zAngle, out double sinTilt, out double cosTilt);
        double cosine = Math.Clamp((cosTheta * cosTilt) + (sinTheta * sinTilt * cosAzimuth), -1.0, 1.0);
        return new SmearedLepton(seen + Mass, Math.Sqrt(seen * (seen + (2.0 * Mass))), cosine);
    }

    /// <summary>Taylor series, good to 1e-12 up to half a radian, which few tilts exceed.</summary>
    private static void SinCos(double x, out double sin, out double cos)
    {
        if (Math.Abs(x) > 0.5)
        {
            (sin, cos) = Math.SinCos(x);
            return;
        }

        double y = x * x;
        sin = x * (1.0 + (y * ((-1.0 / 6.0) + (y * ((1.0 / 120.0) + (y * ((-1.0 / 5040.0) + (y * (1.0 / 362880.0)))))))));
        cos = 1.0 + (y * (-0.5 + (y * ((1.0 / 24.0) + (y * ((-1.0 / 720.0) + (y * ((1.0 / 40320.0) + (y * (-1.0 / 3628800.0))))))))));
    }
}
