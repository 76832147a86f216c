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

    /// <summary>Prepares the rates of one model point.</summary>
    public RateCalculator(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(beam);
        this.parameters = parameters;
        this.settings = settings;
        this.beam = beam;
        geometry = settings.Detector;
    }

    /// <summary>Upscatterings in a region at the settings' exposure, all regimes and neutrino kinds.</summary>
    public double Scatters(EventOrigin origin)
    {
        double sum = 0.0;
        foreach (ScatteringRegime regime in settings.Regimes)
        {
            sum += Scatters(origin, regime, settings.Helicity);
        }

        return sum;
    }

    /// <summary>Upscatterings of one regime and helicity in a region.</summary>
    public double Scatters(EventOrigin origin, ScatteringRegime regime, Helicity helicity)
    {
        double sum = 0.0;
        foreach ((Target target, double fraction) in geometry.Composition(origin))
        {
            double density = geometry.NumberDensity(origin, target, fraction);
            if (!UpscatteringCrossSection.Exists(target, regime))
            {
                continue;
            }

            if (regime == ScatteringRegime.Coherent && settings.NeutrinoFlavours.Count > 0)
            {
                // A spin-0 nucleus does not tell neutrinos from antineutrinos.
                sum += settings.Pot * density * FluxIntegral(new TotalUpscattering(parameters, target, regime, settings, settings.NeutrinoFlavours[0]), settings.NeutrinoFlavours, origin, helicity);
                continue;
            }

            foreach (int pdg in settings.NeutrinoFlavours)
            {
                sum += settings.Pot * density * FluxIntegral(new TotalUpscattering(parameters, target, regime, settings, pdg), [pdg], origin, helicity);
            }
        }

        return sum;
    }

    private double FluxIntegral(TotalUpscattering crossSection, IReadOnlyList<int> flavours, EventOrigin origin, Helicity helicity)
    {
        UpstreamFlux? upstream = origin == EventOrigin.Soil ? UpstreamFlux.For(beam, geometry) : null;
        (double[] nodes, double[] weights) = GaussLegendre.Rule(PointsPerFluxBin);
        double maximum = flavours.Max(beam.Flux.MaximumEnergy);
        Func<double, double> sigma = crossSection.Tabulated(helicity, maximum);
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
                double volume = upstream?.SoilIntegral(energy) ?? geometry.Volume(origin);
                double flux = 0.0;
                foreach (int pdg in flavours)
                {
                    flux += beam.Flux.Evaluate(pdg, energy);
                }

                sum += half * weights[k] * flux * sigma(energy) * volume;
            }
        }

        return sum;
    }
}
