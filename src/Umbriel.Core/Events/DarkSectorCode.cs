namespace Umbriel.Core.Events;

/// <summary>Particle codes of the dark sector, DarkNews's.</summary>
public static class DarkSectorCode
{
    /// <summary>N4.</summary>
    public const int N4 = 5914;

    /// <summary>N5.</summary>
    public const int N5 = 5915;

    /// <summary>Z'.</summary>
    public const int ZPrime = 5921;

    /// <summary>Whether a code is one of them, or of an antiparticle.</summary>
    public static bool Is(int code) => Math.Abs((long)code) is N4 or N5 or ZPrime;
}
