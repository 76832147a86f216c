using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation.Tests;

/// <summary>
/// Brute force in the order nature has it: a neutrino flies from its parent's mean decay point to a scatter anywhere in the
/// soil, N leaves at the sampled angle to it, and decays with the probability of its chord through the TPC.
/// </summary>
internal static class ForwardSimulation
{
    /// <summary>Expected decays in the TPC per unit branching ratio, with standard error; N decays where its line goes, Z' prompt.</summary>
    public static (double Sum, double Error) Soil(DarkSectorParameters point, GenerationSettings settings, int events)
    {
        DetectorGeometry geometry = settings.Detector;
        SoilCone soil = geometry.Soil;
        UpscatteringSampler sampler = new(point, settings, Points.Beam, geometry, EventOrigin.Soil, static _ => 1.0);
        double ctau = DecayWidths.Compute(point).CtauParentCm;
        double mass = point.ParentMass;
        double[] weights = new double[events];
        Parallel.For(0, events, i =>
        {
            RandomStream random = new(71, RandomStage.Generation, (ulong)i);
            Upscattering scatter = sampler.Sample(ref random);

            // Uniform in the volume of the frustum.
            double near = Math.Pow(soil.NearDistance, 3);
            double far = Math.Pow(soil.FarDistance, 3);
            double r = Math.Cbrt(near + (random.NextDouble() * (far - near)));
            double radius = soil.Slope * r * Math.Sqrt(random.NextDouble());
            double azimuth = 2.0 * Math.PI * random.NextDouble();
            (double x, double y, double z) = (soil.AxisX + (radius * Math.Cos(azimuth)), soil.AxisY + (radius * Math.Sin(azimuth)), soil.TargetZ + r);

            double decayPoint = Points.Beam.ParentPositions.Mean(scatter.Energy);
            double ratio = (geometry.Baseline - decayPoint) / (r - decayPoint);
            FourVector neutrino = new(0.0, x - soil.AxisX, y - soil.AxisY, r - decayPoint);
            (double nx, double ny, double nz) = Turn(neutrino, Angle(scatter, mass), 2.0 * Math.PI * random.NextDouble());
            Interval chord = geometry.Active.Intersect(new Ray(x, y, z, nx, ny, nz));
            double length = scatter.HeavyMomentum / mass * ctau;
            weights[i] = settings.Pot * soil.Volume * ratio * ratio * scatter.Weight / events * chord.DecayProbability(length);
        });
        return Statistics.SumOf(weights);
    }

    /// <summary>Angle of N to the neutrino from E, E_N and Q²: Q² = 2E(E_N − p cos θ) − m².</summary>
    private static double Angle(in Upscattering s, double mass) =>
        Math.Acos(Math.Clamp(((2.0 * s.Energy * s.HeavyEnergy) - (mass * mass) - s.Q2) / (2.0 * s.Energy * s.HeavyMomentum), -1.0, 1.0));

    /// <summary>A unit vector at an angle to an axis near +z, by Gram-Schmidt.</summary>
    private static (double X, double Y, double Z) Turn(in FourVector axis, double angle, double azimuth)
    {
        double p = axis.Momentum;
        (double ax, double ay, double az) = (axis.X / p, axis.Y / p, axis.Z / p);

        // Any vector not along the axis; x will do for beam directions.
        (double ux, double uy, double uz) = (1.0 - (ax * ax), -ax * ay, -ax * az);
        double norm = Math.Sqrt((ux * ux) + (uy * uy) + (uz * uz));
        (ux, uy, uz) = (ux / norm, uy / norm, uz / norm);
        (double vx, double vy, double vz) = ((ay * uz) - (az * uy), (az * ux) - (ax * uz), (ax * uy) - (ay * ux));
        (double sin, double cos) = Math.SinCos(angle);
        (double s, double c) = Math.SinCos(azimuth);
        return (
            (cos * ax) + (sin * ((c * ux) + (s * vx))),
            (cos * ay) + (sin * ((c * uy) + (s * vy))),
            (cos * az) + (sin * ((c * uz) + (s * vz))));
    }
}
