namespace Umbriel.Studies.Training;

/// <summary>Something that was found in a simulated event, with what it is.</summary>
/// <param name="Features">Its features; null is missing.</param>
/// <param name="Label">Whether it is of the wanted kind.</param>
/// <param name="Group">What it is more closely, for reports: the name of a particle, say.</param>
/// <param name="Energy">Kinetic energy of what it stands for, GeV.</param>
public sealed record TrainingRow(double?[] Features, bool Label, string Group, double Energy);
