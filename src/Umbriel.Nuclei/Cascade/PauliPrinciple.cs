namespace Umbriel.Nuclei.Cascade;

/// <summary>No nucleon can go where the Fermi gas is full.</summary>
internal static class PauliPrinciple
{
    /// <summary>Whether every nucleon of a collision's products has more than the Fermi momentum of its kind.</summary>
    public static bool Allows(ReadOnlySpan<InsideHadron> products, in LocalMedium medium)
    {
        foreach (InsideHadron product in products)
        {
            if (product.Kind.IsNucleon() && product.Momentum.Momentum < medium.FermiMomentum((Nucleon)product.Kind))
            {
                return false;
            }
        }

        return true;
    }
}
