using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Interchange.HepData;

namespace Umbriel.Response;

/// <summary>Fits the published response: efficiency on a mixture, smearing on the example signal.</summary>
public sealed class ResponseBuilder
{
    private const int ExampleEvents = 40000;

    private readonly PublishedData data;
    private readonly BeamData beam;
    private readonly EfficiencyAxes axes;
    private readonly int threads;

    /// <summary>Prepares to build responses.</summary>
    public ResponseBuilder(PublishedData data, BeamData beam, int threads)
    {
        this.data = data;
        this.beam = beam;
        this.threads = threads;
        axes = new EfficiencyAxes(data);
    }

    /// <summary>
    /// The letter's example signal: m4 = 106 MeV, m_Z' = 30 MeV, |U_μ4|² = 2.0e-10, ε = 8e-4 (its Fig. 3), with
    /// α_D = 0.25 (docs/physics.md).
    /// </summary>
    public static DarkSectorParameters ExamplePoint { get; } = new()
    {
        Scenario = Scenario.Single, M4 = 0.106, MZPrime = 0.03, Umu4 = Math.Sqrt(2.0e-10), Epsilon = 8e-4,
    };

    /// <summary>Builds the response of one mixture.</summary>
    public PublishedResponse Build(ReferenceMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        EfficiencyMap map = new(axes, mixture.Generate(axes, beam, threads));
        EventSource source = new(ExamplePoint, new GenerationSettings(), beam, EventOrigin.Tpc);
        TruthEventBatch example = EventGenerator.Generate(source, 0, ExampleEvents, ExampleEvents, threads);
        double[] energies = new double[EnergySmearing.FineCount];
        double[] angles = new double[AngleSmearing.FineCount];
        for (int i = 0; i < example.Count; i++)
        {
            PairKinematics pair = PairKinematics.Of(example.Electron[i], example.Positron[i]);
            (double one, double track, double two) = map.Evaluate(pair);
            double weight = example.Weight[i];
            Fill(energies, pair.Energy / EnergySmearing.FineWidth, weight * (one + track + two));
            Fill(angles, pair.Theta / AngleSmearing.FineWidth, weight * one);
            Fill(angles, pair.LeadingTheta / AngleSmearing.FineWidth, weight * (track + two));
        }

        return new PublishedResponse(
            data,
            map,
            EnergySmearing.Fit(energies, data.Energy.ExampleSignal, data.Energy.Edges),
            AngleSmearing.Fit(angles, data.Angle.ExampleSignal, data.Angle.Edges));
    }

    private static void Fill(double[] fine, double position, double weight) =>
        fine[Math.Clamp((int)position, 0, fine.Length - 1)] += weight;
}
