using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy.Intranuclear;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Muons, charged pions and kaons, protons and neutrons in liquid argon from 5 GeV (muons: any energy) down to rest; π0 decay at once.
/// Each step: restricted continuous loss with fluctuation, Coulomb scattering; then, with the competing rates, a δ-ray, a nuclear
/// reaction or a decay. Radiative losses of muons are deposited along the track, without fluctuation.
/// </summary>
public sealed class HeavyParticleTransport : IParticleTransport
{
    /// <summary>
    /// Residual range, cm, below which a particle is stopped in one step and shortest step of others. Chosen: 1/30 of a wire pitch.
    /// </summary>
    private const double FinalRange = 0.01;

    /// <summary>Largest part of the residual range in a step. Chosen.</summary>
    private const double StepOfRange = 0.2;

    /// <summary>Part of K− reactions in flight that absorb it; the rest scatters. Chosen, no measurement on record.</summary>
    private const double KaonMinusAbsorptionShare = 0.5;

    private readonly HeavyTransportSettings settings;
    private readonly RangeTable muon;
    private readonly RangeTable pion;
    private readonly RangeTable kaon;
    private readonly RangeTable proton;
    private readonly double nuclei;

    /// <summary>Tabulates the stopping power.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public HeavyParticleTransport(HeavyTransportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        this.settings = settings;
        nuclei = HadronicCrossSections.PerMillibarn(settings.Density);
        muon = Restricted(ParticleKind.MuonMinus);
        pion = Restricted(ParticleKind.PionPlus);
        kaon = Restricted(ParticleKind.KaonPlus);
        proton = Restricted(ParticleKind.Proton);
    }

    /// <inheritdoc/>
    public bool Follows(ParticleKind kind) => kind is ParticleKind.MuonMinus or ParticleKind.MuonPlus or ParticleKind.PionPlus
        or ParticleKind.PionMinus or ParticleKind.PionZero or ParticleKind.KaonPlus or ParticleKind.KaonMinus or ParticleKind.Proton or ParticleKind.Neutron;

    /// <summary>Mean loss of a muon, pion, kaon or proton, δ-rays and radiation included, GeV cm²/g, at a kinetic energy in GeV.</summary>
    public static double MassStoppingPower(ParticleKind kind, double kineticEnergy)
    {
        double mass = ParticleProperties.Mass(kind);
        double loss = StoppingPower.Electronic(kineticEnergy, mass, ParticleProperties.IsSpinHalf(kind));
        return kind is ParticleKind.MuonMinus or ParticleKind.MuonPlus ? loss + StoppingPower.Radiative(kineticEnergy) : loss;
    }

    /// <inheritdoc/>
    public void Transport(ref RandomStream random, ParticleState particle, in Box volume, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        if (!Follows(particle.Kind))
        {
            throw new ArgumentException($"{particle.Kind} is not followed here", nameof(particle));
        }

        if (!(particle.Energy >= 0.0) || double.IsInfinity(particle.Energy))
        {
            throw new ArgumentException($"kinetic energy {particle.Energy:R} of {particle.Kind}", nameof(particle));
        }

        if (!volume.Contains(particle.X, particle.Y, particle.Z))
        {
            simulated.Escaped += particle.Energy;
        }
        else if (particle.Kind == ParticleKind.PionZero)
        {
            ParticleDecays.Decay(ref random, particle, simulated);
        }
        else if (particle.Kind == ParticleKind.Neutron)
        {
            NeutronTransport.Transport(ref random, particle, volume, settings, simulated);
        }
        else
        {
            Follow(ref random, particle, volume, simulated);
        }
    }

    /// <summary>Total range in the continuous-slowing-down approximation, g/cm², on a grid; for tests and tables.</summary>
    internal static RangeTable UnrestrictedTable(ParticleKind kind) => new(t => MassStoppingPower(kind, t));

    private void Follow(ref RandomStream random, ParticleState particle, in Box volume, SimulatedEvent simulated)
    {
        double mass = ParticleProperties.Mass(particle.Kind);
        bool spinHalf = ParticleProperties.IsSpinHalf(particle.Kind);
        double decayLength = ParticleProperties.MeanLife(particle.Kind) * PhysicalConstants.SpeedOfLight;
        RangeTable table = TableOf(particle.Kind);
        double depth = Sampling.Exponential(ref random);
        while (true)
        {
            double range = table.Range(particle.Energy);
            double exit = VolumeDistance.Ahead(volume, particle);
            if (range < FinalRange)
            {
                Stop(ref random, particle, Math.Min(range, exit), mass, simulated);
                return;
            }

            double beta2 = StoppingPower.BetaSquared(particle.Energy, mass);
            double delta = settings.Density * DeltaRays.Rate(particle.Energy, mass, spinHalf, settings.DeltaRayCut);
            (double elastic, double reaction) = NuclearRates(particle);
            double decay = Math.Sqrt((1.0 - beta2) / beta2) / decayLength;
            double total = delta + elastic + reaction + decay;
            double step = Math.Min(settings.MaximumStep, Math.Max(StepOfRange * range, FinalRange));
            double interaction = total > 0.0 ? depth / total : double.PositiveInfinity;
            bool interacts = interaction <= step;
            step = Math.Min(step, interaction);
            bool leaves = exit <= step;
            step = Math.Min(step, exit);

            // FinalRange ≤ range: a step never exceeds it.
            double mean = step >= range ? particle.Energy : particle.Energy - table.Energy(range - step);
            mean = Math.Clamp(mean, 0.0, particle.Energy);
            double loss = settings.Fluctuations
                ? EnergyLossFluctuation.Sample(ref random, particle.Energy, mass, step * settings.Density, mean, settings.DeltaRayCut)
                : mean;
            ParticleState start = particle;
            double middle = Math.Max(particle.Energy - (0.5 * loss), 0.5 * particle.Energy);
            Flight.Advance(ref particle, step, Math.Sqrt(StoppingPower.BetaSquared(middle, mass)));
            if (settings.MultipleScattering && step > 0.0)
            {
                (double x, double y, double z) = MultipleScattering.Scatter(ref random, ref particle, mass, middle, step, settings.Density);

                // The chord of a curved step is not longer than the step.
                double chord = Math.Sqrt((step * step) + (x * x) + (y * y) + (z * z));
                double shrink = step / chord;
                x = start.X + (shrink * (particle.X + x - start.X));
                y = start.Y + (shrink * (particle.Y + y - start.Y));
                z = start.Z + (shrink * (particle.Z + z - start.Z));
                if (!leaves && volume.Contains(x, y, z))
                {
                    (particle.X, particle.Y, particle.Z) = (x, y, z);
                }
            }

            if (loss > 0.0)
            {
                simulated.Add(new Deposit(start.Index, start.X, start.Y, start.Z, particle.X, particle.Y, particle.Z, start.Time, loss));
            }

            particle.Energy -= loss;
            if (leaves)
            {
                simulated.Escaped += particle.Energy;
                return;
            }

            if (!interacts)
            {
                depth -= total * step;
                continue;
            }

            depth = Sampling.Exponential(ref random);
            if (particle.Energy <= 0.0)
            {
                continue;
            }

            double choice = random.NextDouble() * total;
            if (choice < delta)
            {
                DeltaRays.Emit(ref random, ref particle, mass, spinHalf, settings.DeltaRayCut, simulated);
            }
            else if (choice < delta + elastic)
            {
                NuclearRecoil.Scatter(ref random, ref particle, simulated);
            }
            else if (choice < delta + elastic + reaction)
            {
                React(ref random, particle, simulated);
                return;
            }
            else
            {
                ParticleDecays.Decay(ref random, particle, simulated);
                return;
            }
        }
    }

    private void Stop(ref RandomStream random, ParticleState particle, double length, double mass, SimulatedEvent simulated)
    {
        ParticleState start = particle;
        if (particle.Energy > 0.0)
        {
            Flight.Advance(ref particle, length, Math.Sqrt(StoppingPower.BetaSquared(0.5 * particle.Energy, mass)));
            simulated.Add(new Deposit(start.Index, start.X, start.Y, start.Z, particle.X, particle.Y, particle.Z, start.Time, start.Energy));
        }

        StoppedParticle.Handle(ref random, particle, settings.MuonMeanLifeInArgon, simulated);
    }

    /// <summary>Macroscopic cross sections, cm⁻¹.</summary>
    private (double Elastic, double Reaction) NuclearRates(ParticleState particle)
    {
        double energy = particle.Energy;
        switch (particle.Kind)
        {
            case ParticleKind.PionPlus or ParticleKind.PionMinus:
                double all = HadronicCrossSections.PionReaction(particle.Kind, energy);
                (double absorption, double exchange) = HadronicCrossSections.PionShares(energy);
                double scaled = (absorption * settings.PionAbsorptionScale) + (exchange * settings.PionChargeExchangeScale)
                    + ((1.0 - absorption - exchange) * settings.PionInelasticScale);
                return (nuclei * settings.PionElasticScale * HadronicCrossSections.PionElastic(particle.Kind, energy), nuclei * all * scaled);
            case ParticleKind.Proton:
                return (nuclei * settings.ProtonElasticScale * HadronicCrossSections.ProtonElastic(energy),
                    nuclei * settings.ProtonInelasticScale * HadronicCrossSections.ProtonReaction(energy));
            case ParticleKind.KaonPlus or ParticleKind.KaonMinus:
                (double reaction, double elastic) = HadronicCrossSections.Kaon(particle.Kind);
                return (nuclei * settings.KaonScale * elastic, nuclei * settings.KaonScale * reaction);
            default:
                return (0.0, 0.0);
        }
    }

    private void React(ref RandomStream random, ParticleState particle, SimulatedEvent simulated)
    {
        switch (particle.Kind)
        {
            case ParticleKind.Proton:
                IntranuclearCascade.StartWithNucleon(ref random, particle, simulated);
                break;
            case ParticleKind.KaonMinus when random.NextDouble() < KaonMinusAbsorptionShare:
                KaonReaction.Absorb(ref random, particle, CreationProcess.NuclearInelastic, simulated);
                break;
            case ParticleKind.KaonPlus or ParticleKind.KaonMinus:
                KaonReaction.Scatter(ref random, particle, simulated);
                break;
            default:
                (double absorption, double exchange) = HadronicCrossSections.PionShares(particle.Energy);
                double absorbed = absorption * settings.PionAbsorptionScale;
                double exchanged = exchange * settings.PionChargeExchangeScale;
                double u = random.NextDouble() * (absorbed + exchanged + ((1.0 - absorption - exchange) * settings.PionInelasticScale));
                PionChannel channel = u < absorbed ? PionChannel.Absorption
                    : u < absorbed + exchanged ? PionChannel.ChargeExchange
                    : PionChannel.Inelastic;
                IntranuclearCascade.StartWithPion(ref random, particle, channel, simulated);
                break;
        }
    }

    private RangeTable TableOf(ParticleKind kind) => kind switch
    {
        ParticleKind.MuonMinus or ParticleKind.MuonPlus => muon,
        ParticleKind.PionPlus or ParticleKind.PionMinus => pion,
        ParticleKind.KaonPlus or ParticleKind.KaonMinus => kaon,
        _ => proton,
    };

    private RangeTable Restricted(ParticleKind kind)
    {
        double mass = ParticleProperties.Mass(kind);
        bool spinHalf = ParticleProperties.IsSpinHalf(kind);
        return new RangeTable(t => settings.Density * (MassStoppingPower(kind, t) - StoppingPower.AboveCut(t, mass, spinHalf, settings.DeltaRayCut)));
    }
}
