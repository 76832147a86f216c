using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Calorimetry;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Tests;

/// <summary>The first particle found in an event of one simulated particle, measured as a shower and as a track.</summary>
/// <param name="Kind">What was simulated.</param>
/// <param name="Energy">Its kinetic energy, GeV.</param>
/// <param name="Contained">Whether 95% of it was left in the active volume.</param>
/// <param name="Vertex">Where it was started, cm.</param>
/// <param name="Particle">What was found.</param>
/// <param name="Shower">Measured as a shower.</param>
/// <param name="Track">Measured as a track.</param>
internal sealed record MeasuredParticle(ParticleKind Kind, double Energy, bool Contained, SpaceVector Vertex, Particle Particle, ShowerMeasurement Shower, TrackMeasurement Track)
{
    /// <summary>MicroBooNE's active volume without its outer 10 cm.</summary>
    public static Box Fiducial { get; } = new(10.0, 246.35, -106.5, 106.5, 10.0, 1026.8);

    /// <summary>The middle of the detector.</summary>
    public static Box Centre { get; } = new(90.0, 150.0, -30.0, 30.0, 480.0, 560.0);

    /// <summary>No calibration.</summary>
    public static ShowerCalibration Raw { get; } = new([new CalibrationLine(0.0, 1.0), new CalibrationLine(0.0, 1.0), new CalibrationLine(0.0, 1.0)]);

    /// <summary>The calibration of MicroBooNE.</summary>
    public static ShowerCalibration Calibration { get; } = ShowerCalibration.Read(Repository.PathOf("data/reconstruction/shower-calibration-microboone.yaml"));

    /// <summary>Simulates, reconstructs and measures; events in which nothing is found are left out.</summary>
    public static List<MeasuredParticle> Of(DetectorCard card, ParticleKind kind, double energy, Box box, ulong seed, int events, ShowerCalibration calibration)
    {
        DetectorResponse response = new(card);
        CalorimetrySettings settings = new();
        EventReconstructor reconstructor = new(response, new ReconstructionSettings(), ReconstructionModels.Default());
        Calorimeter calorimeter = new(response, settings, calibration);
        StrayCharge strays = new(response, settings);
        DetectorSimulation simulation = new(card, new IsotropicSource(kind, energy, box), seed);
        EventResult result = new();
        List<MeasuredParticle> measured = [];
        for (int i = 0; i < events; i++)
        {
            simulation.Simulate(i, result);
            ReconstructedEvent found = reconstructor.Reconstruct(result.Signals, result.Flashes, i, EventLabel.None);
            if (found.Particles is not [{ } first, ..])
            {
                continue;
            }

            HitShares shares = new(found.Hits, found.Points, found.Particles);
            IReadOnlyList<Stray> own = strays.Assign([first], found.Hits, shares, new HashSet<int>())[0];
            ParticleState start = result.Simulated.Particles[0].Start;
            measured.Add(new MeasuredParticle(
                kind,
                energy,
                result.Visible > 0.95 * energy,
                new SpaceVector(start.X, start.Y, start.Z),
                first,
                calorimeter.MeasureShower(first, found.Points, found.Hits, shares.Of(0), own),
                calorimeter.MeasureTrack(first, found.Points, found.Hits, shares.Of(0))));
        }

        return measured;
    }
}
