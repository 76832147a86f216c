namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>Below the Fermi level every state is taken.</summary>
internal static class PauliPrinciple
{
    /// <summary>Whether all nucleons of a collision are above the Fermi level.</summary>
    public static bool Allows(ReadOnlySpan<CascadeHadron> made)
    {
        foreach (CascadeHadron hadron in made)
        {
            if (!hadron.IsPion && hadron.Energy < 0.0)
            {
                return false;
            }
        }

        return true;
    }
}
