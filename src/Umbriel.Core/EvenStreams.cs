using Umbriel.Core.Numerics;

namespace Umbriel.Core;

/// <summary>
/// Streams of a run whose first sixteen numbers, taken over all events, fill the unit cube evenly: points of
/// <see cref="SobolSequence"/> with their binary digits flipped at random, the same for the whole run. Later numbers are
/// those of the ordinary streams. Sums over a run converge faster than with independent numbers; every single number is
/// still uniform over seeds. Immutable; safe to share between threads.
/// </summary>
public sealed class EvenStreams
{
    private readonly ulong seed;
    private readonly RandomStage stage;
    private readonly ulong[] flips = new ulong[SobolSequence.Dimensions];

    /// <summary>Draws the run's flips.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stage">A constant per purpose.</param>
    public EvenStreams(ulong seed, RandomStage stage)
    {
        this.seed = seed;
        this.stage = stage;
        RandomStream random = new(seed, stage, ulong.MaxValue);
        for (int i = 0; i < flips.Length; i++)
        {
            flips[i] = random.NextBits();
        }
    }

    /// <summary>Opens the stream of one event.</summary>
    /// <param name="eventIndex">The event's index in the run.</param>
    public RandomStream this[ulong eventIndex]
    {
        get
        {
            Span<uint> point = stackalloc uint[SobolSequence.Dimensions];
            SobolSequence.Point(eventIndex, point);
            return RandomStream.Replaced(new RandomStream(seed, stage, eventIndex), point, flips);
        }
    }
}
