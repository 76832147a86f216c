using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;
using Umbriel.Generation.Decay;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sampling;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation;

/// <summary>
/// Events of one model point whose neutrino scattered in one region and whose e+e- pair is born in the active volume.
/// The pair's vertex is drawn in the TPC and N is followed back to where it was made, so that every event counts for any
/// lifetime: ∫_TPC d³y ∫_region dl e^(−l/λ)/λ n(y − l n̂) φ dσ. Immutable after construction; safe to share.
/// </summary>
public sealed class EventSource
{
    /// <summary>Below this expected number of events (relative to the scatters) a region is taken as empty.</summary>
    private const double Negligible = 1e-30;

    private readonly DetectorGeometry geometry;
    private readonly UpstreamFlux upstream;
    private readonly BeamData beam;
    private readonly DecayChain chain;
    private readonly EventOrigin origin;
    private readonly double pot;
    private readonly double heavyMass;
    private readonly double mediatorMass;
    private readonly double decayLength;
    private readonly double mediatorDecayLength;
    private readonly double branchingRatio;
    private readonly List<ScatteringChannel> channels = [];
    private readonly List<double> densities = [];
    private readonly List<PiecewiseLinearDensity[]> soilPaths = [];
    private readonly double[] cumulative;
    private readonly ulong seed;

    /// <summary>Prepares tables for one model point and region.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="settings">Exposure, regimes, geometry, seed.</param>
    /// <param name="beam">The beam.</param>
    /// <param name="origin">Region of the scattering.</param>
    /// <param name="upstream">Flux upstream for the same geometry, shared between sources; made when null.</param>
    public EventSource(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, EventOrigin origin, UpstreamFlux? upstream = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(beam);
        this.beam = beam;
        this.origin = origin;
        geometry = DetectorGeometry.For(settings.Geometry);
        this.upstream = upstream ?? new UpstreamFlux(beam.ParentPositions, geometry);
        chain = new DecayChain(parameters, settings.ZPolarisation);
        DecayWidths widths = DecayWidths.Compute(parameters);
        decayLength = widths.CtauParentCm;
        mediatorDecayLength = chain.IsOnShell ? widths.CtauZPrimeCm : 0.0;
        branchingRatio = widths.BrEE;
        heavyMass = parameters.ParentMass;
        mediatorMass = parameters.MZPrime;
        pot = settings.Pot;
        seed = settings.Seed;

        foreach ((Target target, double fraction) in TargetMaterial.Composition(origin))
        {
            double density = TargetMaterial.NumberDensity(geometry, origin, target, fraction);
            foreach (ScatteringRegime regime in settings.Regimes)
            {
                foreach (int pdg in settings.NeutrinoFlavours)
                {
                    UpscatteringCrossSection crossSection = new(parameters, target, regime, settings.FormFactor, settings.PauliBlocking, pdg);
                    ScatteringChannel? channel = ScatteringChannel.Build(crossSection, target, regime, pdg, beam.Flux, ReachFactor);
                    if (channel is not null && channel.Integral * density * pot * geometry.Tpc.Volume > Negligible)
                    {
                        channels.Add(channel);
                        densities.Add(density);
                        soilPaths.Add(origin == EventOrigin.Soil ? [.. channel.Nodes.Select(SoilPathDensity)] : []);
                    }
                }
            }
        }

        cumulative = new double[channels.Count];
        double sum = 0.0;
        for (int i = 0; i < channels.Count; i++)
        {
            sum += channels[i].Integral * densities[i];
            cumulative[i] = sum;
        }
    }

    /// <summary>True if no event can come from this region (below threshold, or N decays long before it arrives).</summary>
    public bool IsEmpty => channels.Count == 0;

