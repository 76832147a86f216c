using Umbriel.Core;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Events;

/// <summary>
/// Takes the hadrons of an interaction through its nucleus. They begin at the interaction's radius in a random direction
/// from the centre; those of the background under the resonances and of deep-inelastic scattering fly through their
/// <see cref="FormationZone"/> first. Coherent pions and struck electrons leave as they are, as does everything of a free
/// nucleon. The draws are apart from the interaction's, so that the interaction stays the same under another cascade. Safe
/// to share between threads.
/// </summary>
/// <param name="cascade">The cascade in the nucleus; null for a free nucleon.</param>
/// <param name="seed">The run's seed.</param>
public sealed class InteractionCascade(NuclearCascade? cascade, ulong seed)
{
    /// <summary>Fills in what leaves the nucleus.</summary>
    /// <param name="index">The event's number.</param>
    /// <param name="made">The interaction.</param>
    /// <param name="left">Receives emitted particles, fates and the remnant; the lepton is not among them.</param>
    public void Run(ulong index, InteractionEvent made, CascadeEvent left)
    {
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(left);
        left.Begin(made.RemnantProtons, made.RemnantNeutrons, made.Remnant);
        if (cascade is null || made.Process is InteractionProcess.Coherent or InteractionProcess.Electron)
        {
            foreach (Hadron hadron in made.Hadrons)
            {
                left.Emit(new EmittedParticle(hadron.Pdg, hadron.Momentum, -1));
            }

            return;
        }

        RandomStream random = new(seed, RandomStage.InteractionCascade, index);
        SpaceVector position = Direction.Isotropic(ref random) * made.Radius;
        foreach (Hadron hadron in made.Hadrons)
        {
            left.Add(new CascadeHadron(hadron.Pdg, hadron.Momentum, position, made.Process == InteractionProcess.NonResonant ? FormationZone.Length(hadron.Pdg, hadron.Momentum) : 0.0));
        }

        cascade.Run(ref random, left);
    }
}
