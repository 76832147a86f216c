namespace Umbriel.DarkSector;

/// <summary>One open decay channel.</summary>
/// <param name="Name">Final state, ASCII ("nu e+ e-").</param>
/// <param name="Width">Partial width, GeV.</param>
public readonly record struct DecayChannel(string Name, double Width);
