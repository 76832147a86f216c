using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// A reaction with an argon nucleus as a chain of collisions with single nucleons at rest (after R. Serber, Phys. Rev. 72 (1947)
/// 1114, without geometry: a secondary collides again with a fixed probability). Every nucleon that leaves pays the separation
/// energy (lost), one that cannot is absorbed; what is absorbed is <see cref="Evaporation"/>'s. Fermi motion smears directions by 0.1 GeV/p.
/// Energy and charge of the hadrons are conserved exactly up to the nucleus's charge; momentum is not (no recoil).
/// </summary>
internal static class IntranuclearCascade
{
    private const int Capacity = 96;
    private const double Nucleon = 0.5 * (PhysicalConstants.MassProton + PhysicalConstants.MassNeutron);
    private const double Pion = PhysicalConstants.MassChargedPion;
    private const double NucleonRescatter = 0.45;
    private const double PionAbsorbed = 0.25;
    private const double PionRescatter = 0.30;
    private const double ProtonShare = LiquidArgon.Z / LiquidArgon.A;
    private const double Separation = Evaporation.Separation;

    /// <summary>What a pion does first.</summary>
    public enum PionChannel
    {
        /// <summary>Absorbed by two nucleons.</summary>
        Absorption,

        /// <summary>Leaves as π0.</summary>
        ChargeExchange,

        /// <summary>Knocks on a nucleon, or makes another pion.</summary>
        Inelastic,
    }

    /// <summary>A nucleon reacts.</summary>
    public static void Nucleons(ref RandomStream random, ParticleState projectile, SimulatedEvent simulated)
    {
        Span<Member> members = stackalloc Member[Capacity];
        Chain chain = new(members, projectile, CreationProcess.NuclearInelastic, simulated);
        int charge = ParticleProperties.Charge(projectile.Kind);
        chain.Collide(ref random, new Member(false, charge, projectile.Energy + Separation, (projectile.DX, projectile.DY, projectile.DZ)));
        chain.Run(ref random, baryonsIn: 1, massIn: 0.0, neutronShare: 0.70);
    }

    /// <summary>A charged pion reacts, in flight or at rest.</summary>
    public static void Pions(ref RandomStream random, ParticleState projectile, PionChannel channel, CreationProcess process, SimulatedEvent simulated)
    {
        Span<Member> members = stackalloc Member[Capacity];
        Chain chain = new(members, projectile, process, simulated);
        Member pion = new(true, ParticleProperties.Charge(projectile.Kind), projectile.Energy, (projectile.DX, projectile.DY, projectile.DZ), Free: true);
        switch (channel)
        {
            case PionChannel.Absorption:
                chain.Absorb(ref random, pion);
                break;
            case PionChannel.ChargeExchange:
                chain.Scatter(ref random, pion, exchange: true);
                break;
            default:
                chain.CollidePion(ref random, pion);
                break;
        }

        chain.Run(ref random, baryonsIn: 0, massIn: Pion, neutronShare: 0.70);
    }

    /// <summary>K+ or K− knocks on a nucleon and goes on.</summary>
    public static void KaonScatters(ref RandomStream random, ParticleState projectile, SimulatedEvent simulated)
    {
        Span<Member> members = stackalloc Member[Capacity];
        Chain chain = new(members, projectile, CreationProcess.NuclearInelastic, simulated);
        const double kaon = ParticleProperties.MassKaon;
        FourVector total = Kinematics.Momentum(projectile, kaon) + new FourVector(Nucleon, 0.0, 0.0, 0.0);
        (FourVector first, FourVector second) = Kinematics.Decay(total, Math.Sqrt(total.MassSquared), kaon, Nucleon, Sampling.Isotropic(ref random));
        chain.Push(false, chain.Target(ref random), second, Nucleon);
        double kinetic = total.E - Nucleon - kaon - chain.LastEnergy;
        ParticleState outgoing = projectile;
        double p = first.Momentum;
        if (p > 0.0)
        {
            (outgoing.DX, outgoing.DY, outgoing.DZ) = (first.X / p, first.Y / p, first.Z / p);
        }

        outgoing.Energy = Math.Max(0.0, kinetic);
        simulated.Add(outgoing, projectile.Index, CreationProcess.NuclearInelastic);
        chain.Run(ref random, baryonsIn: 0, massIn: 0.0, neutronShare: 0.70);
    }

