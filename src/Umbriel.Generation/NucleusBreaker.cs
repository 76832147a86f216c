using System.Collections.Concurrent;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Generation.Sampling;
using Umbriel.Generation.Scattering;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Generation;

/// <summary>
/// Takes the nucleon of an upscattering through its nucleus, from the radius where it was struck in a random direction from the
/// centre. Its random numbers are apart from those of the scattering and the pair. Safe to share between threads.
/// </summary>
/// <param name="seed">The run's seed.</param>
internal sealed class NucleusBreaker(ulong seed)
{
    private readonly ConcurrentDictionary<string, NuclearCascade> cascades = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<CascadeEvent> scratch = [];

    /// <summary>What becomes of the nucleus of an event.</summary>
    /// <param name="eventIndex">The event's number in the run.</param>
    /// <param name="bound">Nucleus and kind of nucleon.</param>
    /// <param name="scattering">The scattering.</param>
    /// <param name="pair">Where its particles go.</param>
    public NuclearBreakup Of(long eventIndex, BoundUpscattering bound, in Upscattering scattering, SampledPair pair)
    {
        Nucleus nucleus = bound.Nucleus;
        int struckPdg = bound.Struck.Pdg();
        NuclearCascade cascade = cascades.GetOrAdd(nucleus.Name, _ => new NuclearCascade(nucleus, new CascadeParameters()));
        if (!scratch.TryTake(out CascadeEvent? left))
        {
            left = new CascadeEvent();
        }

        FourVector neutrino = scattering.Energy * (pair.BeamDirection + new FourVector(1.0, 0.0, 0.0, 0.0));
        FourVector leaving = neutrino + pair.Struck - pair.Heavy;
        bool proton = bound.Struck == Nucleon.Proton;
        left.Begin(nucleus.Protons - (proton ? 1 : 0), nucleus.Neutrons - (proton ? 0 : 1), new FourVector(nucleus.Mass, 0.0, 0.0, 0.0) - pair.Struck);
        RandomStream random = new(seed, RandomStage.InteractionCascade, (ulong)eventIndex);
        left.Add(new CascadeHadron(struckPdg, leaving, Direction.Isotropic(ref random) * scattering.Radius));
        cascade.Run(ref random, left);
        (int Pdg, FourVector Momentum)[] particles = new (int, FourVector)[left.Emitted.Length];
        for (int i = 0; i < particles.Length; i++)
        {
            particles[i] = (left.Emitted[i].Pdg, left.Emitted[i].Momentum);
        }

        NuclearRemnant remnant = left.Remnant;
        scratch.Add(left);
        return new NuclearBreakup(neutrino, nucleus.Protons, nucleus.Nucleons, nucleus.Mass, struckPdg, pair.Struck, leaving, particles, remnant.Protons, remnant.Nucleons, remnant.Momentum);
    }
}
