using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Decay;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sampling;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>
/// MiniBooNE in the order nature has it: a neutrino scatters anywhere in the oil or the soil, N leaves at the sampled angle, flies
/// on, decays inside the fiducial sphere with the probability of its chord, and the pair is smeared and selected by
/// <see cref="ForwardReconstruction"/>. The scattering's energies and Q² and the decay in N's rest frame are the program's.
/// </summary>
internal static class ForwardSimulation
{
    private const int Blocks = 256;
    private const double FiducialRadius = 500.0;

    /// <summary>Runs one region.</summary>
    /// <param name="point">The model.</param>
    /// <param name="settings">Exposure, regimes, geometry, conventions.</param>
    /// <param name="origin">Soil, or Tpc for all the oil.</param>
    /// <param name="reconstruction">Response.</param>
    /// <param name="events">Neutrinos that scatter.</param>
    /// <param name="reversed">Whether N's polarisation is turned round before it decays.</param>
    /// <param name="seed">Random seed.</param>
    public static Result Run(
        DarkSectorParameters point, GenerationSettings settings, EventOrigin origin, ForwardReconstruction reconstruction, int events, bool reversed = false, ulong seed = 20230802)
    {
        DetectorGeometry geometry = DetectorGeometry.For(settings.Geometry, settings.Experiment);
        BeamData beam = Predictions.Beams.Fhc;
        UpscatteringSampler sampler = new(point, settings, beam, geometry, origin, static _ => 1.0);
        DecayChain chain = new(point, settings.ZPolarisation);
        double ctau = DecayWidths.Compute(point).CtauParentCm;
        double perEvent = settings.Pot * geometry.VolumeOfAll(origin) / events;
        Result[] blocks = new Result[Blocks];
        Parallel.For(0, Blocks, block =>
        {
            Result result = new();
            Span<double> legacy = stackalloc double[Counts.Bins];
            Span<double> head = stackalloc double[Counts.Bins];
            for (long i = (long)block * events / Blocks; i < (block + 1L) * events / Blocks; i++)
            {
                RandomStream random = new(seed ^ ((ulong)origin << 48), RandomStage.Generation, (ulong)i);
                Upscattering scatter = sampler.Sample(ref random);
                Vector place = Place(ref random, geometry, origin);
                Vector source = new(geometry.Soil.AxisX, geometry.Soil.AxisY, geometry.Soil.TargetZ + beam.ParentPositions.Mean(scatter.Energy));
                Vector neutrino = place + (-1.0 * source);

                // The flux falls as the square of the distance, in the tank as well: the beam's lines and N's diverge.
                double rise = (geometry.Baseline + geometry.Soil.TargetZ - source.Z) / (place.Z - source.Z);
                double weight = perEvent * scatter.Weight * rise * rise;
                result.Scatters += weight;
                Vector flight = neutrino.Unit.Turned(random.NextDouble(), Angle(scatter, point.ParentMass));
                double inside = DecayInSphere(place, flight, scatter.HeavyMomentum / point.ParentMass * ctau);
                if (inside == 0.0)
                {
                    continue;
                }

                weight *= inside;
                result.Decays += weight;
                FourVector heavy = Momentum(scatter.HeavyEnergy, scatter.HeavyMomentum, flight);
                FourVector polarisation = Polarisation(heavy, neutrino.Unit, scatter, sampler.Channels[scatter.Channel].CrossSection.TargetMass, reversed);
                chain.Sample(ref random, heavy, polarisation, out FourVector electron, out FourVector positron, out _);
                legacy.Clear();
                head.Clear();
                reconstruction.Observe(ref random, electron, positron, weight, legacy, head);
                result.Legacy.Add(legacy);
                result.Head.Add(head);
            }

            blocks[block] = result;
        });
        Result all = new();
        foreach (Result block in blocks)
        {
            all.Add(block);
        }

        return all;
    }

    /// <summary>Oil, then soil if it is wanted.</summary>
    public static Result RunAll(DarkSectorParameters point, ForwardReconstruction reconstruction, int oil, int soil, bool reversed)
    {
        Result result = Run(point, DarkNewsModel.Settings, EventOrigin.Tpc, reconstruction, oil, reversed);
        if (soil > 0)
        {
            result.Add(Run(point, DarkNewsModel.Settings, EventOrigin.Soil, reconstruction, soil, reversed));
        }

        return result;
    }

