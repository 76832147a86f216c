namespace Umbriel.Core.Events;

/// <summary>
/// The category of an event that another generator wrote, from its neutrino, its process and what left the nucleus. In this order:
/// <list type="number">
/// <item>a particle of the dark sector is there: <c>signal</c>;</item>
/// <item>no neutrino is known: <c>unknown</c>;</item>
/// <item>an electron was struck, or nothing came out but one e−, the same neutrino and nuclei: <c>nu-e</c>;</item>
/// <item>the charged lepton of the neutrino came out, and not the neutrino too with a process code of a neutral current (charged
/// current): <c>nue-cc</c>; <c>cc-pi0</c> with exactly one π0 and
/// <c>numu-cc</c> otherwise; <c>unknown</c> for ν_τ;</item>
/// <item>else (neutral current) with exactly one π0, whatever the number of charged pions: <c>nc-pi0-coherent</c> if the process
/// is coherent or the struck nucleus came out whole with no other hadron, <c>nc-pi0</c> otherwise;</item>
/// <item>without π0 and with exactly one photon above 20 MeV: <c>nc-gamma</c>;</item>
/// <item>else <c>nc-other</c>.</item>
/// </list>
/// One π0 is counted as in MicroBooNE's categories "NC 1π0" and "CC 1π0" of arXiv:2502.10900, Table I. A π0 that the file replaced by
/// its photons, without a line of its own, is not found.
/// </summary>
public static class EventClassifier
{
    /// <summary>Whether a process code is of coherent scattering: 100 to 199 in NuHepMC's convention E.C.1 (arXiv:2310.13211).</summary>
    public static bool IsCoherent(int process) => process is >= 100 and <= 199;

    /// <summary>Whether a process code is of a neutral current on a nucleus: the upper halves of the hundreds from 100 to 699 in NuHepMC's convention E.C.1.</summary>
    public static bool IsNeutralCurrent(int process) => process is >= 100 and <= 699 && process % 100 >= 50;

    /// <summary>The category.</summary>
    /// <param name="neutrino">The neutrino, if it is known.</param>
    /// <param name="process">Process code, 0 for none.</param>
    /// <param name="target">PDG code of what was struck, 0 where it is not known.</param>
    /// <param name="final">What came out.</param>
    public static EventCategory Classify(EventNeutrino? neutrino, int process, int target, FinalState final)
    {
        ArgumentNullException.ThrowIfNull(final);
        return final.HasDarkParticle ? EventCategory.Signal
            : neutrino is not { } known ? EventCategory.Unknown
            : IsOffElectron(known.Pdg, target, final) ? EventCategory.NuE
            : final.Count(ChargedLepton(known.Pdg)) > 0 && !(final.Count(known.Pdg) > 0 && IsNeutralCurrent(process)) ? ChargedCurrent(known.Pdg, final)
            : NeutralCurrent(process, target, final);
    }

    /// <summary>ν_ℓ makes ℓ−: 12 makes 11, −14 makes −13.</summary>
    private static int ChargedLepton(int neutrino) => neutrino - Math.Sign(neutrino);

    private static bool IsOffElectron(int neutrino, int target, FinalState final) =>
        target == 11
        || (final.Hadrons == 0 && final.NeutralPions == 0 && final.Photons == 0 && final.Count(11) == 1 && final.Count(-11) == 0
            && final.Count(13) == 0 && final.Count(-13) == 0 && final.Count(neutrino) == 1);

    private static EventCategory ChargedCurrent(int neutrino, FinalState final) => Math.Abs(neutrino) switch
    {
        12 => EventCategory.NueCc,
        14 => final.NeutralPions == 1 ? EventCategory.CcPi0 : EventCategory.NumuCc,
        _ => EventCategory.Unknown,
    };

    private static EventCategory NeutralCurrent(int process, int target, FinalState final)
    {
        if (final.NeutralPions == 1)
        {
            bool whole = target > 1_000_000_000 && final.Count(target) == 1 && final.Hadrons == final.Count(111);
            return IsCoherent(process) || whole ? EventCategory.NcPi0Coherent : EventCategory.NcPi0;
        }

        return final.NeutralPions == 0 && final.Photons == 1 ? EventCategory.NcGamma : EventCategory.NcOther;
    }
}
