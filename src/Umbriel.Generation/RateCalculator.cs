using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation;

/// <summary>Numbers of upscatterings by deterministic quadrature: N_T POT ∫ φ(E) σ(E) dE.</summary>
public sealed class RateCalculator
{
    private const int PointsPerFluxBin = 4;

    private readonly DarkSectorParameters parameters;
    private readonly GenerationSettings settings;
    private readonly BeamData beam;
    private readonly DetectorGeometry geometry;
    private readonly UpstreamFlux upstream;

    /// <summary>Prepares the rates of one model point.</summary>
    public RateCalculator(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(beam);
        this.parameters = parameters;
        this.settings = settings;
        this.beam = beam;
        geometry = DetectorGeometry.For(settings.Geometry);
        upstream = new UpstreamFlux(beam.ParentPositions, geometry);
    }

    /// <summary>Upscatterings in a region at the settings' exposure, all regimes and neutrino kinds.</summary>
    public double Scatters(EventOrigin origin)
    {
        double sum = 0.0;
        foreach (ScatteringRegime regime in settings.Regimes)
        {
            sum += Scatters(origin, regime, Helicity.Both);
        }

        return sum;
    }

    /// <summary>Upscatterings of one regime and helicity in a region.</summary>
    public double Scatters(EventOrigin origin, ScatteringRegime regime, Helicity helicity)
    {
        double sum = 0.0;
        foreach ((Target target, double fraction) in TargetMaterial.Composition(origin))
        {
            double density = TargetMaterial.NumberDensity(geometry, origin, target, fraction);
            foreach (int pdg in settings.NeutrinoFlavours)
            {
                UpscatteringCrossSection crossSection = new(parameters, target, regime, settings.FormFactor, settings.PauliBlocking, pdg);
                sum += settings.Pot * density * FluxIntegral(crossSection, pdg, origin, helicity);
            }
        }

        return sum;
    }

    private double FluxIntegral(UpscatteringCrossSection crossSection, int pdg, EventOrigin origin, Helicity helicity)
    {
        (double[] nodes, double[] weights) = GaussLegendre.Rule(PointsPerFluxBin);
        double maximum = beam.Flux.MaximumEnergy(pdg);
        double sum = 0.0;
        for (int i = 1; i < beam.Flux.Energies.Count && beam.Flux.Energies[i - 1] < maximum; i++)
        {
            double low = Math.Max(beam.Flux.Energies[i - 1], crossSection.Threshold);
            double high = beam.Flux.Energies[i];
            if (high <= low)
            {
                continue;
            }

            double half = 0.5 * (high - low);
            for (int k = 0; k < nodes.Length; k++)
            {
                double energy = low + (half * (1.0 + nodes[k]));
                double volume = origin == EventOrigin.Soil ? upstream.SoilIntegral(energy) : geometry.Volume(origin);
                sum += half * weights[k] * beam.Flux.Evaluate(pdg, energy) * crossSection.Total(energy, helicity) * volume;
            }
        }

        return sum;
    }
}
