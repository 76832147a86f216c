namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>Hadrons of a cascade; the latest comes first. On memory of the caller's.</summary>
internal ref struct CascadeStack(Span<CascadeHadron> hadrons)
{
    /// <summary>
    /// Hadrons that a cascade can have at most: 40 nucleons, the projectile, and two pions more for each nucleon hit, rounded up.
    /// </summary>
    public const int Capacity = 128;

    private readonly Span<CascadeHadron> hadrons = hadrons;
    private int count = 0;

    /// <summary>Those on the stack, the first first.</summary>
    public readonly ReadOnlySpan<CascadeHadron> Hadrons => hadrons[..count];

    /// <summary>Adds a hadron.</summary>
    public void Push(in CascadeHadron hadron) => hadrons[count++] = hadron;

    /// <summary>Adds hadrons.</summary>
    public void Push(scoped ReadOnlySpan<CascadeHadron> added)
    {
        added.CopyTo(hadrons[count..]);
        count += added.Length;
    }

    /// <summary>Takes the hadron that was added last; false if there is none.</summary>
    public bool TryPop(out CascadeHadron hadron)
    {
        if (count == 0)
        {
            hadron = default;
            return false;
        }

        hadron = hadrons[--count];
        return true;
    }

    /// <summary>Removes all.</summary>
    public void Clear() => count = 0;
}