    /// <summary>
    /// Writes event number <paramref name="eventIndex"/> of a run of <paramref name="runLength"/> events into row
    /// <paramref name="row"/>. Its weight is its share of the expected decays in the TPC, hence the sum of weights of the
    /// whole run estimates that number. Zero weight: N's line misses the region.
    /// </summary>
    public void Fill(TruthEventBatch batch, int row, long eventIndex, long runLength)
    {
        ArgumentNullException.ThrowIfNull(batch);
        RandomStream random = new(seed ^ ((ulong)origin << 60), RandomStage.Generation, (ulong)eventIndex);

        double pick = random.NextDouble() * cumulative[^1];
        int c = 0;
        while (cumulative[c] <= pick && c < cumulative.Length - 1)
        {
            c++;
        }

        ScatteringChannel channel = channels[c];
        double channelProbability = channel.Integral * densities[c] / cumulative[^1];
        (double energy, double q2) = channel.Sample(random.NextDouble(), random.NextDouble(), random.NextDouble(), out double proposal, out int node);
        UpscatteringCrossSection crossSection = channel.CrossSection;
        UpscatteringKinematics kinematics = crossSection.KinematicsAt(energy);
        double conserving = crossSection.DifferentialCrossSection(kinematics, q2, Helicity.Conserving);
        double flipping = crossSection.DifferentialCrossSection(kinematics, q2, Helicity.Flipping);
        double weight = pot * densities[c] * beam.Flux.Evaluate(channel.NeutrinoPdg, energy) * (conserving + flipping) * branchingRatio
            / (channelProbability * proposal * runLength);
        bool conserved = random.NextDouble() * (conserving + flipping) < conserving;

        // N's direction relative to the neutrino; the neutrino comes from its parent's mean decay point.
        double heavyEnergy = energy - (q2 / (2.0 * crossSection.TargetMass));
        double heavyMomentum = Math.Sqrt(Math.Max(0.0, (heavyEnergy - heavyMass) * (heavyEnergy + heavyMass)));
        double scale = heavyMomentum / heavyMass * decayLength;
        double z = SampleVertexZ(ref random, scale, ref weight);
        double x = geometry.Tpc.XLow + (random.NextDouble() * (geometry.Tpc.XHigh - geometry.Tpc.XLow));
        double y = geometry.Tpc.YLow + (random.NextDouble() * (geometry.Tpc.YHigh - geometry.Tpc.YLow));
        weight *= geometry.Tpc.Volume;
        double sourceZ = geometry.Soil.TargetZ + beam.ParentPositions.Mean(energy);
        FourVector beamDirection = new(0.0, x - geometry.Soil.AxisX, y - geometry.Soil.AxisY, z - sourceZ);
        double beamLength = beamDirection.Momentum;

        double halfSineSquared = Math.Clamp((q2 + (heavyMass * heavyMass) - (2.0 * energy * heavyMass * heavyMass / (heavyEnergy + heavyMomentum))) / (4.0 * energy * heavyMomentum), 0.0, 1.0);
        double cosine = 1.0 - (2.0 * halfSineSquared);
        double sine = 2.0 * Math.Sqrt(halfSineSquared * (1.0 - halfSineSquared));
        Direction.Around(beamDirection, cosine, sine, 2.0 * Math.PI * random.NextDouble(), out double nx, out double ny, out double nz);
        FourVector heavy = new(heavyEnergy, heavyMomentum * nx, heavyMomentum * ny, heavyMomentum * nz);
        FourVector neutrino = (energy / beamLength) * beamDirection with { E = beamLength };
        FourVector spin = PolarisationVector(neutrino, heavy, crossSection.TargetMass, conserved);
        chain.Sample(ref random, heavy, spin, out FourVector electron, out FourVector positron, out FourVector mediator);

        // Back along the Z', then along N.
        double flight = mediatorDecayLength > 0.0 ? -Math.Log(random.NextDouble()) * mediator.Momentum / mediatorMass * mediatorDecayLength : 0.0;
        double perMomentum = mediatorDecayLength > 0.0 ? flight / mediator.Momentum : 0.0;
        Ray back = new(x - (perMomentum * mediator.X), y - (perMomentum * mediator.Y), z - (perMomentum * mediator.Z), -nx, -ny, -nz);
        double path = SamplePath(ref random, back, scale, energy, c, node, ref weight);
        (double sx, double sy, double sz) = back.At(path);

        batch.Weight[row] = weight;
        (batch.VertexX[row], batch.VertexY[row], batch.VertexZ[row]) = (x, y, z);
        (batch.ScatterX[row], batch.ScatterY[row], batch.ScatterZ[row]) = (sx, sy, sz);
        double delay = (path * heavyEnergy / heavyMomentum) + (flight > 0.0 ? flight * mediator.E / mediator.Momentum : 0.0)
            - ((((x - sx) * beamDirection.X) + ((y - sy) * beamDirection.Y) + ((z - sz) * beamDirection.Z)) / beamLength);
        batch.TimeNs[row] = delay / PhysicalConstants.SpeedOfLight;
        batch.NeutrinoEnergy[row] = energy;
        batch.NeutrinoPdg[row] = channel.NeutrinoPdg;
        batch.Regime[row] = channel.Regime;
        batch.Target[row] = channel.Target.Code;
        batch.Origin[row] = origin;
        batch.HelicityConserved[row] = conserved;
        batch.DarkNeutrino[row] = heavy;
        batch.Electron[row] = electron;
        batch.Positron[row] = positron;
    }

