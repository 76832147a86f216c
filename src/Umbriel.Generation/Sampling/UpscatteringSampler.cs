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

    private readonly List<ScatteringChannel> channels = [];
    private readonly List<double> densities = [];
    private readonly double[] cumulative;
    private readonly NeutrinoFlux flux;
    private readonly double heavyMass;

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
        flux = beam.Flux;
        heavyMass = parameters.ParentMass;
        foreach ((Target target, double fraction) in TargetMaterial.Composition(origin))
        {
            double density = TargetMaterial.NumberDensity(geometry, origin, target, fraction);
            foreach (ScatteringRegime regime in settings.Regimes)
            {
                foreach (int pdg in settings.NeutrinoFlavours)
                {
                    UpscatteringCrossSection crossSection = new(parameters, target, regime, settings.FormFactor, settings.PauliBlocking, pdg);
                    ScatteringChannel? channel = ScatteringChannel.Build(crossSection, target, regime, pdg, flux, energyFactor);
                    if (channel is not null && channel.Integral * density * settings.Pot * geometry.Tpc.Volume > Negligible)
                    {
                        channels.Add(channel);
                        densities.Add(density);
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

    /// <summary>The channels that are open.</summary>
    public IReadOnlyList<ScatteringChannel> Channels => channels;

    /// <summary>Draws one upscattering (five random numbers).</summary>
    public Upscattering Sample(ref RandomStream random)
    {
        double pick = random.NextDouble() * cumulative[^1];
        int c = 0;
        while (cumulative[c] <= pick && c < cumulative.Length - 1)
        {
            c++;
        }

        ScatteringChannel channel = channels[c];
        (double energy, double q2) = channel.Sample(random.NextDouble(), random.NextDouble(), random.NextDouble(), out double proposal, out int node);
        UpscatteringCrossSection crossSection = channel.CrossSection;
        UpscatteringKinematics kinematics = crossSection.KinematicsAt(energy);
        double conserving = crossSection.DifferentialCrossSection(kinematics, q2, Helicity.Conserving);
        double flipping = crossSection.DifferentialCrossSection(kinematics, q2, Helicity.Flipping);
        double weight = flux.Evaluate(channel.NeutrinoPdg, energy) * (conserving + flipping) * cumulative[^1] / (channel.Integral * proposal);
        bool conserved = random.NextDouble() * (conserving + flipping) < conserving;
        double heavyEnergy = energy - (q2 / (2.0 * crossSection.TargetMass));
        double heavyMomentum = Math.Sqrt(Math.Max(0.0, (heavyEnergy - heavyMass) * (heavyEnergy + heavyMass)));
        return new Upscattering(c, node, energy, q2, heavyEnergy, heavyMomentum, conserved, weight);
    }
}
