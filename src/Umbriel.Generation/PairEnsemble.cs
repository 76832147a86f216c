using System.Runtime.Intrinsics;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation;

/// <summary>
/// A fixed set of pairs born in the TPC together with the lines their N came along, so that their expected numbers can be
/// had for any lifetime without sampling again. Used by scans over |U|², where only normalisation and lifetime change.
/// </summary>
public sealed class PairEnsemble
{
    private const int Lanes = 4;

    private readonly double[] weight;
    private readonly double[] betaGamma;
    private readonly double cryostatDensity;
    private readonly ArgonStretches? argon;
    private readonly SoilStretches? soil;

    private PairEnsemble(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, UpstreamFlux upstream, int events, bool fromSoil)
    {
        DetectorGeometry geometry = DetectorGeometry.For(settings.Geometry);
        EventOrigin origin = fromSoil ? EventOrigin.Soil : EventOrigin.Tpc;
        cryostatDensity = geometry.Mass(EventOrigin.Cryostat) / geometry.Volume(EventOrigin.Cryostat) / (geometry.Mass(EventOrigin.Tpc) / geometry.Volume(EventOrigin.Tpc));
        UpscatteringSampler scatterings = new(parameters, settings, beam, geometry, origin, static _ => 1.0);
        PairSampler pairs = new(parameters, settings, beam, geometry, DecayWidths.Compute(parameters));
        int count = scatterings.Channels.Count == 0 ? 0 : events;
        Count = count;
        int padded = (count + Lanes - 1) / Lanes * Lanes;
        weight = new double[padded];
        betaGamma = new double[padded];
        Array.Fill(betaGamma, 1.0);
        argon = fromSoil ? null : new ArgonStretches(padded);
        soil = fromSoil ? new SoilStretches(padded) : null;
        Electron = new FourVectorArray(count);
        Positron = new FourVectorArray(count);
        for (int i = 0; i < count; i++)
        {
            RandomStream random = new(settings.Seed ^ ((ulong)origin << 60), RandomStage.Generation, (ulong)i);
            Upscattering scattering = scatterings.Sample(ref random);
            double x = geometry.Tpc.XLow + (random.NextDouble() * (geometry.Tpc.XHigh - geometry.Tpc.XLow));
            double y = geometry.Tpc.YLow + (random.NextDouble() * (geometry.Tpc.YHigh - geometry.Tpc.YLow));
            double z = geometry.Tpc.ZLow + (random.NextDouble() * (geometry.Tpc.ZHigh - geometry.Tpc.ZLow));
            pairs.Sample(ref random, scattering, scatterings.Channel(scattering.Channel).CrossSection.TargetMass, x, y, z, out SampledPair pair);
            weight[i] = settings.Pot * scattering.Weight * geometry.Tpc.Volume / count;
            betaGamma[i] = scattering.HeavyMomentum / parameters.ParentMass;
            Electron[i] = pair.Electron;
            Positron[i] = pair.Positron;
            argon?.Set(i, geometry, pair.Back);
            soil?.Set(i, geometry.Soil, upstream, scattering.Energy, pair.Back);
        }
    }

    /// <summary>Number of pairs; zero below threshold.</summary>
    public int Count { get; }

    /// <summary>Electrons, laboratory.</summary>
    public FourVectorArray Electron { get; }

    /// <summary>Positrons, laboratory.</summary>
    public FourVectorArray Positron { get; }

    /// <summary>Pairs from scattering on the argon of TPC and cryostat.</summary>
    public static PairEnsemble FromArgon(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, UpstreamFlux upstream, int events) =>
        new(parameters, settings, beam, upstream, events, fromSoil: false);

    /// <summary>Pairs from scattering on the soil.</summary>
    public static PairEnsemble FromSoil(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, UpstreamFlux upstream, int events) =>
        new(parameters, settings, beam, upstream, events, fromSoil: true);

    /// <summary>
    /// Expected decays in the TPC that each pair stands for when N's proper decay length is <paramref name="ctau"/> cm,
    /// with the couplings the ensemble was made with and a branching ratio of one.
    /// </summary>
    public void Weights(double ctau, Span<double> result)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, Count);
        for (int i = 0; i < Count; i += Lanes)
        {
            Vector256<double> perLength = Vector256<double>.One / (Vector256.Create(betaGamma, i) * ctau);
            Vector256<double> weights = Vector256.Create(weight, i) * (argon?.Probabilities(i, perLength, cryostatDensity) ?? soil!.Probabilities(i, perLength));
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
}