    /// <summary>K of the production: lightlike along ±N in the centre-of-mass frame (docs/physics.md), in the laboratory.</summary>
    private static FourVector PolarisationVector(in FourVector neutrino, in FourVector heavy, double targetMass, bool conserved)
    {
        FourVector total = neutrino with { E = neutrino.E + targetMass };
        double mass = Math.Sqrt(targetMass * (targetMass + (2.0 * neutrino.E)));
        FourVector inCentre = heavy.BoostToRestFrameOf(total, mass);
        double sign = conserved ? 1.0 : -1.0;
        double p = inCentre.Momentum;
        FourVector k = new(p, sign * inCentre.X, sign * inCentre.Y, sign * inCentre.Z);
        return k.BoostFromRestFrameOf(total, mass);
    }

    /// <summary>z of the pair: uniform, or falling with the decay length for those that come from outside.</summary>
    private double SampleVertexZ(ref RandomStream random, double scale, ref double weight)
    {
        double length = geometry.Tpc.ZHigh - geometry.Tpc.ZLow;
        double u = random.NextDouble();
        if (origin == EventOrigin.Tpc || scale > 100.0 * length)
        {
            return geometry.Tpc.ZLow + (u * length);
        }

        double total = -Exponential.ExpMinusOne(-length / scale);
        double depth = -scale * Exponential.LogOnePlus(-u * total);
        weight *= scale * total * Math.Exp(depth / scale) / length;
        return geometry.Tpc.ZLow + depth;
    }

    /// <summary>Distance back to the scattering point; multiplies the weight by ∫ e^(−l/λ)/λ over the region.</summary>
    private double SamplePath(ref RandomStream random, in Ray back, double scale, double energy, int channel, int node, ref double weight)
    {
        double u = random.NextDouble();
        Interval tpc = geometry.Tpc.Intersect(back);
        switch (origin)
        {
            case EventOrigin.Tpc:
                weight *= Survival(tpc, scale);
                return TruncatedExponential(u, tpc, scale);
            case EventOrigin.Cryostat:
                Interval vessel = geometry.Cryostat.Intersect(back);
                if (tpc.Length == 0.0)
                {
                    weight *= Survival(vessel, scale);
                    return TruncatedExponential(u, vessel, scale);
                }

                Interval near = vessel.Intersect(new Interval(0.0, tpc.Start));
                Interval far = vessel.Intersect(new Interval(tpc.End, double.MaxValue));
                double nearWeight = Survival(near, scale);
                double farWeight = Survival(far, scale);
                double sum = nearWeight + farWeight;
                weight *= sum;
                double level = u * sum;
                return level < nearWeight
                    ? TruncatedExponential(level / nearWeight, near, scale)
                    : TruncatedExponential(farWeight > 0.0 ? Math.Min((level - nearWeight) / farWeight, 1.0) : 0.0, far, scale);
            default:
                return SampleSoilPath(u, back, scale, energy, channel, node, ref weight);
        }
    }

