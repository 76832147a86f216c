namespace Umbriel.Core.Events;

/// <summary>Particles that leave nothing in any detector: neutrinos and the dark sector.</summary>
public static class InvisibleParticle
{
    /// <summary>Whether a particle code is of one of them.</summary>
    public static bool Is(int code) => EventNeutrino.Is(code) || DarkSectorCode.Is(code);
}
