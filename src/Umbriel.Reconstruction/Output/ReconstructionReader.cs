using System.Text;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Reconstruction.Output;

/// <summary>
/// Reads the events of an HDF5 file that <see cref="ReconstructionFile"/> wrote, one at a time. Columns are found by name;
/// more than those known here are no error. Not thread-safe.
/// </summary>
public sealed class ReconstructionReader : IDisposable
{
    private readonly Hdf5Reader file;
    private readonly ReconstructionReaderColumns columns;

    private ReconstructionReader(string path, Hdf5Reader file)
    {
        const string Verb = "umbriel reconstruct";
        Path = path;
        this.file = file;
        SimulationMetadata header = EventFileHeader.Read(file, path, ReconstructionFile.Format, ReconstructionFile.FormatVersion, Verb);
        string simulatedBy = file.Text("/", "simulated_by") ?? throw new UserErrorException(path, "simulated_by", "no such attribute", $"a file written by {Verb}");
        Metadata = new ReconstructionMetadata(header.Version, header with { Version = simulatedBy }, file.Number("/", "flash_reach"));
        Card = DetectorCardReader.Parse($"{path}: detector_card", Encoding.UTF8.GetBytes(header.DetectorCard)) with { Title = header.DetectorTitle };
        columns = new ReconstructionReaderColumns(path, file, Card);
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>What the file says about its events as a whole.</summary>
    public ReconstructionMetadata Metadata { get; }

    /// <summary>The detector, read back from the stored canonical text and title.</summary>
    public DetectorCard Card { get; }

    /// <summary>Number of events.</summary>
    public long Count => columns.Events;

    /// <summary>Opens a file.</summary>
    /// <exception cref="UserErrorException">The file is missing, is not HDF5, is of another format or version, or is damaged.</exception>
    public static ReconstructionReader Open(string path)
    {
        Hdf5Reader file = Hdf5Reader.Open(path);
        try
        {
            return new ReconstructionReader(path, file);
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
    public StoredReconstruction Read(long place)
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
