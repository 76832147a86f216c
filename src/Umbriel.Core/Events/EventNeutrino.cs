namespace Umbriel.Core.Events;

/// <summary>The beam neutrino that made an event.</summary>
/// <param name="Pdg">PDG code: ±12, ±14 or ±16.</param>
/// <param name="Energy">Energy in the laboratory, GeV.</param>
/// <param name="Parent">PDG code of the particle that decayed to it; 0 where it is not known.</param>
public readonly record struct EventNeutrino(int Pdg, double Energy, int Parent)
{
    /// <summary>Whether a PDG code is that of a neutrino.</summary>
    public static bool Is(int pdg) => Math.Abs((long)pdg) is 12 or 14 or 16;
}
