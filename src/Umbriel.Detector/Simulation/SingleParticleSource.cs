using System.Globalization;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;

namespace Umbriel.Detector.Simulation;

/// <summary>One particle an event, of fixed energy and direction, from a fixed point or uniformly in a box. Weight 1, time 0.</summary>
public sealed class SingleParticleSource : IPrimarySource
{
    /// <summary>Lowest energy accepted, GeV: that of the transport's lowest cut.</summary>
    public const double LowestEnergy = 10e-6;

    private readonly ParticleState start;
    private readonly Box box;

    /// <summary>Binds the particle.</summary>
    /// <param name="kind">The particle.</param>
    /// <param name="energy">Kinetic energy (photons: energy), GeV, from <see cref="LowestEnergy"/> to <see cref="HighestEnergy"/>.</param>
    /// <param name="direction">Direction of any length but zero.</param>
    /// <param name="box">Where it starts, cm; a point is a box without size.</param>
    /// <exception cref="UserErrorException">Energy or direction is out of range.</exception>
    public SingleParticleSource(ParticleKind kind, double energy, (double X, double Y, double Z) direction, Box box)
    {
        if (!(energy >= LowestEnergy && energy <= HighestEnergy(kind)))
        {
            throw new UserErrorException("--energy", null, Number(1000.0 * energy), $"{Number(1000.0 * LowestEnergy)} to {Number(1000.0 * HighestEnergy(kind))} MeV for {ParticleName.Of(kind)}");
        }

        double length = Math.Sqrt((direction.X * direction.X) + (direction.Y * direction.Y) + (direction.Z * direction.Z));
        if (!(length > 1e-100 && double.IsFinite(length)))
        {
            throw new UserErrorException("--direction", null, $"{Number(direction.X)},{Number(direction.Y)},{Number(direction.Z)}", "a vector x,y,z that is not zero");
        }

        start = new ParticleState { Kind = kind, Energy = energy, DX = direction.X / length, DY = direction.Y / length, DZ = direction.Z / length };
        this.box = box;
    }

    /// <summary>Highest kinetic energy for which transport is made, GeV: 5 for hadrons, 20 otherwise.</summary>
    public static double HighestEnergy(ParticleKind kind) =>
        kind is ParticleKind.Electron or ParticleKind.Positron or ParticleKind.Photon or ParticleKind.MuonMinus or ParticleKind.MuonPlus ? 20.0 : 5.0;

    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        ParticleState state = start;
        (state.X, state.Y, state.Z) = box.Sample(ref random);
        simulated.Add(state, -1, CreationProcess.Primary);
        return EventLabel.None;
    }

    /// <summary>What fixes the events, in stable text: kept in files.</summary>
    public string ToCanonicalText() => string.Create(
        CultureInfo.InvariantCulture,
        $"particle: {ParticleName.Of(start.Kind)}\nenergy: {start.Energy:R}\ndirection: [{start.DX:R}, {start.DY:R}, {start.DZ:R}]\nstart: {{x: [{box.XLow:R}, {box.XHigh:R}], y: [{box.YLow:R}, {box.YHigh:R}], z: [{box.ZLow:R}, {box.ZHigh:R}]}}\n");

    private static string Number(double value) => value.ToString("G7", CultureInfo.InvariantCulture);
}
