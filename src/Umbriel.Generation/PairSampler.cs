using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Decay;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation;

/// <summary>Orients an upscattering whose pair is born at a given point, decays it, and traces N back.</summary>
internal sealed class PairSampler
{
    private readonly DecayChain chain;
    private readonly BeamData beam;
    private readonly DetectorGeometry geometry;
    private readonly double heavyMass;
    private readonly double mediatorMass;
    private readonly double mediatorDecayLength;

    public PairSampler(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, DetectorGeometry geometry, DecayWidths widths)
    {
        chain = new DecayChain(parameters, settings.ZPolarisation);
        this.beam = beam;
        this.geometry = geometry;
        heavyMass = parameters.ParentMass;
        mediatorMass = parameters.MZPrime;
        mediatorDecayLength = chain.IsOnShell ? widths.CtauZPrimeCm : 0.0;
    }

    /// <summary>
    /// Neutrinos come from their parent's mean decay point towards the pair's vertex. N's helicity is that of the
    /// centre-of-mass frame of the scattering.
    /// </summary>
    public SampledPair Sample(ref RandomStream random, in Upscattering scattering, double targetMass, double x, double y, double z)
    {
        double sourceZ = geometry.Soil.TargetZ + beam.ParentPositions.Mean(scattering.Energy);
        FourVector beamDirection = new(0.0, x - geometry.Soil.AxisX, y - geometry.Soil.AxisY, z - sourceZ);
        double beamLength = beamDirection.Momentum;
        double energy = scattering.Energy;
        double p = scattering.HeavyMomentum;
        double m2 = heavyMass * heavyMass;
        double halfSineSquared = Math.Clamp((scattering.Q2 + m2 - (2.0 * energy * m2 / (scattering.HeavyEnergy + p))) / (4.0 * energy * p), 0.0, 1.0);
        double cosine = 1.0 - (2.0 * halfSineSquared);
        double sine = 2.0 * Math.Sqrt(halfSineSquared * (1.0 - halfSineSquared));
        Direction.Around(beamDirection, cosine, sine, 2.0 * Math.PI * random.NextDouble(), out double nx, out double ny, out double nz);
        FourVector heavy = new(scattering.HeavyEnergy, p * nx, p * ny, p * nz);
        FourVector neutrino = (energy / beamLength) * beamDirection with { E = beamLength };
        FourVector spin = PolarisationVector(neutrino, heavy, targetMass, scattering.HelicityConserved);
        chain.Sample(ref random, heavy, spin, out FourVector electron, out FourVector positron, out FourVector mediator);

        double mediatorMomentum = mediator.Momentum;
        double flight = mediatorDecayLength > 0.0 ? -Math.Log(random.NextDouble()) * mediatorMomentum / mediatorMass * mediatorDecayLength : 0.0;
        double step = flight > 0.0 ? flight / mediatorMomentum : 0.0;
        return new SampledPair
        {
            Heavy = heavy,
            Electron = electron,
            Positron = positron,
            Back = new Ray(x - (step * mediator.X), y - (step * mediator.Y), z - (step * mediator.Z), -nx, -ny, -nz),
            BeamDirection = (1.0 / beamLength) * beamDirection,
            MediatorFlight = flight > 0.0 ? flight * mediator.E / mediatorMomentum : 0.0,
        };
    }

    /// <summary>K of the production: lightlike along ±N in the centre-of-mass frame (docs/physics.md), in the laboratory.</summary>
    private static FourVector PolarisationVector(in FourVector neutrino, in FourVector heavy, double targetMass, bool conserved)
    {
        FourVector total = neutrino with { E = neutrino.E + targetMass };
        double mass = Math.Sqrt(targetMass * (targetMass + (2.0 * neutrino.E)));
        FourVector inCentre = heavy.BoostToRestFrameOf(total, mass);
        double sign = conserved ? 1.0 : -1.0;
        FourVector k = new(inCentre.Momentum, sign * inCentre.X, sign * inCentre.Y, sign * inCentre.Z);
        return k.BoostFromRestFrameOf(total, mass);
    }
}
