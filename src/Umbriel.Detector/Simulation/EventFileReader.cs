using System.Text;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>
/// Reads the events of an HDF5 file one at a time: only the rows of the event asked for are read. Columns are found by name;
/// more than those that are known are no error. Not thread-safe.
/// </summary>
/// <typeparam name="TEvent">An event as it is read back.</typeparam>
public abstract class EventFileReader<TEvent> : IDisposable
{
    private readonly Hdf5Reader file;
    private readonly EventFileColumns<TEvent> columns;

    /// <summary>Takes over an open file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="header">What <see cref="EventFileHeader"/> read in it.</param>
    /// <param name="open">Opens its columns, given the detector.</param>
    /// <exception cref="UserErrorException">The stored detector card or the columns are damaged.</exception>
    protected EventFileReader(Hdf5Reader file, SimulationMetadata header, Func<DetectorCard, EventFileColumns<TEvent>> open)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(open);
        this.file = file;
        Card = DetectorCardReader.Parse($"{Path}: detector_card", Encoding.UTF8.GetBytes(header.DetectorCard)) with { Title = header.DetectorTitle };
        columns = open(Card);
    }

    /// <summary>Path of the file.</summary>
    public string Path => file.Path;

    /// <summary>The detector, read back from the stored canonical text and title.</summary>
    public DetectorCard Card { get; }

    /// <summary>Number of events.</summary>
    public long Count => columns.Count;

    /// <summary>The place in the file, from 0, of the event with this number in the run; −1 if there is none.</summary>
    /// <exception cref="UserErrorException">The file is damaged.</exception>
    public long Find(long number)
    {
        // In a whole run number and place are the same; numbers rise in any case.
        if (number >= 0 && number < Count && columns.Number(number) == number)
        {
            return number;
        }

        long low = 0;
        long high = Count - 1;
        while (low <= high)
        {
            long middle = low + ((high - low) / 2);
            int found = columns.Number(middle);
            if (found == number)
            {
                return middle;
            }

            (low, high) = found < number ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>Reads the event at a place in the file.</summary>
    /// <param name="place">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="UserErrorException">The file is damaged.</exception>
    public TEvent Read(long place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Count);
        return columns.Read(place);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        columns.Dispose();
        file.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a file of a kind.</summary>
    /// <typeparam name="TReader">Its reader.</typeparam>
    /// <param name="path">Path of the file.</param>
    /// <param name="format">Kind of file that is expected.</param>
    /// <param name="formatVersion">Version of the kind.</param>
    /// <param name="verb">What writes such files, for messages.</param>
    /// <param name="create">Makes the reader, which takes over the file, from the file and its header.</param>
    /// <exception cref="UserErrorException">The file is missing, is not HDF5, is of another format or version, or is damaged.</exception>
    protected static TReader Open<TReader>(string path, string format, ulong formatVersion, string verb, Func<Hdf5Reader, SimulationMetadata, TReader> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Hdf5Reader file = Hdf5Reader.Open(path);
        try
        {
            return create(file, EventFileHeader.Read(file, format, formatVersion, verb));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
