using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Tests;

/// <summary>How well single particles in all directions from the middle of MicroBooNE, every wire alive, are found.</summary>
internal sealed class SingleParticles
{
    private readonly List<double> along = [];
    private readonly List<double> across = [];
    private readonly List<double> angles = [];
    private readonly List<double> shares = [];
    private readonly List<double> collected = [];
    private int found;

    private SingleParticles()
    {
    }

    public int Events { get; private set; }

    /// <summary>Share of events with a particle that holds half of the charge of all points.</summary>
    public double Efficiency => (double)found / Events;

    /// <summary>68% quantile of the distance of the start from the true one along the true direction, cm.</summary>
    public double Along => Quantile(along, 0.68);

    /// <summary>The same across, cm.</summary>
    public double Across => Quantile(across, 0.68);

    /// <summary>68% quantile of the angle to the true direction, degrees.</summary>
    public double Angle => Quantile(angles, 0.68);

    /// <summary>Share of events whose start is more than 5 cm off along the direction.</summary>
    public double WrongStart => (double)along.Count(static a => a > 5.0) / Events;

    /// <summary>Mean share of the points' charge in the first particle.</summary>
    public double Share => shares.Average();

    /// <summary>Standard deviation over mean of the collection plane's charge.</summary>
    public double ChargeSpread => Math.Sqrt(collected.Average(c => c * c) - (collected.Average() * collected.Average())) / collected.Average();

    /// <summary>Simulates and reconstructs. A photon starts at its first electron or positron above 20 MeV; those that make none are left out.</summary>
    /// <param name="kind">The particle.</param>
    /// <param name="energy">Kinetic energy, GeV.</param>
    /// <param name="directions">Number of directions.</param>
    /// <param name="perDirection">Events in each.</param>
    public static SingleParticles Measure(ParticleKind kind, double energy, int directions, int perDirection)
    {
        SingleParticles result = new();
        EventReconstructor reconstructor = new(new DetectorResponse(Detectors.Alive), new ReconstructionSettings(), ReconstructionModels.Default());
        for (int k = 0; k < directions; k++)
        {
            // A spiral that covers the sphere evenly.
            double cosine = -1.0 + (2.0 * (k + 0.5) / directions);
            double sine = Math.Sqrt(1.0 - (cosine * cosine));
            SpaceVector direction = new(sine * Math.Cos(2.4 * k), sine * Math.Sin(2.4 * k), cosine);
            SingleParticleSource source = new(kind, energy, (direction.X, direction.Y, direction.Z), new Box(90.0, 150.0, -30.0, 30.0, 280.0, 320.0));
            foreach (EventResult simulated in new DetectorSimulation(Detectors.Alive, source, (ulong)(1 + k)).Events(perDirection))
            {
                result.Add(simulated, reconstructor, direction);
            }
        }

        return result;
    }

    private void Add(EventResult result, EventReconstructor reconstructor, SpaceVector direction)
    {
        if (Start(result.Simulated) is not { } start)
        {
            return;
        }

        Events++;
        ReconstructedEvent reconstructed = reconstructor.Reconstruct(result.Signals, result.Flashes, (int)result.Index, EventLabel.None);
        double all = reconstructed.Points.Sum(static p => p.Charge);
        collected.Add(reconstructed.Hits.Where(static h => h.Plane == 2).Sum(static h => h.Charge));
        if (reconstructed.Particles is not [{ } first, ..])
        {
            return;
        }

        found += first.Charge > 0.5 * all ? 1 : 0;
        shares.Add(first.Charge / all);
        angles.Add(Math.Acos(Math.Clamp(first.Direction.Dot(direction), -1.0, 1.0)) * 180.0 / Math.PI);
        SpaceVector off = first.Start - start;
        double distance = off.Dot(direction);
        along.Add(Math.Abs(distance));
        across.Add(Math.Sqrt(Math.Max(0.0, off.Dot(off) - (distance * distance))));
    }

    private static SpaceVector? Start(SimulatedEvent simulated)
    {
        foreach (SimulatedParticle particle in simulated.Particles)
        {
            ParticleState s = particle.Start;
            if (particle.Parent < 0 ? s.Kind != ParticleKind.Photon : s.Kind is ParticleKind.Electron or ParticleKind.Positron && s.Energy > 0.02)
            {
                return new SpaceVector(s.X, s.Y, s.Z);
            }
        }

        return null;
    }

    private static double Quantile(List<double> values, double share)
    {
        values.Sort();
        return values[(int)(share * values.Count)];
    }
}
