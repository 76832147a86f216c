using Umbriel.Nuclei;
using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// Final-state interactions: hadrons made in a nucleus fly straight through its density and collide with its nucleons, as what they knock out
/// does, until all have left or stay (R. Serber, Phys. Rev. 72 (1947) 1114; pions as in L. L. Salcedo et al., Nucl. Phys. A 484 (1988) 557).
/// Every nucleon sits in a well that is a Fermi energy and B/A deep; four-momenta are kept as they are outside the nucleus, so that what
/// does not collide is unchanged and every nucleon that leaves has paid for it. The remnant takes the rest, of momentum too: four-momentum,
/// charge, baryon number and strangeness are conserved in every event. Immutable; safe to share between threads.
/// </summary>
public sealed class NuclearCascade
{
    /// <summary>Path over which a rate is constant, fm: 0.37 of argon's surface thickness.</summary>
    private const double Step = 0.2;

    /// <summary>Kinetic energy outside below which a nucleon no longer collides, GeV. Chosen: almost all of its collisions are forbidden.</summary>
    private const double FollowEnergy = 0.010;

    /// <summary>Tries to find a configuration of a collision; fails in about 1e-5 of them, whose hadron then flies on.</summary>
    private const int MaximumTries = 2000;

    private readonly CascadeRates rates;
    private readonly CascadeParameters parameters;

    /// <summary>A cascade in a nucleus; the first in a nucleus builds its tables.</summary>
    /// <param name="nucleus">The nucleus; of more than one nucleon.</param>
    /// <param name="parameters">What is varied.</param>
    /// <exception cref="ArgumentException">The nucleus is a free nucleon, or a factor is not a positive number.</exception>
    public NuclearCascade(Nucleus nucleus, CascadeParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(nucleus);
        ArgumentNullException.ThrowIfNull(parameters);
        if (nucleus.Nucleons < 2)
        {
            throw new ArgumentException($"{nucleus.Name} is no nucleus to fly through", nameof(nucleus));
        }

        parameters.Validate();
        rates = CascadeRates.Of(nucleus);
        this.parameters = parameters;
    }

    /// <summary>The nucleus.</summary>
    public Nucleus Nucleus => rates.Field.Nucleus;

    /// <summary>What is varied.</summary>
    public CascadeParameters Parameters => parameters;

    /// <summary>The files that cascades read, for manifests.</summary>
    public static IReadOnlyList<string> Files => HadronData.Files;

    /// <summary>Radius beyond which nothing collides, fm.</summary>
    public double Radius => rates.Radius;

    /// <summary>Mass of the ground state of what is left of the nucleus, GeV: each nucleon is bound by the nucleus' mean energy.</summary>
    public double GroundMass(int protons, int neutrons) => rates.Field.GroundMass(protons, neutrons);

    /// <summary>Coulomb energy of a charge +1 at a radius in fm, GeV.</summary>
    public double CoulombEnergy(double radius) => rates.Field.Coulomb(radius);

    /// <summary>Runs the hadrons of an event through the nucleus; fills its emitted particles, fates and remnant.</summary>
    /// <param name="random">The event's stream.</param>
    /// <param name="cascade">The event, begun and with its hadrons.</param>
    public void Run(ref RandomStream random, CascadeEvent cascade)
    {
        ArgumentNullException.ThrowIfNull(cascade);
        NuclearRemnant before = cascade.Remnant;
        FlyingStack stack = new(cascade.Flying);
        FourVector total = before.Momentum;
        int protons = before.Protons;
        int neutrons = before.Neutrons;
        for (int i = 0; i < cascade.Hadrons.Length; i++)
        {
            CascadeHadron hadron = cascade.Hadrons[i];
            total += hadron.Momentum;
            stack.Push(new FlyingHadron(HadronKinds.Of(hadron.Pdg), hadron.Pdg, hadron.Momentum, hadron.Position, hadron.FormationLength * parameters.FormationLength, -1 - i));
        }

        double floor = Math.Min(0.0, Excitation(before.Momentum, protons, neutrons));
        while (stack.TryPop(out FlyingHadron hadron))
        {
            Follow(ref random, hadron, cascade, ref stack, ref protons, ref neutrons);
        }

        CascadeBalance.Settle(cascade, rates.Field, total, floor, ref protons, ref neutrons);
        RemnantCooling.Cool(ref random, cascade, rates.Field);
    }

    private double Excitation(in FourVector momentum, int protons, int neutrons) =>
        Math.Sqrt(Math.Max(0.0, momentum.MassSquared)) - rates.Field.GroundMass(protons, neutrons);

