using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;
using Umbriel.Studies.Training;

namespace Umbriel.Studies.Performance;

/// <summary>
/// One e+e− pair an event, isotropic, uniform in a box: kinetic energy of both together 0.1 to 0.8 GeV, asymmetry |E+ − E−|/(E+ + E−)
/// 0 to 1 and opening angle 0 to 60°, all uniform, either lepton the harder one. Weight 1, time 0. Immutable.
/// </summary>
/// <param name="box">Where they start, cm.</param>
public sealed class PairGun(Box box) : IPrimarySource
{
    /// <summary>Lowest and highest energy of both together, GeV.</summary>
    public const double Low = 0.1, High = 0.8;

    /// <summary>Largest opening angle, degrees.</summary>
    public const double LargestOpening = 60.0;

    /// <summary>The softer lepton has at least this, GeV: less is not followed.</summary>
    private const double Least = 0.001;

    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        SpaceVector place = box.Sample(ref random);
        SpaceVector direction = Direction.Isotropic(ref random);
        double energy = Low + ((High - Low) * random.NextDouble());
        double soft = Math.Max(Least, 0.5 * energy * (1.0 - random.NextDouble()));
        bool positron = random.NextDouble() < 0.5;
        double opening = LargestOpening * random.NextDouble() * Math.PI / 180.0;
        SpaceVector other = TiltedDirection.Of(direction, opening, 2.0 * Math.PI * random.NextDouble());
        simulated.Add(ParticleGun.State(ParticleKind.Electron, positron ? soft : energy - soft, place, direction), -1, CreationProcess.Primary);
        simulated.Add(ParticleGun.State(ParticleKind.Positron, positron ? energy - soft : soft, place, other), -1, CreationProcess.Primary);
        return EventLabel.None;
    }
}
