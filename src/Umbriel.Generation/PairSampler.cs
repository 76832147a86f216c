using System.Diagnostics;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.DarkSector;
using Umbriel.Generation.Decay;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation;

/// <summary>Orients an upscattering whose pair is born at a given point, decays it, and traces N back.</summary>
internal sealed class PairSampler
{
    private readonly DecayChain chain;
    private readonly DetectorGeometry geometry;
    private readonly double heavyMass;
    private readonly double inverseHeavyMass;
    private readonly double mediatorDecayLength;
    private readonly ParentSource parents;

    public PairSampler(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, DetectorGeometry geometry, DecayWidths widths)
    {
        chain = new DecayChain(parameters, settings.ZPolarisation);
        parents = new ParentSource(beam.ParentPositions);
        this.geometry = geometry;
        heavyMass = parameters.ParentMass;
        inverseHeavyMass = 1.0 / heavyMass;
        mediatorDecayLength = widths.CtauZPrimeCm / parameters.MZPrime;
    }

    /// <summary>
    /// Neutrinos come from their parent's mean decay point. A scatter <paramref name="path"/> cm before the pair lies nearer
    /// to it, where the beam's lines are closer: docs/physics.md (34). With a path of zero the lines are parallel, which
    /// serves scatters close by. N's helicity is that of the centre-of-mass frame of the scattering.
    /// </summary>
    public void Sample(ref RandomStream random, in Upscattering scattering, double targetMass, double x, double y, double z, double path, out SampledPair pair)
    {
        Debug.Assert(targetMass > 0.0);
        Debug.Assert(path >= 0.0);
        double bx = x - geometry.Soil.AxisX;
        double by = y - geometry.Soil.AxisY;
        double bz = z - (geometry.Soil.TargetZ + parents.Mean(scattering.Energy));
        double length = Math.Sqrt((bx * bx) + (by * by) + (bz * bz));
        double perLength = 1.0 / length;
        bx *= perLength;
        by *= perLength;
        bz *= perLength;
        double energy = scattering.Energy;
        double p = scattering.HeavyMomentum;
        double m2 = heavyMass * heavyMass;
        double halfSineSquared = Math.Clamp((scattering.Q2 + m2 - (2.0 * energy * m2 / (scattering.HeavyEnergy + p))) / (4.0 * energy * p), 0.0, 1.0);
        double cosine = 1.0 - (2.0 * halfSineSquared);
        double sine = 2.0 * Math.Sqrt(halfSineSquared * (1.0 - halfSineSquared));
        pair.Spread = 1.0;
        double toScatter = length;
        bool bends = false;
        if (path > 0.0)
        {
            double across = path * sine;
            toScatter = Math.Sqrt(Math.Max(0.0, (length * length) - (across * across))) - (path * cosine);
            bends = toScatter > 0.0;
            pair.Spread = bends ? length / (toScatter + (path * cosine)) : 0.0;
            if (bends)
            {
                sine *= toScatter * perLength;
                cosine = ((toScatter * cosine) + path) * perLength;
            }
        }

        Direction.Turn(random.NextDouble(), out double sin, out double cos);
        Direction.FromFrame(bx, by, bz, sine * cos, sine * sin, cosine, out double nx, out double ny, out double nz);
        if (path > 0.0 && toScatter > 0.0)
        {
            double perScatter = 1.0 / toScatter;
            bx = ((length * bx) - (path * nx)) * perScatter;
            by = ((length * by) - (path * ny)) * perScatter;
            bz = ((length * bz) - (path * nz)) * perScatter;
        }

        FourVector heavy = new(scattering.HeavyEnergy, p * nx, p * ny, p * nz);

        // K of the production is lightlike along ±N in the centre-of-mass frame (docs/physics.md); in the rest frame of N
        // that is against, or along, the flight of the centre of mass.
        double sign = scattering.HelicityConserved ? -1.0 : 1.0;
        double total = energy + targetMass;
        double energyInRest = ((total * heavy.E) - (energy * p * ((bx * nx) + (by * ny) + (bz * nz)))) * inverseHeavyMass;
        double factor = (total + energyInRest) / (heavy.E + heavyMass);
        bool flies = chain.SampleAbout(
            ref random,
            heavy,
            sign * ((energy * bx) - (factor * heavy.X)),
            sign * ((energy * by) - (factor * heavy.Y)),
            sign * ((energy * bz) - (factor * heavy.Z)),
            out pair.Electron,
            out pair.Positron,
            out FourVector mediator);

        // Flight of the Z' in cm per GeV of its momentum.
        double flight = flies ? -Math.Log(random.NextDouble()) * mediatorDecayLength : 0.0;
        pair.Heavy = heavy;
        pair.Back = new Ray(x - (flight * mediator.X), y - (flight * mediator.Y), z - (flight * mediator.Z), -nx, -ny, -nz);
        pair.BeamDirection = new FourVector(0.0, bx, by, bz);
        pair.MediatorFlight = flight * mediator.E;
    }
}
