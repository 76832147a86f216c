using Umbriel.Core;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>Reads the simulated events that <see cref="SimulationFile"/> wrote. Not thread-safe.</summary>
public sealed class SimulationReader : EventFileReader<StoredEvent>
{
    private SimulationReader(Hdf5Reader file, SimulationMetadata metadata)
        : base(file, metadata, card => new SimulationReaderColumns(file, card)) => Metadata = metadata;

    /// <summary>What the file says about its events as a whole.</summary>
    public SimulationMetadata Metadata { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="UserErrorException">The file is missing, is not HDF5, is of another format or version, or is damaged.</exception>
    public static SimulationReader Open(string path) =>
        Open(path, SimulationFile.Format, SimulationFile.FormatVersion, "umbriel simulate", static (file, metadata) => new SimulationReader(file, metadata));
}
