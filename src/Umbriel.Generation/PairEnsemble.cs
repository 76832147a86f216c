using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Core.Numerics;
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
    private const int SoilPoints = 6;

    private readonly double[] weight;
    private readonly double[] betaGamma;
    private readonly double[] energy;
    private readonly double[] forward;
    private readonly double[] startZ;
    private readonly Interval[] tpc;
    private readonly Interval[] near;
    private readonly Interval[] far;
    private readonly Interval[] soil;
    private readonly double cryostatDensity;
    private readonly DetectorGeometry geometry;
    private readonly UpstreamFlux upstream;
    private readonly bool fromSoil;

    private PairEnsemble(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, UpstreamFlux upstream, int events, bool fromSoil)
    {
        this.fromSoil = fromSoil;
        this.upstream = upstream;
        geometry = DetectorGeometry.For(settings.Geometry);
        EventOrigin origin = fromSoil ? EventOrigin.Soil : EventOrigin.Tpc;
        cryostatDensity = geometry.Mass(EventOrigin.Cryostat) / geometry.Volume(EventOrigin.Cryostat) / (geometry.Mass(EventOrigin.Tpc) / geometry.Volume(EventOrigin.Tpc));
        UpscatteringSampler scatterings = new(parameters, settings, beam, geometry, origin, static _ => 1.0);
        PairSampler pairs = new(parameters, settings, beam, geometry, DecayWidths.Compute(parameters));
        int count = scatterings.Channels.Count == 0 ? 0 : events;
        weight = new double[count];
        betaGamma = new double[count];
        energy = new double[count];
        forward = new double[count];
        startZ = new double[count];
        tpc = new Interval[fromSoil ? 0 : count];
        near = new Interval[tpc.Length];
        far = new Interval[tpc.Length];
        soil = new Interval[fromSoil ? count : 0];
        Electron = new FourVectorArray(count);
        Positron = new FourVectorArray(count);
        for (int i = 0; i < count; i++)
        {
            RandomStream random = new(settings.Seed ^ ((ulong)origin << 60), RandomStage.Generation, (ulong)i);
            Upscattering scattering = scatterings.Sample(ref random);
            double x = geometry.Tpc.XLow + (random.NextDouble() * (geometry.Tpc.XHigh - geometry.Tpc.XLow));
            double y = geometry.Tpc.YLow + (random.NextDouble() * (geometry.Tpc.YHigh - geometry.Tpc.YLow));
            double z = geometry.Tpc.ZLow + (random.NextDouble() * (geometry.Tpc.ZHigh - geometry.Tpc.ZLow));
            SampledPair pair = pairs.Sample(ref random, scattering, scatterings.Channels[scattering.Channel].CrossSection.TargetMass, x, y, z);
            weight[i] = settings.Pot * scattering.Weight * geometry.Tpc.Volume / count;
            betaGamma[i] = scattering.HeavyMomentum / parameters.ParentMass;
            energy[i] = scattering.Energy;
            forward[i] = -pair.Back.DZ;
            startZ[i] = pair.Back.Z - geometry.Soil.TargetZ;
            Electron[i] = pair.Electron;
            Positron[i] = pair.Positron;
            if (fromSoil)
            {
                soil[i] = geometry.Soil.Intersect(pair.Back);
            }
            else
            {
                tpc[i] = geometry.Tpc.Intersect(pair.Back);
                (near[i], far[i]) = geometry.CryostatOutsideTpc(pair.Back, tpc[i]);
            }
        }
    }

    /// <summary>Number of pairs; zero below threshold.</summary>
    public int Count => weight.Length;

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
        for (int i = 0; i < weight.Length; i++)
        {
            double length = betaGamma[i] * ctau;
            result[i] = weight[i] * (fromSoil ? SoilProbability(i, length) : ArgonProbability(i, length));
        }
    }

    private double ArgonProbability(int i, double length)
    {
        double probability = tpc[i].DecayProbability(length);
        return tpc[i].Start == 0.0 && tpc[i].End > 40.0 * length
            ? probability
            : probability + (cryostatDensity * (near[i].DecayProbability(length) + far[i].DecayProbability(length)));
    }

    /// <summary>∫ e^(−l/λ)/λ × (rise of the flux) over the soil, by Gauss-Legendre in the cumulative of the exponential.</summary>
    private double SoilProbability(int i, double length)
    {
        Interval path = soil[i];
        if (path.Length == 0.0 || path.Start > 600.0 * length)
        {
            return 0.0;
        }

        (double[] nodes, double[] weights) = GaussLegendre.Rule(SoilPoints);
        double total = Exponential.ExpMinusOne(-path.Length / length);
        double sum = 0.0;
        for (int k = 0; k < nodes.Length; k++)
        {
            double depth = total == 0.0
                ? 0.5 * (1.0 + nodes[k]) * path.Length
                : -length * Exponential.LogOnePlus(0.5 * (1.0 + nodes[k]) * total);
            sum += 0.5 * weights[k] * upstream.Ratio(energy[i], startZ[i] - ((path.Start + depth) * forward[i]));
        }

        return Math.Exp(-path.Start / length) * -total * sum;
    }
}
