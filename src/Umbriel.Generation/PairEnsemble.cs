using System.Diagnostics;
using System.Runtime.Intrinsics;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation;

/// <summary>
/// A fixed set of pairs born in the active volume together with the lines their N came along, so that their expected numbers can be
/// had for any lifetime without sampling again. Used by scans over |U|², where only normalisation and lifetime change.
/// </summary>
public sealed class PairEnsemble
{
    private const int Lanes = 4;

    private readonly double[] weight;
    private readonly double[] betaGamma;
    private readonly double outerDensity;
    private readonly LiquidStretches? liquid;
    private readonly double[] path;

    private PairEnsemble(int count, bool fromSoil, double outerDensity)
    {
        int padded = (count + Lanes - 1) / Lanes * Lanes;
        Count = count;
        weight = new double[padded];
        betaGamma = new double[padded];
        Array.Fill(betaGamma, 1.0);
        liquid = fromSoil ? null : new LiquidStretches(padded);
        path = new double[fromSoil ? padded : 0];
        this.outerDensity = outerDensity;
        Electron = new FourVectorArray(count);
        Positron = new FourVectorArray(count);
    }

    /// <summary>Number of pairs; zero below threshold.</summary>
    public int Count { get; }

    /// <summary>Electrons, laboratory.</summary>
    public FourVectorArray Electron { get; }

    /// <summary>Whether a pair stands for any decays: one whose line does not come from the soil stands for none.</summary>
    public bool Counts(int pair) => weight[pair] > 0.0;

    /// <summary>Positrons, laboratory.</summary>
    public FourVectorArray Positron { get; }

    /// <summary>Pairs from scattering on all of the vessel's liquid.</summary>
    public static PairEnsemble FromLiquid(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, int events) =>
        Sample(parameters, settings, beam, events, fromSoil: false);

    /// <summary>Pairs from scattering on the soil.</summary>
    public static PairEnsemble FromSoil(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, int events) =>
        Sample(parameters, settings, beam, events, fromSoil: true);

    /// <summary>Some of the pairs, in the order given; their weights stay what they are among all.</summary>
    public PairEnsemble Only(ReadOnlySpan<int> kept)
    {
        PairEnsemble some = new(kept.Length, liquid is null, outerDensity);
        for (int i = 0; i < kept.Length; i++)
        {
            int j = kept[i];
            some.weight[i] = weight[j];
            some.betaGamma[i] = betaGamma[j];
            some.Electron[i] = Electron[j];
            some.Positron[i] = Positron[j];
            some.liquid?.Copy(i, liquid!, j);
            if (liquid is null)
            {
                some.path[i] = path[j];
            }
        }

        return some;
    }

    /// <summary>
    /// Expected decays in the active volume that each pair stands for when N's proper decay length is <paramref name="ctau"/> cm,
    /// with the couplings the ensemble was made with and a branching ratio of one.
    /// </summary>
    public void Weights(double ctau, Span<double> result)
    {
        Debug.Assert(ctau > 0.0);
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, Count);
        for (int i = 0; i < Count; i += Lanes)
        {
            Vector256<double> perLength = Vector256<double>.One / (Vector256.Create(betaGamma, i) * ctau);
            Vector256<double> weights = Vector256.Create(weight, i) * (liquid?.Probabilities(i, perLength, outerDensity) ?? perLength * VectorExponential.Decay(Vector256.Create(path, i) * perLength));
            if (i + Lanes <= Count)
            {
                weights.CopyTo(result[i..]);
                continue;
            }

            for (int lane = 0; i + lane < Count; lane++)
            {
                result[i + lane] = weights[lane];
            }
        }
    }

    private static PairEnsemble Sample(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, int events, bool fromSoil)
    {
        DetectorGeometry geometry = settings.Detector;
        EventOrigin origin = fromSoil ? EventOrigin.Soil : EventOrigin.Tpc;
        double outerDensity = geometry.Mass(EventOrigin.Cryostat) / geometry.Volume(EventOrigin.Cryostat) / (geometry.Mass(EventOrigin.Tpc) / geometry.Volume(EventOrigin.Tpc));
        UpscatteringSampler scatterings = new(parameters, settings, beam, geometry, origin, static _ => 1.0);
        PairSampler pairs = new(parameters, settings, beam, geometry, DecayWidths.Compute(parameters));
        int count = scatterings.Channels.Count == 0 ? 0 : events;
        PairEnsemble ensemble = new(count, fromSoil, outerDensity);
        EvenStreams streams = new(settings.Seed ^ ((ulong)origin << 60), RandomStage.Generation);
        for (int i = 0; i < count; i++)
        {
            RandomStream random = streams[(ulong)i];
            Upscattering scattering = scatterings.Sample(ref random);
            geometry.Active.Sample(random.NextDouble(), random.NextDouble(), random.NextDouble(), out double x, out double y, out double z);
            double density = 1.0;
            double distance = fromSoil ? SamplePath(random.NextDouble(), geometry.Soil.Reach(z), out density) : 0.0;
            pairs.Sample(ref random, scattering, x, y, z, distance, out SampledPair pair);
            ensemble.weight[i] = settings.Pot * scattering.Weight * geometry.Active.Volume / count;
            ensemble.betaGamma[i] = scattering.HeavyMomentum / parameters.ParentMass;
            ensemble.Electron[i] = pair.Electron;
            ensemble.Positron[i] = pair.Positron;
            ensemble.liquid?.Set(i, geometry, pair.Back);
            if (fromSoil)
            {
                (double sx, double sy, double sz) = pair.Back.At(distance);
                ensemble.path[i] = distance;
                ensemble.weight[i] *= geometry.Soil.Contains(sx, sy, sz) ? pair.Spread / density : 0.0;
            }
        }

        return ensemble;
    }

    /// <summary>
    /// A distance of the scatter that serves all lifetimes: the depth d in the soil has density ∝ 1/(d + 20 m). N that decay
    /// within a few metres hardly come from the soil; those that fly for kilometres come from all of it alike.
    /// </summary>
    private static double SamplePath(double u, in Interval reach, out double density)
    {
        Debug.Assert(u is >= 0.0 and < 1.0);
        const double Scale = 2000.0;
        double range = Math.Log(1.0 + (reach.Length / Scale));
        double depth = Scale * (Math.Exp(u * range) - 1.0);
        density = 1.0 / ((depth + Scale) * range);
        return reach.Start + depth;
    }
}
