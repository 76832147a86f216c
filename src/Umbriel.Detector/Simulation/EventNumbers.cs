namespace Umbriel.Detector.Simulation;

/// <summary>Events of a file by their number in the run.</summary>
public static class EventNumbers
{
    /// <summary>The place, from 0, of an event; −1 if there is none.</summary>
    /// <param name="count">Number of events.</param>
    /// <param name="numberAt">Number of the event at a place; numbers rise.</param>
    /// <param name="wanted">Number of the event.</param>
    public static long Find(long count, Func<long, int> numberAt, long wanted)
    {
        ArgumentNullException.ThrowIfNull(numberAt);

        // In a whole run number and place are the same.
        if (wanted >= 0 && wanted < count && numberAt(wanted) == wanted)
        {
            return wanted;
        }

        long low = 0;
        long high = count - 1;
        while (low <= high)
        {
            long middle = low + ((high - low) / 2);
            int found = numberAt(middle);
            if (found == wanted)
            {
                return middle;
            }

            (low, high) = found < wanted ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