    private void Follow(ref RandomStream random, in FlyingHadron hadron, CascadeEvent cascade, ref FlyingStack stack, ref int protons, ref int neutrons)
    {
        if (hadron.Kind == HadronKind.Other)
        {
            Emit(cascade, hadron, 0.0, 0.0);
            return;
        }

        double mass = hadron.Kind.Mass();
        double kinetic = hadron.Momentum.E - mass;
        double momentum = hadron.Momentum.Momentum;
        double depth = 0.0;
        if (momentum > 0.0 && (!hadron.Kind.IsNucleon() || kinetic > FollowEnergy))
        {
            SpaceVector direction = new SpaceVector(hadron.Momentum.X, hadron.Momentum.Y, hadron.Momentum.Z) * (1.0 / momentum);
            SpaceVector position = hadron.Position + (direction * hadron.Free);
            EnergyPlace energy = CascadeRates.PlaceOf(kinetic);
            double path = parameters.MeanFreePath(hadron.Kind);
            while (TryReach(ref random, hadron.Kind, energy, path, (double)(protons + neutrons) / Nucleus.Nucleons, direction, ref position, ref depth))
            {
                if (TryCollide(ref random, hadron, energy, position, depth, cascade, ref stack, ref protons, ref neutrons))
                {
                    return;
                }
            }
        }

        if (hadron.Kind.IsNucleon() && kinetic <= (hadron.Kind == HadronKind.Proton ? rates.Field.ProtonBarrier : 0.0))
        {
            cascade.Record(new HadronFate(hadron.Kind, FlightEnd.Trapped, (short)hadron.Parent, (float)kinetic, depth, default));
            Stay(hadron.Kind, ref protons, ref neutrons);
            return;
        }

        Emit(cascade, hadron, kinetic, depth);
    }

    private static void Emit(CascadeEvent cascade, in FlyingHadron hadron, double kinetic, double depth)
    {
        int fate = cascade.Record(new HadronFate(hadron.Kind, FlightEnd.Left, (short)hadron.Parent, (float)kinetic, depth, default));
        cascade.Emit(new EmittedParticle(hadron.Pdg, hadron.Momentum, fate));
    }

    private static void Stay(HadronKind kind, ref int protons, ref int neutrons)
    {
        protons += kind == HadronKind.Proton ? 1 : 0;
        neutrons += kind == HadronKind.Neutron ? 1 : 0;
    }

    /// <summary>Moves along the direction to a collision; false if the nucleus ends first. Adds to the optical depth either way.</summary>
    private bool TryReach(ref RandomStream random, HadronKind kind, EnergyPlace energy, double path, double left, SpaceVector direction, ref SpaceVector position, ref double depth)
    {
        double along = position.Dot(direction);
        double square = position.Dot(position);
        double reach = (along * along) - square + (rates.Radius * rates.Radius);
        if (reach <= 0.0)
        {
            return false;
        }

        double start = Math.Max(0.0, -along - Math.Sqrt(reach));
        double end = Math.Sqrt(reach) - along;
        if (end <= start)
        {
            return false;
        }

        int steps = (int)Math.Ceiling((end - start) / Step);
        double step = (end - start) / steps;
        double remaining = -Math.Log(random.NextDouble()) * path;
        for (int i = 0; i < steps; i++)
        {
            double middle = start + ((i + 0.5) * step);
            double radius = Math.Sqrt(square + (middle * ((2.0 * along) + middle)));
            double rate = left * rates.Total(kind, energy, radius);
            if (rate * step >= remaining)
            {
                depth += remaining;
                position += direction * (start + (i * step) + (remaining / rate));
                return true;
            }

            depth += rate * step;
            remaining -= rate * step;
        }

        return false;
    }

