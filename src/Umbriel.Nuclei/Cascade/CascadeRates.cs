using System.Collections.Concurrent;
using Umbriel.Nuclei;
using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// Collisions per fm of every hadron in one nucleus, by channel, energy outside and radius: free cross sections in the medium, averaged over
/// the Fermi gas and with Pauli's principle. So every collision that is drawn takes place, and a flight's probability is the integral of one
/// table. Built once a nucleus (some seconds), then shared; immutable.
/// </summary>
internal sealed class CascadeRates
{
    /// <summary>
    /// A hadron meets nucleons as far away as its cross section σ is wide: it sees the density folded with a Gaussian whose variance in each
    /// dimension is <see cref="PionRange"/> σ/4π (a disc of the area σ has σ/4π) + <see cref="PionOffset"/> fm²; pions are absorbed by pairs and see
    /// ρ² folded alike; nucleons have values of their own. Tuned to the reaction of pions and protons on carbon, aluminium and calcium
    /// (validation/cascade.md): the plain densities give 10 to 20% less at all energies, as what was measured also holds what straight
    /// lines and mean densities do not, waves and low excited states.
    /// </summary>
    private const double PionRange = 0.4;
    private const double PionOffset = 0.45;
    private const double NucleonRange = 1.0;
    private const double NucleonOffset = 0.15;

    /// <summary>
    /// Factors on absorption and on scattering of pions by energy outside, GeV, tuned as above. Without them, 1, the
    /// model has too little at low energy, where the attraction of its potential is left out, and a few tens of per cent too much scattering at the resonance.
    /// </summary>
    private static readonly double[] TunedEnergies = [0.05, 0.085, 0.125, 0.165, 0.205, 0.245, 0.315, 0.5];
    private static readonly double[] AbsorptionScales = [1.9, 1.45, 1.3, 1.1, 1.1, 0.7, 0.5, 0.5];
    private static readonly double[] ScatteringScales = [1.2, 1.4, 1.15, 0.9, 0.85, 1.05, 1.2, 1.2];

    private const int EnergyNodes = 96;
    private const double EnergyScale = 0.03;
    private const double MaximumEnergy = 5.0;
    private const double RadiusStep = 0.1;
    private const double CoarseStep = 0.4;
    private const int Samples = 128;

    /// <summary>Over the largest of the samples' values that Pauli's principle allows; what is larger still is drawn a little too seldom.</summary>
    private const double BoundMargin = 1.2;

    private static readonly ConcurrentDictionary<string, Lazy<CascadeRates>> Cache = new(StringComparer.Ordinal);

    private static readonly double FirstLogarithm = Math.Log(EnergyScale);
    private static readonly double LogarithmStep = (Math.Log(MaximumEnergy + EnergyScale) - Math.Log(EnergyScale)) / (EnergyNodes - 1);

    private readonly int radii;
    private readonly float[][][] channels = new float[HadronKinds.Followed][][];
    private readonly float[][] totals = new float[HadronKinds.Followed][];
    private readonly float[][][] bounds = new float[HadronKinds.Followed][][];
    private readonly float[] pionDensity;
    private readonly float[] pairDensity;
    private readonly float[] nucleonDensity;

    private CascadeRates(Nucleus nucleus)
    {
        Field = new NuclearField(nucleus);
        Radius = nucleus.MaximumRadius + 2.0;
        radii = (int)Math.Ceiling(Radius / RadiusStep) + 1;
        pionDensity = new float[EnergyNodes * radii];
        pairDensity = new float[EnergyNodes * radii];
        nucleonDensity = new float[EnergyNodes * radii];
        HadronData data = HadronData.Instance;
        for (int e = 0; e < EnergyNodes; e++)
        {
            double t = EnergyOf(e);
            double pion = 0.5 * (data.PureElastic.At(t) + data.MixedElastic.At(t) + data.MixedExchange.At(t) + data.PureProduction.At(t) + data.MixedProduction.At(t));
            double inside = t + 0.04;
            double nucleon = 0.5 * (data.LikeElastic.At(inside) + data.UnlikeElastic.At(inside) + data.LikeProduction.At(inside) + data.UnlikeProduction.At(inside));
            double variance = (PionRange * 0.1 * pion / (4.0 * Math.PI)) + PionOffset;
            Fold(pionDensity, e, variance, 1);
            Fold(pairDensity, e, variance, 2);
            Fold(nucleonDensity, e, (NucleonRange * 0.1 * nucleon / (4.0 * Math.PI)) + NucleonOffset, 1);
        }

        for (int k = 0; k < HadronKinds.Followed; k++)
        {
            int count = CollisionChannels.All[k].Length + (((HadronKind)k).IsPion() ? 1 : 0);
            channels[k] = [.. Enumerable.Range(0, count).Select(_ => new float[EnergyNodes * radii])];
            bounds[k] = [.. Enumerable.Range(0, count).Select(_ => new float[EnergyNodes])];
            totals[k] = new float[EnergyNodes * radii];
        }

        ParallelLoop.For(HadronKinds.Followed * EnergyNodes, Environment.ProcessorCount, i => Fill((HadronKind)(i / EnergyNodes), i % EnergyNodes), CancellationToken.None);
    }

