using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;

namespace Umbriel.Response;

/// <summary>
/// A stated stand-in for the sample behind the published efficiencies ("generated uniformly inside the TPC and covering a
/// wide range of model parameter space"), whose composition is not published.
/// </summary>
/// <param name="Name">Name on cards.</param>
/// <param name="Points">Model points, in equal shares.</param>
public sealed record ReferenceMixture(string Name, IReadOnlyList<DarkSectorParameters> Points)
{
    private const int EventsPerPoint = 20000;

    /// <summary>Pairs of the mixture: coherent scattering in the TPC, N decaying where it is made, Z' as DarkNews has it.</summary>
    public MixtureSample Generate(EfficiencyAxes axes, BeamData beam, int threads)
    {
        GenerationSettings settings = new() { NeutrinoFlavours = [14], ZPolarisation = ZPrimePolarisation.Isotropic };
        MixtureSample sample = new(axes);
        foreach (DarkSectorParameters point in Points)
        {
            EventSource source = new(point, settings, beam, EventOrigin.Tpc);
            sample.Add(EventGenerator.Generate(source, 0, EventsPerPoint, EventsPerPoint, threads), 1.0 / Points.Count);
        }

        return sample;
    }
}