    /// <summary>K− N → Λπ, Λ → Nπ at once (its flight, centimetres at most, is left out): one π leaves, the other and N face the nucleus.</summary>
    public static void KaonAbsorbed(ref RandomStream random, ParticleState projectile, CreationProcess process, SimulatedEvent simulated)
    {
        Span<Member> members = stackalloc Member[Capacity];
        Chain chain = new(members, projectile, process, simulated);
        const double kaon = ParticleProperties.MassKaon;
        FourVector total = Kinematics.Momentum(projectile, kaon) + new FourVector(Nucleon, 0.0, 0.0, 0.0);
        int target = chain.Target(ref random);
        (FourVector lambda, FourVector pion) = Kinematics.Decay(total, Math.Sqrt(total.MassSquared), ParticleProperties.MassLambda, Pion, Sampling.Isotropic(ref random));
        (FourVector nucleon, FourVector second) = Kinematics.Decay(lambda, ParticleProperties.MassLambda, Nucleon, Pion, Sampling.Isotropic(ref random));
        bool toProton = random.NextDouble() < 0.641;
        chain.Push(true, target - 1, pion, Pion);
        chain.Push(true, toProton ? -1 : 0, second, Pion);
        chain.Push(false, toProton ? 1 : 0, nucleon, Nucleon);
        chain.Run(ref random, baryonsIn: 0, massIn: kaon, neutronShare: 0.70);
    }

    /// <summary>A hadron in the nucleus: kinetic energy there, GeV; free: a pion that leaves, as the channel chosen says.</summary>
    internal readonly record struct Member(bool IsPion, int Charge, double Energy, (double X, double Y, double Z) Direction, bool Free = false)
    {
        /// <summary>Four-momentum, nucleons and pions with their mean masses.</summary>
        public FourVector Momentum
        {
            get
            {
                double mass = IsPion ? Pion : Nucleon;
                double p = Math.Sqrt(Energy * (Energy + (2.0 * mass)));
                return new FourVector(Energy + mass, p * Direction.X, p * Direction.Y, p * Direction.Z);
            }
        }
    }

