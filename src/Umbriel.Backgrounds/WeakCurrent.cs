namespace Umbriel.Backgrounds;

/// <summary>The weak current that a neutrino couples to.</summary>
public enum WeakCurrent : byte
{
    /// <summary>Charged: exchange of a W, a charged lepton leaves.</summary>
    Charged = 0,

    /// <summary>Neutral: exchange of a Z, the neutrino leaves.</summary>
    Neutral = 1,
}