    /// <summary>Potentials and masses.</summary>
    public NuclearField Field { get; }

    /// <summary>Beyond it nothing collides, fm.</summary>
    public double Radius { get; }

    /// <summary>The rates of a nucleus, built at the first call.</summary>
    public static CascadeRates Of(Nucleus nucleus) => Cache.GetOrAdd(nucleus.Name, _ => new Lazy<CascadeRates>(() => new CascadeRates(nucleus))).Value;

    /// <summary>Where an energy stands in the tables.</summary>
    public static EnergyPlace PlaceOf(double kinetic)
    {
        double x = Math.Clamp((Math.Log(Math.Clamp(kinetic, 0.0, MaximumEnergy) + EnergyScale) - FirstLogarithm) / LogarithmStep, 0.0, EnergyNodes - 1.0001);
        int i = (int)x;
        return new EnergyPlace(i, x - i);
    }

    /// <summary>All collisions of a kind per fm at a radius.</summary>
    public double Total(HadronKind kind, EnergyPlace energy, double radius) => Interpolate(totals[(int)kind], energy, radius);

    /// <summary>Collisions per fm in one channel; the last channel of pions is absorption.</summary>
    public double Rate(HadronKind kind, int channel, EnergyPlace energy, double radius) => Interpolate(channels[(int)kind][channel], energy, radius);

    /// <summary>Number of channels of a kind.</summary>
    public int Channels(HadronKind kind) => channels[(int)kind].Length;

    /// <summary>A bound on cross section times flux of what Pauli's principle allows, fm².</summary>
    public double Bound(HadronKind kind, int channel, EnergyPlace energy)
    {
        float[] bound = bounds[(int)kind][channel];
        return Math.Max(bound[energy.Index], bound[energy.Index + 1]);
    }

    /// <summary>The matter in which a hadron scatters.</summary>
    public LocalMedium Medium(HadronKind kind, EnergyPlace energy, double radius) =>
        new(kind.IsPion() ? Interpolate(pionDensity, energy, radius) : kind.IsNucleon() ? Interpolate(nucleonDensity, energy, radius) : Field.Nucleus.Density(radius), Field.ProtonShare, Field.Separation);

    /// <summary>The matter in which a pion is absorbed.</summary>
    public LocalMedium PairMedium(EnergyPlace energy, double radius) => new(Interpolate(pairDensity, energy, radius), Field.ProtonShare, Field.Separation);

    /// <summary>
    /// Weights of pairs that absorb a pion, of the pair p n and of like nucleons, in units of what matter with as many protons as neutrons
    /// has: 5/6 and 1/6 there (the p n pair of isospin 0 takes most).
    /// </summary>
    public static (double Unlike, double Like) PairWeights(HadronKind pion, double protons, double neutrons)
    {
        double square = (protons + neutrons) * (protons + neutrons);
        double like = pion switch
        {
            HadronKind.PionPlus => 4.0 * neutrons * neutrons,
            HadronKind.PionMinus => 4.0 * protons * protons,
            _ => 2.0 * ((neutrons * neutrons) + (protons * protons)),
        };
        return (5.0 / 6.0 * 4.0 * protons * neutrons / square, like / (6.0 * square));
    }

    private static double EnergyOf(int node) => Math.Exp(FirstLogarithm + (node * LogarithmStep)) - EnergyScale;

    private double Interpolate(float[] table, EnergyPlace energy, double radius)
    {
        double x = Math.Min(radius * (1.0 / RadiusStep), radii - 1.0001);
        int j = (int)x;
        double within = x - j;
        int at = (energy.Index * radii) + j;
        double low = table[at] + (within * (table[at + 1] - table[at]));
        at += radii;
        double high = table[at] + (within * (table[at + 1] - table[at]));
        return low + (energy.Within * (high - low));
    }

    /// <summary>
    /// ρⁿ folded with a Gaussian, ∫ r′ρⁿ(r′) [e^(−(r−r′)²/2s²) − e^(−(r+r′)²/2s²)] dr′ / (√(2π) s r), to the power 1/n: what a hadron sees of
    /// single nucleons, n = 1, and of pairs, n = 2.
    /// </summary>
    private void Fold(float[] folded, int node, double variance, int power)
    {
        double edge = Field.Nucleus.MaximumRadius;
        const double step = 0.05;
        for (int j = 0; j < radii; j++)
        {
            double r = Math.Max(j * RadiusStep, 1e-3);
            double sum = 0.0;
            for (double x = 0.5 * step; x < edge; x += step)
            {
                double density = Field.Nucleus.Density(x);
                sum += x * (power == 1 ? density : density * density) * (Math.Exp(-(r - x) * (r - x) / (2.0 * variance)) - Math.Exp(-(r + x) * (r + x) / (2.0 * variance)));
            }

            sum = Math.Max(0.0, sum * step / (Math.Sqrt(2.0 * Math.PI * variance) * r));
            folded[(node * radii) + j] = (float)(power == 1 ? sum : Math.Sqrt(sum));
        }
    }