    private double SampleSoilPath(double u, in Ray back, double scale, double energy, int channel, int node, ref double weight)
    {
        Interval soil = geometry.Soil.Intersect(back);
        PiecewiseLinearDensity proposal = soilPaths[channel][node];
        double available = proposal.CumulativeAt(soil.Length);
        if (!(available > 0.0))
        {
            weight = 0.0;
            return soil.Start;
        }

        double depth = proposal.Sample(u * available / proposal.Integral);
        double path = soil.Start + depth;
        double r = back.Z + (path * back.DZ) - geometry.Soil.TargetZ;
        weight *= Math.Exp(-path / scale) / scale * upstream.Ratio(energy, r) * available / proposal.Evaluate(depth);
        return path;
    }

    /// <summary>Rough chance that N of a neutrino of this energy ends in the TPC, per unit volume; steers sampling only.</summary>
    private double ReachFactor(double energy)
    {
        if (energy <= heavyMass)
        {
            return 0.0;
        }

        double scale = Math.Sqrt((energy - heavyMass) * (energy + heavyMass)) / heavyMass * decayLength;
        double length = geometry.Tpc.ZHigh - geometry.Tpc.ZLow;
        double within = scale / length * -Exponential.ExpMinusOne(-length / scale);
        return origin switch
        {
            EventOrigin.Tpc => Math.Max(1.0 - within, length < 1e-4 * scale ? 0.5 * length / scale : 0.0),
            EventOrigin.Cryostat => within * -Exponential.ExpMinusOne(-100.0 / scale),
            _ => within * Math.Exp(-(geometry.Tpc.ZLow - geometry.Soil.TargetZ - geometry.Soil.FarDistance) / scale) * SoilPathDensity(energy).Integral / scale,
        };
    }

    /// <summary>Proposal for the depth in the soil of an axial N: e^(−d/λ) times the rise of the flux, at geometric depths.</summary>
    private PiecewiseLinearDensity SoilPathDensity(double energy)
    {
        const int Cells = 64;
        double scale = Math.Sqrt(Math.Max(1e-12, (energy - heavyMass) * (energy + heavyMass))) / heavyMass * decayLength;
        double longest = geometry.Soil.FarDistance - geometry.Soil.NearDistance;
        double first = Math.Min(Math.Max(1.0, 0.02 * scale), 0.01 * longest);
        double[] depth = new double[Cells + 1];
        double[] density = new double[Cells + 1];
        for (int i = 0; i <= Cells; i++)
        {
            depth[i] = i == 0 ? 0.0 : first * Math.Pow(longest * 1.02 / first, (i - 1.0) / (Cells - 1));
            double r = geometry.Soil.FarDistance - depth[i];
            density[i] = Math.Max(Math.Exp(-depth[i] / scale), 1e-12) * upstream.Ratio(energy, r);
        }

        return new PiecewiseLinearDensity(depth, density);
    }

    private static double Survival(in Interval interval, double scale) =>
        interval.Length > 0.0 ? Math.Exp(-interval.Start / scale) * -Exponential.ExpMinusOne(-interval.Length / scale) : 0.0;

    private static double TruncatedExponential(double u, in Interval interval, double scale) => interval.Length > 0.0
        ? Math.Min(interval.End, interval.Start - (scale * Exponential.LogOnePlus(u * Exponential.ExpMinusOne(-interval.Length / scale))))
        : interval.Start;
}
