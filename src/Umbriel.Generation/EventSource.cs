using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation;

/// <summary>
/// Events of one model point whose neutrino scattered in one region and whose e+e- pair is born in the active volume.
/// The pair's vertex is drawn in the TPC and N is followed back to where it was made, so that every event counts for any
/// lifetime: ∫_TPC d³y ∫_region dl e^(−l/λ)/λ n(y − l n̂) φ dσ. Immutable after construction; safe to share.
/// </summary>
public sealed class EventSource
{
    private readonly DetectorGeometry geometry;
    private readonly Box bounds;
    private readonly UpscatteringSampler scatterings;
    private readonly PairSampler pairs;
    private readonly EventOrigin origin;
    private readonly double heavyMass;
    private readonly double decayLength;
    private readonly double normalisation;
    private readonly double length;
    private readonly ulong seed;
    private readonly NucleusBreaker? breakups;

    /// <summary>What to say of a run whose events all have no weight.</summary>
    public const string NoPairs = "no e+e- pair is born in the TPC: the point is below threshold or without exposure, or N or the Z' decays elsewhere";

    /// <summary>Prepares tables for one model point and region.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="settings">Exposure, regimes, geometry, seed.</param>
    /// <param name="beam">The beam.</param>
    /// <param name="origin">Region of the scattering.</param>
    /// <param name="withBreakups">Whether struck nuclei are followed; rates have no use for them.</param>
    public EventSource(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, EventOrigin origin, bool withBreakups = true)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(beam);
        this.origin = origin;
        geometry = settings.Detector;
        bounds = geometry.Active.Bounds;
        length = bounds.ZHigh - bounds.ZLow;
        DecayWidths widths = DecayWidths.Compute(parameters);
        decayLength = widths.CtauParentCm;
        heavyMass = parameters.ParentMass;
        normalisation = settings.Pot * widths.BrEE;
        seed = settings.Seed;
        breakups = withBreakups ? new NucleusBreaker(seed ^ ((ulong)origin << 60)) : null;
        pairs = new PairSampler(parameters, settings, beam, geometry, widths);
        scatterings = new UpscatteringSampler(parameters, settings, beam, geometry, origin, ReachFactor);
    }

    /// <summary>True if no event can come from this region (below threshold, or N decays long before it arrives).</summary>
    public bool IsEmpty => scatterings.Channels.Count == 0;

    /// <summary>
    /// Writes event number <paramref name="eventIndex"/> of a run of <paramref name="runLength"/> events into row
    /// <paramref name="row"/>. Its weight is its share of the expected decays in the TPC, hence the sum of weights of the
    /// whole run estimates that number. Zero weight: N's line misses the region.
    /// </summary>
    public void Fill(TruthEventBatch batch, int row, long eventIndex, long runLength)
    {
        ArgumentNullException.ThrowIfNull(batch);
        RandomStream random = new(seed ^ ((ulong)origin << 60), RandomStage.Generation, (ulong)eventIndex);

        Upscattering scattering = scatterings.Sample(ref random);
        ScatteringChannel channel = scatterings.Channel(scattering.Channel);
        double weight = scattering.Weight * normalisation * bounds.Volume / runLength;
        double scale = scattering.HeavyMomentum * decayLength / heavyMass;
        double z = SampleVertexZ(ref random, scale, ref weight);
        double x = bounds.XLow + (random.NextDouble() * (bounds.XHigh - bounds.XLow));
        double y = bounds.YLow + (random.NextDouble() * (bounds.YHigh - bounds.YLow));
        weight *= geometry.Active.Contains(x, y, z) ? 1.0 : 0.0;
        double path = origin == EventOrigin.Soil ? SampleSoilPath(ref random, z, scale, ref weight) : 0.0;
        pairs.Sample(ref random, scattering, x, y, z, path, out SampledPair pair);
        path = origin == EventOrigin.Soil ? path : SamplePath(ref random, pair.Back, scale, ref weight);
        (double sx, double sy, double sz) = pair.Back.At(path);
        if (origin == EventOrigin.Soil)
        {
            weight *= geometry.Soil.Contains(sx, sy, sz) ? pair.Spread : 0.0;
        }

        batch.Weight[row] = weight;
        (batch.VertexX[row], batch.VertexY[row], batch.VertexZ[row]) = (x, y, z);
        (batch.ScatterX[row], batch.ScatterY[row], batch.ScatterZ[row]) = (sx, sy, sz);
        double lightPath = ((x - sx) * pair.BeamDirection.X) + ((y - sy) * pair.BeamDirection.Y) + ((z - sz) * pair.BeamDirection.Z);
        batch.TimeNs[row] = ((path * scattering.HeavyEnergy / scattering.HeavyMomentum) + pair.MediatorFlight - lightPath) / PhysicalConstants.SpeedOfLight;
        batch.NeutrinoEnergy[row] = scattering.Energy;
        batch.NeutrinoPdg[row] = channel.NeutrinoPdg;
        batch.Regime[row] = channel.Regime;
        batch.Target[row] = channel.Target.Code;
        batch.Origin[row] = origin;
        batch.HelicityConserved[row] = scattering.HelicityConserved;
        batch.DarkNeutrino[row] = pair.Heavy;
        batch.Electron[row] = pair.Electron;
        batch.Positron[row] = pair.Positron;
        batch.Breakup[row] = breakups is not null && channel.Bound is { } bound && weight > 0.0
            ? breakups.Of(eventIndex, bound, scattering, pair)
            : null;
    }

    /// <summary>z of the pair: uniform, or falling with the decay length for those that come from outside.</summary>
    private double SampleVertexZ(ref RandomStream random, double scale, ref double weight)
    {
        double u = random.NextDouble();
        if (origin == EventOrigin.Tpc || scale > 100.0 * length)
        {
            return bounds.ZLow + (u * length);
        }

        double total = -Exponential.ExpMinusOne(-length / scale);
        double depth = -scale * Exponential.LogOnePlus(-u * total);
        weight *= scale * total / (length * (1.0 - (u * total)));
        return bounds.ZLow + depth;
    }

    /// <summary>Distance back to the scattering point; multiplies the weight by ∫ e^(−l/λ)/λ over the region.</summary>
    private double SamplePath(ref RandomStream random, in Ray back, double scale, ref double weight)
    {
        double u = random.NextDouble();
        Interval active = geometry.Active.Intersect(back);
        if (origin == EventOrigin.Tpc)
        {
            double distance = active.SampleDecay(u, scale, out double probability);
            weight *= probability;
            return distance;
        }

        (Interval near, Interval far) = geometry.OutsideActive(back, active);
        double nearWeight = near.DecayProbability(scale);
        double farWeight = far.DecayProbability(scale);
        double sum = nearWeight + farWeight;
        weight *= sum;
        double level = u * sum;
        return level < nearWeight
            ? near.SampleDecay(level / nearWeight, scale)
            : far.SampleDecay(farWeight > 0.0 ? Math.Min((level - nearWeight) / farWeight, 1.0) : 0.0, scale);
    }

    /// <summary>Distance of the scatter in the soil, drawn over all of the soil along the axis.</summary>
    private double SampleSoilPath(ref RandomStream random, double z, double scale, ref double weight)
    {
        double distance = geometry.Soil.Reach(z).SampleDecay(random.NextDouble(), scale, out double probability);
        weight *= probability;
        return distance;
    }

    /// <summary>Rough chance that N of a neutrino of this energy ends in the TPC, per unit volume; steers sampling only.</summary>
    private double ReachFactor(double energy)
    {
        if (energy <= heavyMass || double.IsInfinity(decayLength))
        {
            return 0.0;
        }

        double scale = Math.Sqrt((energy - heavyMass) * (energy + heavyMass)) / heavyMass * decayLength;
        double within = scale / length * -Exponential.ExpMinusOne(-length / scale);
        return origin switch
        {
            EventOrigin.Tpc => Math.Max(1.0 - within, length < 1e-4 * scale ? 0.5 * length / scale : 0.0),
            EventOrigin.Cryostat => within * -Exponential.ExpMinusOne(-100.0 / scale),
            _ => within * geometry.Soil.Reach(bounds.ZLow).DecayProbability(scale),
        };
    }
}
