namespace Umbriel.Core;

/// <summary>
/// The random numbers of one event: Philox 4x32-10 keyed by (seed, stage) and counted by (event, draw), so that the
/// n-th number of an event never depends on threads, order or restarts. Not thread-safe; make one per event.
/// </summary>
public struct RandomStream
{
    private const double Scale = 1.0 / 4503599627370496.0;

    private readonly uint key0;
    private readonly uint key1;
    private readonly uint stage;
    private readonly uint event0;
    private readonly uint event1;
    private uint blockIndex;
    private ulong spare;
    private bool hasSpare;

    /// <summary>Opens the stream of one event.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stage">A constant per purpose (see <see cref="RandomStage"/>), so that stages never share numbers.</param>
    /// <param name="eventIndex">The event's global index.</param>
    public RandomStream(ulong seed, RandomStage stage, ulong eventIndex)
    {
        key0 = (uint)seed;
        key1 = (uint)(seed >> 32);
        this.stage = (uint)stage;
        event0 = (uint)eventIndex;
        event1 = (uint)(eventIndex >> 32);
        blockIndex = 0;
        spare = 0;
        hasSpare = false;
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextBits()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        (uint x0, uint x1, uint x2, uint x3) = Philox4x32.Block(blockIndex++, event0, event1, stage, key0, key1);
        spare = x2 | ((ulong)x3 << 32);
        hasSpare = true;
        return x0 | ((ulong)x1 << 32);
    }

    /// <summary>Uniform in the open interval (0, 1): odd multiples of 2⁻⁵³, never 0 or 1.</summary>
    public double NextDouble() => ((NextBits() >> 12) + 0.5) * Scale;
}
