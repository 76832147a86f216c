namespace Umbriel.Formats.HepEvt;

/// <summary>A final-state particle of an event that a generator wrote.</summary>
/// <param name="Pdg">PDG code.</param>
/// <param name="Px">Momentum, GeV.</param>
/// <param name="Py">See <paramref name="Px"/>.</param>
/// <param name="Pz">See <paramref name="Px"/>.</param>
/// <param name="Mass">Mass as the file has it, GeV; at least 0.</param>
/// <param name="X">Where it starts, cm.</param>
/// <param name="Y">See <paramref name="X"/>.</param>
/// <param name="Z">See <paramref name="X"/>.</param>
/// <param name="Time">When it starts, ns.</param>
/// <param name="Energy">Energy as the file has it, GeV; the other numbers count.</param>
public readonly record struct GeneratedParticle(int Pdg, double Px, double Py, double Pz, double Mass, double X, double Y, double Z, double Time, double Energy);