    private void Fill(HadronKind kind, int node)
    {
        double kinetic = Math.Max(EnergyOf(node), 5e-4);
        CollisionChannel[] all = CollisionChannels.All[(int)kind];
        EnergyPlace place = node < EnergyNodes - 1 ? new EnergyPlace(node, 0.0) : new EnergyPlace(node - 1, 1.0);
        int coarse = (int)Math.Ceiling(Radius / CoarseStep) + 2;
        double[] factors = new double[coarse];
        for (int c = 0; c < all.Length; c++)
        {
            double greatest = 0.0;
            for (int j = 0; j < coarse; j++)
            {
                factors[j] = Average(all[c], kinetic, Medium(kind, place, j * CoarseStep), j * CoarseStep, ref greatest);
            }

            bounds[(int)kind][c][node] = (float)(BoundMargin * greatest);
            for (int j = 0; j < radii; j++)
            {
                double r = j * RadiusStep;
                int i = (int)(r / CoarseStep);
                double factor = factors[i] + (((r / CoarseStep) - i) * (factors[i + 1] - factors[i]));
                double scale = !kind.IsPion() || all[c].Class == CascadeChannel.Production ? 1.0 : Tuned(ScatteringScales, kinetic);
                double share = all[c].Target == Nucleon.Proton ? Field.ProtonShare : 1.0 - Field.ProtonShare;
                Add(kind, c, node, j, scale * factor * share * Medium(kind, place, r).Density);
            }
        }

        if (kind.IsPion())
        {
            (double unlike, double like) = PairWeights(kind, Field.ProtonShare, 1.0 - Field.ProtonShare);
            for (int j = 0; j < radii; j++)
            {
                double r = j * RadiusStep;
                double density = Interpolate(pairDensity, place, r);
                double inside = Math.Max(0.0, kinetic + Field.Gain(kind, default, r));
                Add(kind, all.Length, node, j, Tuned(AbsorptionScales, kinetic) * (unlike + like) * density * CollisionChannels.Delta.Absorption(inside, density).CrossSection);
            }
        }
    }

    /// <summary>Linear in the energy between the nodes of <see cref="TunedEnergies"/>, constant outside.</summary>
    private static double Tuned(double[] scales, double kinetic)
    {
        int i = 0;
        while (i < TunedEnergies.Length - 2 && TunedEnergies[i + 1] < kinetic)
        {
            i++;
        }

        double part = Math.Clamp((kinetic - TunedEnergies[i]) / (TunedEnergies[i + 1] - TunedEnergies[i]), 0.0, 1.0);
        return scales[i] + (part * (scales[i + 1] - scales[i]));
    }

    private void Add(HadronKind kind, int channel, int node, int radius, double rate)
    {
        int at = (node * radii) + radius;
        channels[(int)kind][channel][at] = (float)rate;
        totals[(int)kind][at] += (float)rate;
    }

    /// <summary>Mean over the Fermi gas and the angles, on the points of an additive recurrence in four dimensions (its root of x⁵ = x + 1).</summary>
    private double Average(CollisionChannel channel, double kinetic, in LocalMedium medium, double radius, ref double greatest)
    {
        const double root = 1.1673039782614187;
        double mass = channel.Projectile.Mass();
        double energy = mass + kinetic + Field.Gain(channel.Projectile, medium, radius);
        if (energy <= mass)
        {
            return 0.0;
        }

        FourVector projectile = new(energy, 0.0, 0.0, Math.Sqrt((energy * energy) - (mass * mass)));
        double fermi = medium.FermiMomentum(channel.Target);
        double sum = 0.0;
        (double a, double b, double c, double d) = (0.5, 0.5, 0.5, 0.5);
        for (int i = 0; i < Samples; i++)
        {
            a = (a + (1.0 / root)) % 1.0;
            b = (b + (1.0 / (root * root))) % 1.0;
            c = (c + (1.0 / (root * root * root))) % 1.0;
            d = (d + (1.0 / (root * root * root * root))) % 1.0;
            double p = fermi * Math.Cbrt(a);
            double cos = (2.0 * b) - 1.0;
            SpaceVector target = new(p * Math.Sqrt(1.0 - (cos * cos)), 0.0, p * cos);
            double value = channel.Class == CascadeChannel.Production
                ? PionProduction.Evaluate(channel, medium, projectile, target)
                : TwoBodyCollision.Evaluate(channel, medium, projectile, target);
            if (value > 0.0 && (channel.Class == CascadeChannel.Production || TwoBodyCollision.TryScatter(channel, medium, projectile, target, c, d, out _, out _)))
            {
                greatest = Math.Max(greatest, value);
                sum += value;
            }
        }

        return sum / Samples;
    }
}

/// <summary>A place on the grid of energies.</summary>
/// <param name="Index">Node below.</param>
/// <param name="Within">Part of the way to the next, 0 to 1.</param>
internal readonly record struct EnergyPlace(int Index, double Within);