    private ref struct Chain(Span<Member> members, ParticleState at, CreationProcess process, SimulatedEvent simulated)
    {
        private readonly Span<Member> members = members;
        private readonly ParticleState at = at;
        private int count = 0;
        private double excitation = 0.0;

        /// <summary>Kinetic energy of the member pushed last.</summary>
        public readonly double LastEnergy => members[count - 1].Energy;

        /// <summary>Charge of a nucleon met at random.</summary>
        public readonly int Target(ref RandomStream random) => random.NextDouble() < ProtonShare ? 1 : 0;

        public void Push(bool isPion, int charge, in FourVector momentum, double mass, bool free = false)
        {
            double p = momentum.Momentum;
            (double, double, double) direction = p > 0.0 ? (momentum.X / p, momentum.Y / p, momentum.Z / p) : (0.0, 0.0, 1.0);
            members[count++] = new Member(isPion, charge, Math.Max(0.0, momentum.E - mass), direction, free);
        }

        public void Run(ref RandomStream random, int baryonsIn, double massIn, double neutronShare)
        {
            int baryons = 0;
            double massOut = 0.0;
            while (count > 0)
            {
                Member member = members[--count];
                bool room = count < Capacity - 4;
                if (member.IsPion)
                {
                    double u = member.Free ? 1.0 : random.NextDouble();
                    if (room && u < PionAbsorbed)
                    {
                        Absorb(ref random, member);
                    }
                    else if (room && u < PionAbsorbed + PionRescatter)
                    {
                        Scatter(ref random, member, exchange: random.NextDouble() < 0.2);
                    }
                    else
                    {
                        massOut += EmitPion(ref random, member);
                    }

                    continue;
                }

                double barrier = member.Charge == 1 ? 4e-3 : 1e-3;
                if (member.Energy < Separation + barrier)
                {
                    excitation += member.Energy;
                }
                else if (room && member.Energy > 0.03 && random.NextDouble() < NucleonRescatter)
                {
                    Collide(ref random, member);
                }
                else
                {
                    baryons++;
                    Emit(ref random, member.Charge == 1 ? ParticleKind.Proton : ParticleKind.Neutron, member.Energy - Separation, member.Direction, 0.1, Nucleon);
                }
            }

            // In: the projectile gained S on entering. Out: each nucleon paid S on leaving.
            Book(Separation * (baryons - baryonsIn));
            Book(massOut - massIn);
            Evaporation.Cool(ref random, at, excitation, neutronShare, process, simulated);
        }

        /// <summary>N N → N N, or N N π with a probability that rises from 0 at 0.35 GeV to 0.6 at 1.55 GeV.</summary>
        public void Collide(ref RandomStream random, in Member member)
        {
            int target = Target(ref random);
            FourVector total = member.Momentum + new FourVector(Nucleon, 0.0, 0.0, 0.0);
            double s = Math.Sqrt(total.MassSquared);
            if (random.NextDouble() < Math.Min(0.6, 0.5 * (member.Energy - 0.35)) && s > (2.0 * Nucleon) + Pion + 1e-3)
            {
                // Charges of the pion by isospin, as if through Δ(1232).
                int charge = member.Charge + target;
                double u = random.NextDouble();
                int pion = charge switch
                {
                    2 => u < 5.0 / 6.0 ? 1 : 0,
                    1 => u < 2.0 / 3.0 ? 0 : u < 5.0 / 6.0 ? 1 : -1,
                    _ => u < 5.0 / 6.0 ? -1 : 0,
                };
                int left = charge - pion;
                (FourVector a, FourVector b, FourVector c) = Kinematics.Decay(ref random, total, s, Nucleon, Nucleon, Pion);
                Push(false, left >= 1 ? 1 : 0, a, Nucleon);
                Push(false, left == 2 ? 1 : 0, b, Nucleon);
                Push(true, pion, c, Pion);
                return;
            }

            // Forward slope of N N scattering: nearly isotropic below 0.3 GeV, 6 GeV⁻² at high energy.
            double slope = 6.0 * member.Energy * member.Energy / ((member.Energy * member.Energy) + 0.25);
            Elastic(ref random, member, target, Nucleon, Sampling.Diffractive(ref random, slope, Kinematics.TwoBodyMomentum(s, Nucleon, Nucleon)), member.Charge);
        }

        /// <summary>π N → π N, or π π N with a probability that rises from 0 at 0.3 GeV to 0.7 at 1.7 GeV.</summary>
        public void CollidePion(ref RandomStream random, in Member member)
        {
            FourVector total = member.Momentum + new FourVector(Nucleon, 0.0, 0.0, 0.0);
            double s = Math.Sqrt(total.MassSquared);
            if (random.NextDouble() >= Math.Min(0.7, 0.5 * (member.Energy - 0.3)) || s < Nucleon + (2.0 * Pion) + 1e-3)
            {
                Scatter(ref random, member, exchange: false);
                return;
            }

            int target = Target(ref random);
            (FourVector a, FourVector b, FourVector c) = Kinematics.Decay(ref random, total, s, Nucleon, Pion, Pion);
            // π± N → π± π0 N or π+ π− N' in equal parts where charge allows.
            int nucleon = target;
            int extra = 0;
            int wanted = target == 1 ? 1 : -1;
            if (random.NextDouble() < 0.5 && wanted == -member.Charge)
            {
                extra = wanted;
                nucleon = target - wanted;
            }

            Push(false, nucleon, a, Nucleon);
            Push(true, member.Charge, b, Pion, member.Free);
            Push(true, extra, c, Pion, member.Free);
        }

        /// <summary>π N → π N on a nucleon at rest, with 1 + 3cos²θ of Δ(1232) below 0.4 GeV and a forward peak above.</summary>
        public void Scatter(ref RandomStream random, in Member member, bool exchange)
        {
            int target = Target(ref random);
            int pion = member.Charge;
            if (exchange)
            {
                // π+ needs a neutron, π− a proton; a π0 takes what it meets.
                target = pion switch { 1 => 0, -1 => 1, _ => target };
                (pion, target) = pion == 0 ? (target == 1 ? 1 : -1, 1 - target) : (0, target + pion);
            }

            FourVector total = member.Momentum + new FourVector(Nucleon, 0.0, 0.0, 0.0);
            double s = Math.Sqrt(total.MassSquared);
            double cos;
            if (member.Energy > 0.4)
            {
                cos = Sampling.Diffractive(ref random, 6.0, Kinematics.TwoBodyMomentum(s, Pion, Nucleon));
            }
            else
            {
                do
                {
                    cos = (2.0 * random.NextDouble()) - 1.0;
                }
                while (random.NextDouble() * 4.0 > 1.0 + (3.0 * cos * cos));
            }

            Elastic(ref random, member, target, Pion, cos, pion);
        }

        /// <summary>π (N N) → N N: π+ on pn (5/6) or nn, π− on pn (5/6) or pp, π0 on pn.</summary>
        public void Absorb(ref RandomStream random, in Member member)
        {
            bool unlike = random.NextDouble() < 5.0 / 6.0 || member.Charge == 0;
            int charge = member.Charge + (unlike ? 1 : member.Charge > 0 ? 0 : 2);
            FourVector total = member.Momentum + new FourVector(2.0 * Nucleon, 0.0, 0.0, 0.0);
            (FourVector a, FourVector b) = Kinematics.Decay(total, Math.Sqrt(total.MassSquared), Nucleon, Nucleon, Sampling.Isotropic(ref random));
            Push(false, charge >= 1 ? 1 : 0, a, Nucleon);
            Push(false, charge == 2 ? 1 : 0, b, Nucleon);
        }

        private void Elastic(ref RandomStream random, in Member member, int target, double mass, double cos, int charge)
        {
            FourVector incoming = member.Momentum;
            FourVector total = incoming + new FourVector(Nucleon, 0.0, 0.0, 0.0);
            double s = Math.Sqrt(total.MassSquared);
            FourVector centre = incoming.BoostToRestFrameOf(total, s);
            double p = centre.Momentum;
            (double x, double y, double z) = p > 0.0 ? (centre.X / p, centre.Y / p, centre.Z / p) : (0.0, 0.0, 1.0);
            Sampling.Turn(ref x, ref y, ref z, cos, 2.0 * Math.PI * random.NextDouble());
            (FourVector first, FourVector second) = Kinematics.Decay(total, s, mass, Nucleon, (x, y, z));
            Push(member.IsPion, charge, first, mass, member.Free);
            Push(false, target, second, Nucleon);
        }

        /// <summary>A pion leaves with its total energy; its rest mass is returned.</summary>
        private readonly double EmitPion(ref RandomStream random, in Member member)
        {
            ParticleKind kind = member.Charge switch { 1 => ParticleKind.PionPlus, -1 => ParticleKind.PionMinus, _ => ParticleKind.PionZero };
            double mass = ParticleProperties.Mass(kind);
            Emit(ref random, kind, member.Energy + (Pion - mass), member.Direction, 0.05, mass);
            return mass;
        }

        private readonly void Emit(ref RandomStream random, ParticleKind kind, double kinetic, (double X, double Y, double Z) direction, double smear, double mass)
        {
            ParticleState secondary = at;
            secondary.Kind = kind;
            secondary.Energy = kinetic;
            (secondary.DX, secondary.DY, secondary.DZ) = direction;
            double p = Math.Sqrt(kinetic * (kinetic + (2.0 * mass)));
            double angle = smear / Math.Max(p, 1e-3) * Math.Sqrt(2.0 * Sampling.Exponential(ref random));
            Sampling.Turn(ref secondary.DX, ref secondary.DY, ref secondary.DZ, Math.Cos(Math.Min(angle, Math.PI)), 2.0 * Math.PI * random.NextDouble());
            simulated.Add(secondary, at.Index, process);
        }

        private readonly void Book(double taken)
        {
            if (taken >= 0.0)
            {
                simulated.Lost += taken;
            }
            else
            {
                simulated.Released -= taken;
            }
        }
    }
}
