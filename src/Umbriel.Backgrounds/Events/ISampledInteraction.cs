using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Events;

/// <summary>A process whose configurations can be made into events.</summary>
public interface ISampledInteraction : IInteraction
{
    /// <summary>What it is.</summary>
    InteractionProcess Process { get; }

    /// <summary>Charged or neutral.</summary>
    WeakCurrent Current { get; }

    /// <summary>PDG code of the neutrino.</summary>
    int Neutrino { get; }

    /// <summary>The nucleus.</summary>
    Nucleus Nucleus { get; }

    /// <summary>
    /// Removal energy that configurations are made with, GeV; 0 where no nucleon is taken. It is part of the map from point
    /// to kinematics: events cannot be re-weighted in it.
    /// </summary>
    double RemovalEnergy { get; }

    /// <summary>The two coordinates in which the density varies most.</summary>
    (int First, int Second) SteepCoordinates { get; }

    /// <summary>
    /// Makes the event of a configuration; what the configuration leaves open (hadrons, pairs) is drawn. False where no
    /// allowed final state is found: the configuration is drawn again then, so that the cross section has no such blocking.
    /// </summary>
    /// <param name="energy">Neutrino energy along z, GeV.</param>
    /// <param name="point">A point at which the density is above zero.</param>
    /// <param name="random">The event's stream.</param>
    /// <param name="made">Receives process, lepton, hadrons and what is left of the nucleus.</param>
    bool TryMake(double energy, ReadOnlySpan<double> point, ref RandomStream random, InteractionEvent made);
}
