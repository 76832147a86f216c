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
    public void Sample(ref RandomStream random, in Upscattering scattering, double x, double y, double z, double path, out SampledPair pair)
    {
        Debug.Assert(scattering.Struck.E > 0.0);
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
        FourVector struck = Turned(scattering.Struck, bx, by, bz, nx, ny, nz);
        double total = energy + struck.E;
        double along = (bx * nx) + (by * ny) + (bz * nz);
        double energyInRest = ((total * heavy.E) - (energy * p * along) - (p * ((struck.X * nx) + (struck.Y * ny) + (struck.Z * nz)))) * inverseHeavyMass;
        double factor = (total + energyInRest) / (heavy.E + heavyMass);
        bool flies = chain.SampleAbout(
            ref random,
            heavy,
            sign * ((energy * bx) + struck.X - (factor * heavy.X)),
            sign * ((energy * by) + struck.Y - (factor * heavy.Y)),
            sign * ((energy * bz) + struck.Z - (factor * heavy.Z)),
            out pair.Electron,
            out pair.Positron,
            out FourVector mediator);

        // Flight of the Z' in cm per GeV of its momentum.
        double flight = flies ? -Math.Log(random.NextDouble()) * mediatorDecayLength : 0.0;
        pair.Heavy = heavy;
        pair.Struck = struck;
        pair.Back = new Ray(x - (flight * mediator.X), y - (flight * mediator.Y), z - (flight * mediator.Z), -nx, -ny, -nz);
        pair.BeamDirection = new FourVector(0.0, bx, by, bz);
        pair.MediatorFlight = flight * mediator.E;
    }

    /// <summary>From the frame of neutrino and N, see <see cref="Upscattering.Struck"/>, to the detector's; what rests stays.</summary>
    private static FourVector Turned(in FourVector struck, double bx, double by, double bz, double nx, double ny, double nz)
    {
        if (struck.X == 0.0 && struck.Y == 0.0 && struck.Z == 0.0)
        {
            return struck;
        }

        double along = (bx * nx) + (by * ny) + (bz * nz);
        (double tx, double ty, double tz) = (nx - (along * bx), ny - (along * by), nz - (along * bz));
        double across = Math.Sqrt((tx * tx) + (ty * ty) + (tz * tz));
        if (across < 1e-12)
        {
            // N flies along the neutrino: any direction across them will do.
            Direction.FromFrame(bx, by, bz, 1.0, 0.0, 0.0, out tx, out ty, out tz);
            across = 1.0;
        }

        (tx, ty, tz) = (tx / across, ty / across, tz / across);
        (double wx, double wy, double wz) = ((by * tz) - (bz * ty), (bz * tx) - (bx * tz), (bx * ty) - (by * tx));
        return new FourVector(
            struck.E,
            (struck.X * tx) + (struck.Y * wx) + (struck.Z * bx),
            (struck.X * ty) + (struck.Y * wy) + (struck.Z * by),
            (struck.X * tz) + (struck.Y * wz) + (struck.Z * bz));
    }
}
