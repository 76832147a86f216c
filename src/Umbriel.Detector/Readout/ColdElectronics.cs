using System.Numerics;

namespace Umbriel.Detector.Readout;

/// <summary>
/// Impulse response of the cold amplifier and shaper: a fifth-order semi-Gaussian, whose transfer function has one real and
/// two pairs of complex poles (G. De Geronimo et al., IEEE Trans. Nucl. Sci. 58 (2011) 1376; poles as used for MicroBooNE,
/// JINST 13 (2018) P07006). Evaluated as the sum over residues, scaled to height 1.
/// </summary>
public sealed class ColdElectronics
{
    /// <summary>Charge of the electron, fC (exact SI).</summary>
    public const double ElectronChargeFc = 1.602176634e-4;

    /// <summary>Scale of the poles with the peaking time: 1/CT, of the same origin as the poles.</summary>
    private const double Scale = 1.996;

    private static readonly Complex[] UnitPoles =
    [
        new(-1.477, 0.0), new(-1.417, 0.598), new(-1.417, -0.598), new(-1.204, 1.299), new(-1.204, -1.299),
    ];

    private readonly Complex[] poles = new Complex[UnitPoles.Length];
    private readonly Complex[] residues = new Complex[UnitPoles.Length];

    /// <summary>Prepares a shaper.</summary>
    /// <param name="peakingNs">Peaking time, ns.</param>
    public ColdElectronics(double peakingNs)
    {
        PeakingNs = peakingNs;
        for (int k = 0; k < poles.Length; k++)
        {
            poles[k] = UnitPoles[k] * Scale / peakingNs;
            Complex product = Complex.One;
            for (int j = 0; j < poles.Length; j++)
            {
                product *= j == k ? Complex.One : UnitPoles[k] - UnitPoles[j];
            }

            residues[k] = Complex.One / product;
        }

        PeakTimeNs = Peak();
        double height = At(PeakTimeNs);
        for (int k = 0; k < residues.Length; k++)
        {
            residues[k] /= height;
        }
    }

    /// <summary>Nominal peaking time (5% to peak), ns.</summary>
    public double PeakingNs { get; }

    /// <summary>Time of the maximum, ns.</summary>
    public double PeakTimeNs { get; }

    /// <summary>Time after which less than 1e-5 of the height is left, ns.</summary>
    public double LengthNs => 6.0 * PeakingNs;

    /// <summary>Integral over all times, ns.</summary>
    public double AreaNs
    {
        get
        {
            double area = 0.0;
            for (int k = 0; k < poles.Length; k++)
            {
                area -= (residues[k] / poles[k]).Real;
            }

            return area;
        }
    }

    /// <summary>The response at a time after the charge, ns; 1 at its maximum, 0 before.</summary>
    public double At(double timeNs)
    {
        if (timeNs <= 0.0)
        {
            return 0.0;
        }

        double sum = 0.0;
        for (int k = 0; k < poles.Length; k++)
        {
            (double sin, double cos) = Math.SinCos(poles[k].Imaginary * timeNs);
            sum += Math.Exp(poles[k].Real * timeNs) * ((residues[k].Real * cos) - (residues[k].Imaginary * sin));
        }

        return sum;
    }

    /// <summary>|H(f)|², 1 at frequency 0.</summary>
    /// <param name="perNs">Frequency, 1/ns.</param>
    public double Power(double perNs)
    {
        Complex s = new(0.0, 2.0 * Math.PI * perNs);
        double power = 1.0;
        foreach (Complex pole in poles)
        {
            Complex ratio = pole / (s - pole);
            power *= (ratio.Real * ratio.Real) + (ratio.Imaginary * ratio.Imaginary);
        }

        return power;
    }

    /// <summary>Golden-section search of the maximum, which lies between 0.2 and 3 peaking times.</summary>
    private double Peak()
    {
        double golden = 0.5 * (Math.Sqrt(5.0) - 1.0);
        (double low, double high) = (0.2 * PeakingNs, 3.0 * PeakingNs);
        for (int i = 0; i < 60; i++)
        {
            double a = high - (golden * (high - low));
            double b = low + (golden * (high - low));
            (low, high) = At(a) > At(b) ? (low, b) : (a, high);
        }

        return 0.5 * (low + high);
    }
}
