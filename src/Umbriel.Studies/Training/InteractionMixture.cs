using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;

namespace Umbriel.Studies.Training;

/// <summary>
/// One, two or three particles from one point, uniform in the active volume less 20 cm at each face: single electrons, photons, muons and protons, π0, e+e− pairs with
/// an opening uniform up to 60° and energies shared uniformly, and electrons, photons, muons and π0 with a proton. Directions isotropic,
/// energies log-uniform, π0 momenta uniform. Weight 1, time 0. Immutable.
/// </summary>
public sealed class InteractionMixture : IPrimarySource
{
    private const double Margin = 20.0;
    private const double LargestOpening = Math.PI / 3.0;
    private const double PionMass = PhysicalConstants.MassNeutralPion;

    private readonly Box box;

    /// <summary>Binds the detector.</summary>
    public InteractionMixture(DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        box = card.ActiveVolume.Shrunk(Margin);
    }

    /// <summary>Names of the kinds of events, equally frequent.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["e", "gamma", "mu", "p", "pi0", "ee", "e p", "gamma p", "mu p", "pi0 p"];

    /// <summary>The kind of an event.</summary>
    public static string Kind(long eventIndex) => Kinds[(int)(eventIndex / 2 % Kinds.Count)];

    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        ParticleState place = new();
        (place.X, place.Y, place.Z) = box.Sample(ref random);
        SpaceVector direction = Direction.Isotropic(ref random);
        string[] names = Kind(eventIndex).Split(' ');
        foreach (string name in names)
        {
            switch (name)
            {
                case "e":
                    Add(simulated, place, ParticleKind.Electron, LogUniform(ref random, 0.05, 0.8), direction);
                    break;
                case "gamma":
                    Add(simulated, place, ParticleKind.Photon, LogUniform(ref random, 0.05, 0.8), direction);
                    break;
                case "mu":
                    Add(simulated, place, ParticleKind.MuonMinus, LogUniform(ref random, 0.05, 0.5), direction);
                    break;
                case "p":
                    Add(simulated, place, ParticleKind.Proton, LogUniform(ref random, 0.04, 0.4), direction);
                    break;
                case "pi0":
                    double momentum = 0.1 + (0.7 * random.NextDouble());
                    Add(simulated, place, ParticleKind.PionZero, Math.Sqrt((momentum * momentum) + (PionMass * PionMass)) - PionMass, direction);
                    break;
                default:
                    double energy = LogUniform(ref random, 0.1, 0.8);
                    double share = 0.1 + (0.8 * random.NextDouble());
                    double opening = LargestOpening * random.NextDouble();
                    Add(simulated, place, ParticleKind.Electron, energy * share, direction);
                    Add(simulated, place, ParticleKind.Positron, energy * (1.0 - share), TiltedDirection.Of(direction, opening, 2.0 * Math.PI * random.NextDouble()));
                    break;
            }

            direction = Direction.Isotropic(ref random);
        }

        return EventLabel.None;
    }

    private static void Add(SimulatedEvent simulated, ParticleState state, ParticleKind kind, double energy, SpaceVector direction)
    {
        (state.Kind, state.Energy, state.DX, state.DY, state.DZ) = (kind, energy, direction.X, direction.Y, direction.Z);
        simulated.Add(state, -1, CreationProcess.Primary);
    }

    private static double LogUniform(ref RandomStream random, double low, double high) => low * Math.Pow(high / low, random.NextDouble());
}