    private static double VolumeOfAll(this DetectorGeometry geometry, EventOrigin origin) =>
        origin == EventOrigin.Soil ? geometry.Soil.Volume : geometry.Vessel.Volume;

    private static FourVector Momentum(double energy, double momentum, in Vector direction) =>
        new(energy, momentum * direction.X, momentum * direction.Y, momentum * direction.Z);

    /// <summary>Uniform in the tank or the frustum of soil.</summary>
    private static Vector Place(ref RandomStream random, DetectorGeometry geometry, EventOrigin origin)
    {
        if (origin != EventOrigin.Soil)
        {
            double radius = Math.Cbrt(3.0 * geometry.Vessel.Volume / (4.0 * Math.PI));
            Vector any = new Vector(0.0, 0.0, 1.0).Turned(random.NextDouble(), Math.Acos((2.0 * random.NextDouble()) - 1.0));
            return radius * Math.Cbrt(random.NextDouble()) * any;
        }

        SoilCone soil = geometry.Soil;
        double near = Math.Pow(soil.NearDistance, 3.0);
        double far = Math.Pow(soil.FarDistance, 3.0);
        double r = Math.Cbrt(near + (random.NextDouble() * (far - near)));
        double across = soil.Slope * r * Math.Sqrt(random.NextDouble());
        (double sin, double cos) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
        return new Vector(soil.AxisX + (across * cos), soil.AxisY + (across * sin), soil.TargetZ + r);
    }

    /// <summary>Angle of N to the neutrino from Q² = 2E(E_N − p cos θ) − m².</summary>
    private static double Angle(in Upscattering s, double mass) =>
        Math.Acos(Math.Clamp(((2.0 * s.Energy * s.HeavyEnergy) - (mass * mass) - s.Q2) / (2.0 * s.Energy * s.HeavyMomentum), -1.0, 1.0));

    /// <summary>e^(−a/L) − e^(−b/L) between entry a and exit b of the sphere, from the point of closest approach.</summary>
    private static double DecayInSphere(in Vector place, in Vector direction, double length)
    {
        double closest = -place.Dot(direction);
        double halfSquared = (FiducialRadius * FiducialRadius) - (place + (closest * direction)).Dot(place + (closest * direction));
        if (halfSquared <= 0.0 || closest + Math.Sqrt(halfSquared) <= 0.0)
        {
            return 0.0;
        }

        return Math.Exp(-Math.Max(0.0, closest - Math.Sqrt(halfSquared)) / length) - Math.Exp(-(closest + Math.Sqrt(halfSquared)) / length);
    }

    /// <summary>
    /// K of the production: lightlike along N in the centre-of-mass frame of neutrino and target (against it when the helicity
    /// flips), made there and boosted back. A change of its sign there reverses the polarisation in N's rest frame exactly,
    /// because the two lightlike vectors add up to N's momentum.
    /// </summary>
    private static FourVector Polarisation(in FourVector heavy, in Vector neutrino, in Upscattering s, double targetMass, bool reversed)
    {
        FourVector together = Momentum(s.Energy, s.Energy, neutrino) + new FourVector(targetMass, 0.0, 0.0, 0.0);
        double mass = Math.Sqrt((targetMass * targetMass) + (2.0 * targetMass * s.Energy));
        Vector flight = Vector.Of(heavy.BoostToRestFrameOf(together, mass)).Unit;
        double sign = s.HelicityConserved == reversed ? -1.0 : 1.0;
        return Momentum(1.0, sign, flight).BoostFromRestFrameOf(together, mass);
    }

    /// <summary>What one region gives.</summary>
    internal sealed class Result
    {
        /// <summary>All scatters.</summary>
        public double Scatters { get; set; }

        /// <summary>Those of which N decays within the fiducial sphere.</summary>
        public double Decays { get; set; }

        /// <summary>Selected, tabulated efficiency within 0.14 &lt; E_vis &lt; 3 GeV.</summary>
        public Counts Legacy { get; } = new();

        /// <summary>Selected, tabulated efficiency over 0.55.</summary>
        public Counts Head { get; } = new();

        public void Add(Result other)
        {
            Scatters += other.Scatters;
            Decays += other.Decays;
            Legacy.Add(other.Legacy);
            Head.Add(other.Head);
        }
    }
}
