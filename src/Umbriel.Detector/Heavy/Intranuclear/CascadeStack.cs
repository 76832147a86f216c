namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>The hadrons of a cascade that are still to be followed; the latest comes first. On memory of the caller's.</summary>
internal ref struct CascadeStack(Span<CascadeHadron> hadrons)
{
    /// <summary>
    /// Hadrons that a caller's memory should hold. Chosen; on a full stack hadrons leave without another collision.
    /// </summary>
    public const int Capacity = 96;

    /// <summary>Places kept free, so that a collision, which pushes three at most, always fits.</summary>
    private const int Reserve = 4;

    private readonly Span<CascadeHadron> hadrons = hadrons;
    private int count = 0;

    /// <summary>Whether another collision fits.</summary>
    public readonly bool HasRoom => count < hadrons.Length - Reserve;

    /// <summary>Adds a hadron.</summary>
    public void Push(in CascadeHadron hadron) => hadrons[count++] = hadron;

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
}
