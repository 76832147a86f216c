using MathNet.Numerics.Distributions;
using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// The numbers that pairs are smeared with: blocks of consecutive points of a randomised Sobol sequence, so that the few
/// smearings of a pair cover energies and angles evenly. A pair takes one of the blocks.
/// </summary>
internal sealed class SmearingNumbers
{
    /// <summary>Logarithm to base two of the number of blocks.</summary>
    public const int LogBlocks = 10;

    private const int PerPoint = 6;

    private readonly double[] values;

    public SmearingNumbers(ulong seed, int blockLength)
    {
        values = new double[(blockLength << LogBlocks) * PerPoint];
        EvenStreams streams = new(seed, RandomStage.MiniBooNESmearing);
        for (int i = 0; i < values.Length; i += PerPoint)
        {
            RandomStream random = streams[(ulong)(i / PerPoint)];
            for (int lepton = 0; lepton < PerPoint; lepton += 3)
            {
                values[i + lepton] = Normal.InvCDF(0.0, 1.0, random.NextDouble());
                values[i + lepton + 1] = Normal.InvCDF(0.0, 1.0, random.NextDouble());
                values[i + lepton + 2] = Math.Cos(2.0 * Math.PI * random.NextDouble());
            }
        }
    }

    /// <summary>Of each lepton: unit normals for energy and angle, cosine of a uniform azimuth.</summary>
    public ReadOnlySpan<double> At(int point) => values.AsSpan(point * PerPoint, PerPoint);
}
