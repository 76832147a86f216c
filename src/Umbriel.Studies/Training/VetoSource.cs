using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;

namespace Umbriel.Studies.Training;

/// <summary>
/// Events for the vetoes, each of a kind drawn from a list, from points uniform in a box, in all directions. A π0 has a momentum uniform from 50 to 800 MeV/c; photon, electron
/// and pair have the energy of the harder photon of such a π0, so that energy does not tell them apart. If wished, a proton starts at the same point in a direction
/// of its own. Immutable; threads share it.
/// </summary>
public sealed class VetoSource : IPrimarySource
{
    private const double LeastMomentum = 0.05;
    private const double LargestMomentum = 0.8;
    private const double LargestOpening = Math.PI / 18.0;
    private const double Mass = PhysicalConstants.MassNeutralPion;

    private readonly (VetoPrimary Kind, (double Low, double High)? Proton)[] kinds;
    private readonly Box box;

    /// <summary>Binds kinds of events.</summary>
    /// <param name="kinds">Equally frequent kinds: what makes the shower, and the range of the proton's kinetic energy, GeV, uniform; null for none.</param>
    /// <param name="box">Where they start, cm.</param>
    public VetoSource(IReadOnlyList<(VetoPrimary Kind, (double Low, double High)? Proton)> kinds, Box box)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentOutOfRangeException.ThrowIfZero(kinds.Count);
        this.kinds = [.. kinds];
        this.box = box;
    }

    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        (VetoPrimary kind, (double Low, double High)? proton) = kinds[(int)(kinds.Length * random.NextDouble())];
        ParticleState start = new();
        (start.X, start.Y, start.Z) = box.Sample(ref random);
        double momentum = LeastMomentum + ((LargestMomentum - LeastMomentum) * random.NextDouble());
        double total = Math.Sqrt((momentum * momentum) + (Mass * Mass));

        // The harder photon goes forward in the rest frame: E = (E(π0) + p cos θ*)/2.
        double harder = 0.5 * (total + (momentum * random.NextDouble()));
        SpaceVector direction = Direction.Isotropic(ref random);
        switch (kind)
        {
            case VetoPrimary.PionZero:
                Add(simulated, start, ParticleKind.PionZero, total - Mass, direction);
                break;
            case VetoPrimary.Photon:
                Add(simulated, start, ParticleKind.Photon, harder, direction);
                break;
            case VetoPrimary.Electron:
                Add(simulated, start, ParticleKind.Electron, harder, direction);
                break;
            default:
                double share = random.NextDouble();
                double opening = LargestOpening * random.NextDouble();
                SpaceVector other = Direction.Isotropic(ref random);
                SpaceVector across = other - (direction * other.Dot(direction));
                Add(simulated, start, ParticleKind.Electron, Math.Max(SingleParticleSource.LowestEnergy, share * harder), direction);
                Add(simulated, start, ParticleKind.Positron, Math.Max(SingleParticleSource.LowestEnergy, (1.0 - share) * harder), (direction * Math.Cos(opening)) + (across.Unit() * Math.Sin(opening)));
                break;
        }

        if (proton is { } range)
        {
            Add(simulated, start, ParticleKind.Proton, range.Low + ((range.High - range.Low) * random.NextDouble()), Direction.Isotropic(ref random));
        }

        return EventLabel.None;
    }

    private static void Add(SimulatedEvent simulated, ParticleState state, ParticleKind kind, double energy, SpaceVector direction)
    {
        state.Kind = kind;
        state.Energy = energy;
        (state.DX, state.DY, state.DZ) = (direction.X, direction.Y, direction.Z);
        simulated.Add(state, -1, CreationProcess.Primary);
    }
}
