namespace Umbriel.Generation.Scattering;

/// <summary>Helicity of the outgoing dark neutrino, in the neutrino-target centre-of-mass frame.</summary>
public enum Helicity
{
    /// <summary>The beam neutrino's: −½ for neutrinos, +½ for antineutrinos.</summary>
    Conserving,

    /// <summary>The opposite one; proportional to m_N².</summary>
    Flipping,

    /// <summary>Sum over both.</summary>
    Both,
}
