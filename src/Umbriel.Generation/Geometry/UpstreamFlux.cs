using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Umbriel.Beam;

namespace Umbriel.Generation.Geometry;

/// <summary>
/// The flux between beam and detector relative to that at the detector, ⟨((L − z₀)/(r − z₀))²⟩ over the parents' decay
/// positions z₀, tabulated on the soil for one geometry.
/// </summary>
public sealed class UpstreamFlux
{
    private const int DistanceCells = 256;
    private const int EnergyCells = 100;
    private const double MaximumEnergy = 10.0;

    private static readonly ConditionalWeakTable<ParentDecayPosition, ConcurrentDictionary<DetectorGeometry, UpstreamFlux>> Shared = [];

    private readonly double near;
    private readonly double step;
    private readonly double[] table = new double[(EnergyCells + 1) * (DistanceCells + 1)];
    private readonly double[] soilIntegral = new double[EnergyCells + 1];

    /// <summary>Tabulates the ratio over a soil cone.</summary>
    public UpstreamFlux(ParentDecayPosition parents, DetectorGeometry geometry)
    {
        ArgumentNullException.ThrowIfNull(parents);
        ArgumentNullException.ThrowIfNull(geometry);
        near = geometry.Soil.NearDistance;
        step = (geometry.Soil.FarDistance - near) / DistanceCells;
        for (int e = 0; e <= EnergyCells; e++)
        {
            double energy = MaximumEnergy * e / EnergyCells;
            for (int d = 0; d <= DistanceCells; d++)
            {
                double r = near + (d * step);
                double ratio = parents.FluxRatio(energy, r, geometry.Baseline);
                table[(e * (DistanceCells + 1)) + d] = ratio;

                // Simpson weights: DistanceCells is even.
                double weight = d is 0 or DistanceCells ? 1.0 : d % 2 == 1 ? 4.0 : 2.0;
                soilIntegral[e] += weight * step / 3.0 * geometry.Soil.Area(r) * ratio;
            }
        }
    }

    /// <summary>The table of a beam and a geometry, made once and shared.</summary>
    public static UpstreamFlux For(BeamData beam, DetectorGeometry geometry)
    {
        ArgumentNullException.ThrowIfNull(beam);
        return Shared.GetOrCreateValue(beam.ParentPositions).GetOrAdd(
            geometry, static (around, parents) => new UpstreamFlux(parents, around), beam.ParentPositions);
    }

    /// <summary>Ratio at distance <paramref name="r"/> cm from the target, bilinear in the table.</summary>
    public double Ratio(double energy, double r)
    {
        double d = Math.Clamp((r - near) / step, 0.0, DistanceCells - 1e-9);
        double e = Math.Clamp(energy / MaximumEnergy * EnergyCells, 0.0, EnergyCells - 1e-9);
        int i = (int)d;
        int j = (int)e;
        double f = d - i;
        double g = e - j;
        int row = (j * (DistanceCells + 1)) + i;
        int next = row + DistanceCells + 1;
        return ((1.0 - g) * (((1.0 - f) * table[row]) + (f * table[row + 1]))) + (g * (((1.0 - f) * table[next]) + (f * table[next + 1])));
    }

    /// <summary>∫ ratio dV over the soil, cm³.</summary>
    public double SoilIntegral(double energy)
    {
        double e = Math.Clamp(energy / MaximumEnergy * EnergyCells, 0.0, EnergyCells - 1e-9);
        int j = (int)e;
        return ((1.0 - (e - j)) * soilIntegral[j]) + ((e - j) * soilIntegral[j + 1]);
    }
}
