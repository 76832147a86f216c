using System.Diagnostics;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sampling;

/// <summary>Samples upscatterings of one region's material over all its channels. Immutable; safe to share.</summary>
public sealed class UpscatteringSampler
{
    /// <summary>A channel with fewer expected scatters than this, weighted with the chance to be seen, is left out.</summary>
    private const double Negligible = 1e-30;

    private readonly ScatteringChannel[] channels;
    private readonly double[] cumulative;
    private readonly double heavyMass;
    private readonly Helicity helicity;

    /// <summary>Tabulates all channels of a region.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="settings">Exposure, regimes, neutrino kinds, form factor.</param>
    /// <param name="beam">The beam.</param>
    /// <param name="geometry">Fixes the density of targets.</param>
    /// <param name="origin">The region.</param>
    /// <param name="energyFactor">Chance that N made by a neutrino of this energy matters; steers sampling only.</param>
    public UpscatteringSampler(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, DetectorGeometry geometry, EventOrigin origin, Func<double, double> energyFactor)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(beam);
        ArgumentNullException.ThrowIfNull(geometry);
        heavyMass = parameters.ParentMass;
        List<ScatteringChannel> open = [];
        List<double> densities = [];
        helicity = settings.Helicity;
        foreach ((Target target, double fraction) in geometry.Composition(origin))
        {
            double density = geometry.NumberDensity(origin, target, fraction);
            foreach (ScatteringRegime regime in settings.Regimes.Where(r => UpscatteringCrossSection.Exists(target, r)))
            {
                ScatteringChannel? sibling = null;
                foreach (int pdg in settings.NeutrinoFlavours)
                {
                    bool bound = BoundUpscattering.Applies(settings.NuclearResponse, target, regime);
                    UpscatteringCrossSection crossSection = new(parameters, target, regime, settings.FormFactor, settings.PauliBlocking && !bound, pdg);
                    ScatteringChannel? channel = bound
                        ? ScatteringChannel.Build(new BoundUpscattering(crossSection, target, regime), crossSection, target, regime, pdg, beam.Flux, energyFactor, settings.Helicity)
                        : ScatteringChannel.Build(crossSection, target, regime, pdg, beam.Flux, energyFactor, sibling);
                    if (channel is not null && channel.Integral * density * settings.Pot * geometry.Active.Volume > Negligible)
                    {
                        open.Add(channel);
                        densities.Add(density);
                    }

                    // A spin-0 nucleus does not tell neutrinos from antineutrinos.
                    sibling ??= regime == ScatteringRegime.Coherent ? channel : null;
                }
            }
        }

        channels = [.. open];
        cumulative = new double[channels.Length];
        double sum = 0.0;
        for (int i = 0; i < channels.Length; i++)
        {
            sum += channels[i].Integral * densities[i];
            cumulative[i] = sum;
        }
    }

    /// <summary>The channels that are open.</summary>
    public IReadOnlyList<ScatteringChannel> Channels => channels;

    /// <summary>Draws one upscattering (five random numbers, as many as it takes off a bound nucleon).</summary>
    public Upscattering Sample(ref RandomStream random)
    {
        Debug.Assert(channels.Length > 0);
        double pick = random.NextDouble() * cumulative[^1];
        int c = 0;
        while (cumulative[c] <= pick && c < cumulative.Length - 1)
        {
            c++;
        }

        ScatteringChannel channel = channels[c];
        if (channel.Bound is not null)
        {
            return SampleBound(ref random, c, channel);
        }

        channel.Sample(random.NextDouble(), random.NextDouble(), random.NextDouble(), out ChannelDraw draw);
        (double conserving, double flipping) = channel.CrossSection.DifferentialByHelicity(draw.Kinematics, draw.Q2);
        conserving = helicity == Helicity.Flipping ? 0.0 : conserving;
        flipping = helicity == Helicity.Conserving ? 0.0 : flipping;
        double both = conserving + flipping;
        double weight = draw.FluxOverDensity * both * cumulative[^1];
        bool conserved = random.NextDouble() * both < conserving;
        double heavyEnergy = draw.Energy - (draw.Q2 * channel.PerTwiceTargetMass);
        double heavyMomentum = Math.Sqrt(Math.Max(0.0, (heavyEnergy - heavyMass) * (heavyEnergy + heavyMass)));
        return new Upscattering(c, draw.Node, draw.Energy, draw.Q2, heavyEnergy, heavyMomentum, conserved, new FourVector(channel.CrossSection.TargetMass, 0.0, 0.0, 0.0), 0.0, weight);
    }

    private Upscattering SampleBound(ref RandomStream random, int index, ScatteringChannel channel)
    {
        double weight = channel.SampleBound(ref random, helicity, out double energy, out BoundState state) * cumulative[^1];
        FourVector heavy = state.Heavy;
        double momentum = Math.Sqrt(Math.Max(0.0, (heavy.E - heavyMass) * (heavy.E + heavyMass)));

        // About the neutrino, so that N has no y.
        double across = Math.Sqrt((heavy.X * heavy.X) + (heavy.Y * heavy.Y));
        (double cos, double sin) = across > 0.0 ? (heavy.X / across, heavy.Y / across) : (1.0, 0.0);
        FourVector struck = new(state.Struck.E, (cos * state.Struck.X) + (sin * state.Struck.Y), (cos * state.Struck.Y) - (sin * state.Struck.X), state.Struck.Z);
        return new Upscattering(index, 0, energy, state.Q2, heavy.E, momentum, state.HelicityConserved, struck, state.Radius, weight);
    }

    /// <summary>One of the open channels.</summary>
    internal ScatteringChannel Channel(int index) => channels[index];
}
