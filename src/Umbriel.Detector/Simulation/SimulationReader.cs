using Umbriel.Formats.Hdf5;
using System.Text;
using Umbriel.Core;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Simulation;

/// <summary>
/// Reads the simulated events of an HDF5 file that <see cref="SimulationFile"/> wrote, one at a time: only the rows of the
/// event asked for are read. Columns are found by name; more than those known here are no error. Not thread-safe.
/// </summary>
public sealed class SimulationReader : IDisposable
{
    private readonly Hdf5Reader file;
    private readonly SimulationReaderColumns columns;

    private SimulationReader(string path, Hdf5Reader file)
    {
        Path = path;
        this.file = file;
        Metadata = EventFileHeader.Read(file, path, SimulationFile.Format, SimulationFile.FormatVersion, "umbriel simulate");
        Card = DetectorCardReader.Parse($"{path}: detector_card", Encoding.UTF8.GetBytes(Metadata.DetectorCard)) with { Title = Metadata.DetectorTitle };
        columns = new SimulationReaderColumns(path, file, Card);
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>What the file says about its events as a whole.</summary>
    public SimulationMetadata Metadata { get; }

    /// <summary>The detector, read back from the stored canonical text and title.</summary>
    public DetectorCard Card { get; }

    /// <summary>Number of events.</summary>
    public long Count => columns.Events;

    /// <summary>Opens a file.</summary>
    /// <exception cref="UserErrorException">The file is missing, is not HDF5, is of another format or version, or is damaged.</exception>
    public static SimulationReader Open(string path)
    {
        Hdf5Reader file = Hdf5Reader.Open(path);
        try
        {
            return new SimulationReader(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The place in the file, from 0, of the event with this number in the run; −1 if there is none.</summary>
    /// <exception cref="UserErrorException">The file is damaged.</exception>
    public long Find(long number) => EventNumbers.Find(Count, columns.Number, number);

    /// <summary>Reads the event at a place in the file.</summary>
    /// <param name="place">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="UserErrorException">The file is damaged.</exception>
    public StoredEvent Read(long place)
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
    }
}
