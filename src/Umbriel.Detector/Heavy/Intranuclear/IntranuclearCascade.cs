using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// A reaction with an argon nucleus as a cascade of collisions with single nucleons at rest (after R. Serber, Phys. Rev. 72 (1947)
/// 1114, without geometry: a secondary collides again with a fixed probability). Every nucleon that leaves pays the separation
/// energy (lost), one that cannot is absorbed; the energy absorbed is spent by <see cref="Evaporation"/>. Energy and charge of the
/// hadrons are conserved exactly up to the nucleus's charge; momentum is not (no recoil).
/// </summary>
internal static class IntranuclearCascade
{
    /// <summary>
    /// Probability that a nucleon collides once more before it leaves. Chosen, with no measurement on record that it was tuned on; a
    /// test holds the number of nucleons after the capture of π− at rest between 2.5 and 6.
    /// </summary>
    private const double NucleonRescatterProbability = 0.45;

    /// <summary>
    /// Kinetic energy inside the nucleus below which a nucleon leaves without another collision, GeV. Chosen, not tuned.
    /// </summary>
    private const double MinimumRescatterEnergy = 0.03;

    /// <summary>
    /// Probability that a pion made in the nucleus is absorbed. Chosen: see <see cref="NucleonRescatterProbability"/>.
    /// </summary>
    private const double PionAbsorptionProbability = 0.25;

    /// <summary>
    /// Probability that a pion made in the nucleus scatters on a nucleon. Chosen: see <see cref="NucleonRescatterProbability"/>.
    /// </summary>
    private const double PionRescatterProbability = 0.30;

    /// <summary>
    /// Part of those scatterings that exchange charge. Chosen, of the size of charge exchange among the reactions of pions that are
    /// not absorbed (<see cref="HadronicCrossSections.PionShares"/>: 0.19 at 0.2 GeV).
    /// </summary>
    private const double ChargeExchangeFraction = 0.2;

    /// <summary>
    /// Energy that a proton must have beyond the separation energy to leave, GeV: <see cref="Evaporation.ProtonBarrier"/>.
    /// </summary>
    private const double ProtonBarrier = Evaporation.ProtonBarrier;

    /// <summary>The same for a neutron, GeV. Chosen: below, evaporation deals with its energy.</summary>
    private const double NeutronBarrier = 1e-3;

    /// <summary>A nucleon from outside reacts: it gains the separation energy on entering and knocks on a nucleon.</summary>
    public static void StartWithNucleon(ref RandomStream random, ParticleState projectile, SimulatedEvent simulated)
    {
        CascadeStack stack = new(stackalloc CascadeHadron[CascadeStack.Capacity]);
        double energy = projectile.Energy + Evaporation.Separation;
        CascadeHadron nucleon = new(IsPion: false, ParticleProperties.Charge(projectile.Kind), energy, (projectile.DX, projectile.DY, projectile.DZ));
        NucleonCollision.Collide(ref random, nucleon, ref stack);
        CascadeEmission emission = new(projectile, CreationProcess.NuclearInelastic, simulated);
        Run(ref random, ref stack, emission, new CascadeEnergyBalance(NucleonsIn: 1, MassIn: 0.0));
    }

    /// <summary>A charged pion from outside reacts, in flight or at rest, in a channel chosen before.</summary>
    public static void StartWithPion(ref RandomStream random, ParticleState projectile, PionChannel channel, CreationProcess process, SimulatedEvent simulated)
    {
        CascadeStack stack = new(stackalloc CascadeHadron[CascadeStack.Capacity]);
        int charge = ParticleProperties.Charge(projectile.Kind);
        CascadeHadron pion = new(IsPion: true, charge, projectile.Energy, (projectile.DX, projectile.DY, projectile.DZ), LeavesFreely: true);
        switch (channel)
        {
            case PionChannel.Absorption:
                PionAbsorption.Absorb(ref random, pion, ref stack);
                break;
            case PionChannel.ChargeExchange:
                PionScattering.ExchangeCharge(ref random, pion, ref stack);
                break;
            default:
                PionProduction.Collide(ref random, pion, ref stack);
                break;
        }

        CascadeEmission emission = new(projectile, process, simulated);
        Run(ref random, ref stack, emission, new CascadeEnergyBalance(NucleonsIn: 0, MassIn: CascadeHadron.PionMass));
    }

    /// <summary>
    /// Follows the hadrons on the stack, the latest first, until all have left or are absorbed; then cools the nucleus.
    /// </summary>
    public static void Run(ref RandomStream random, ref CascadeStack stack, in CascadeEmission emission, CascadeEnergyBalance balance)
    {
        while (stack.TryPop(out CascadeHadron hadron))
        {
            if (hadron.IsPion)
            {
                FollowPion(ref random, hadron, ref stack, emission, ref balance);
            }
            else
            {
                FollowNucleon(ref random, hadron, ref stack, emission, ref balance);
            }
        }

        balance.Settle(emission.Simulated);
        Evaporation.Cool(ref random, emission.Projectile, balance.Excitation, Evaporation.NeutronShare, emission.Process, emission.Simulated);
    }

    private static void FollowPion(
        ref RandomStream random, in CascadeHadron pion, ref CascadeStack stack, in CascadeEmission emission, ref CascadeEnergyBalance balance)
    {
        double u = pion.LeavesFreely ? 1.0 : random.NextDouble();
        if (stack.HasRoom && u < PionAbsorptionProbability)
        {
            PionAbsorption.Absorb(ref random, pion, ref stack);
        }
        else if (stack.HasRoom && u < PionAbsorptionProbability + PionRescatterProbability)
        {
            if (random.NextDouble() < ChargeExchangeFraction)
            {
                PionScattering.ExchangeCharge(ref random, pion, ref stack);
            }
            else
            {
                PionScattering.Scatter(ref random, pion, ref stack);
            }
        }
        else
        {
            balance.PionLeft(emission.EmitPion(ref random, pion));
        }
    }

    private static void FollowNucleon(
        ref RandomStream random, in CascadeHadron nucleon, ref CascadeStack stack, in CascadeEmission emission, ref CascadeEnergyBalance balance)
    {
        if (nucleon.Energy < Evaporation.Separation + (nucleon.Charge == 1 ? ProtonBarrier : NeutronBarrier))
        {
            balance.NucleonAbsorbed(nucleon.Energy);
        }
        else if (stack.HasRoom && nucleon.Energy > MinimumRescatterEnergy && random.NextDouble() < NucleonRescatterProbability)
        {
            NucleonCollision.Collide(ref random, nucleon, ref stack);
        }
        else
        {
            balance.NucleonLeft();
            emission.EmitNucleon(ref random, nucleon);
        }
    }
}