    /// <summary>Collides where it is; false, with nothing changed but the stream, if no configuration is found.</summary>
    private bool TryCollide(
        ref RandomStream random, in FlyingHadron hadron, EnergyPlace energy, SpaceVector position, double depth, CascadeEvent cascade, ref FlyingStack stack, ref int protons, ref int neutrons)
    {
        HadronKind kind = hadron.Kind;
        double radius = position.Length;
        CollisionChannel[] all = CollisionChannels.All[(int)kind];
        int count = rates.Channels(kind);
        Span<double> partial = stackalloc double[count];
        Span<double> classes = stackalloc double[4];
        double sum = 0.0;
        for (int c = 0; c < count; c++)
        {
            partial[c] = rates.Rate(kind, c, energy, radius);
            classes[(int)(c < all.Length ? all[c].Class : CascadeChannel.Absorption)] += partial[c];
            sum += partial[c];
        }

        if (sum <= 0.0)
        {
            return false;
        }

        ChannelShares shares = new((float)(classes[0] / sum), (float)(classes[1] / sum), (float)(classes[2] / sum), (float)(classes[3] / sum));
        CascadeChannel chosen = Choose(ref random, kind, shares);

        // Which nucleon: those that are left count.
        double wanted = 0.0;
        for (int c = 0; c < count; c++)
        {
            if ((c < all.Length ? all[c].Class : CascadeChannel.Absorption) != chosen)
            {
                partial[c] = 0.0;
            }
            else if (c < all.Length)
            {
                partial[c] *= all[c].Target == Nucleon.Proton
                    ? protons / (double)Math.Max(1, Nucleus.Protons)
                    : neutrons / (double)Math.Max(1, Nucleus.Neutrons);
            }

            wanted += partial[c];
        }

        double u = random.NextDouble() * wanted;
        int channel = 0;
        while (channel < count - 1 && (u -= partial[channel]) >= 0.0)
        {
            channel++;
        }

        if (wanted <= 0.0 || protons + neutrons < 2)
        {
            return false;
        }

        Span<InsideHadron> products = stackalloc InsideHadron[3];
        int made;
        LocalMedium medium = channel < all.Length ? rates.Medium(kind, energy, radius) : rates.PairMedium(energy, radius);
        if (!NuclearField.TryShift(hadron.Momentum, kind.Mass(), rates.Field.Gain(kind, medium, radius), out FourVector inside))
        {
            return false;
        }

        int protonsAfter = protons;
        int neutronsAfter = neutrons;
        if (channel == all.Length)
        {
            if (!PionAbsorption.TryAbsorb(ref random, kind, inside, medium, ref protonsAfter, ref neutronsAfter, products, out made))
            {
                return false;
            }
        }
        else
        {
            CollisionChannel one = all[channel];
            protonsAfter -= one.Target == Nucleon.Proton ? 1 : 0;
            neutronsAfter -= one.Target == Nucleon.Neutron ? 1 : 0;
            if (protonsAfter < 0 || neutronsAfter < 0 || !TrySample(ref random, one, rates.Bound(kind, channel, energy), inside, medium, products, out made))
            {
                return false;
            }
        }

        Span<FourVector> outside = stackalloc FourVector[3];
        for (int i = 0; i < made; i++)
        {
            if (!NuclearField.TryShift(products[i].Momentum, products[i].Kind.Mass(), -rates.Field.Gain(products[i].Kind, medium, radius), out outside[i])
                && !products[i].Kind.IsNucleon())
            {
                return false;
            }
        }

        int fate = cascade.Record(new HadronFate(kind, (FlightEnd)chosen, (short)hadron.Parent, (float)(hadron.Momentum.E - kind.Mass()), depth, shares));
        (protons, neutrons) = (protonsAfter, neutronsAfter);
        for (int i = 0; i < made; i++)
        {
            HadronKind product = products[i].Kind;
            if (product.IsNucleon() && products[i].Momentum.E - rates.Field.Gain(product, medium, radius) <= product.Mass())
            {
                Stay(product, ref protons, ref neutrons);
            }
            else
            {
                stack.Push(new FlyingHadron(product, product.Pdg(), outside[i], position, 0.0, fate));
            }
        }

        return true;
    }

    private CascadeChannel Choose(ref RandomStream random, HadronKind kind, in ChannelShares shares)
    {
        double sum = 0.0;
        for (CascadeChannel c = CascadeChannel.Absorption; c <= CascadeChannel.Production; c++)
        {
            sum += parameters.Share(kind, c) * shares[c];
        }

        double u = random.NextDouble() * sum;
        CascadeChannel last = CascadeChannel.Absorption;
        for (CascadeChannel c = CascadeChannel.Absorption; c <= CascadeChannel.Production; c++)
        {
            double part = parameters.Share(kind, c) * shares[c];
            if (part <= 0.0)
            {
                continue;
            }

            last = c;
            u -= part;
            if (u < 0.0)
            {
                break;
            }
        }

        return last;
    }

    /// <summary>Draws the nucleon met and the products; with the density that the rates are the mean of.</summary>
    private static bool TrySample(ref RandomStream random, CollisionChannel channel, double bound, in FourVector projectile, in LocalMedium medium, Span<InsideHadron> products, out int made)
    {
        double fermi = medium.FermiMomentum(channel.Target);
        for (int attempt = 0; attempt < MaximumTries; attempt++)
        {
            SpaceVector target = Direction.Isotropic(ref random) * (fermi * Math.Cbrt(random.NextDouble()));
            if (channel.Class == CascadeChannel.Production)
            {
                if (random.NextDouble() * bound < PionProduction.Evaluate(channel, medium, projectile, target))
                {
                    PionProduction.Make(ref random, channel, projectile, projectile + TwoBodyCollision.Bound(channel.Target, target), products);
                    if (PauliPrinciple.Allows(products, medium))
                    {
                        made = 3;
                        return true;
                    }
                }
            }
            else
            {
                if (random.NextDouble() * bound < TwoBodyCollision.Evaluate(channel, medium, projectile, target)
                    && TwoBodyCollision.TryScatter(channel, medium, projectile, target, random.NextDouble(), random.NextDouble(), out FourVector first, out FourVector second))
                {
                    products[0] = new InsideHadron(channel.Out, first);
                    products[1] = new InsideHadron(channel.Left.Kind(), second);
                    made = 2;
                    return true;
                }
            }
        }

        made = 0;
        return false;
    }
}
