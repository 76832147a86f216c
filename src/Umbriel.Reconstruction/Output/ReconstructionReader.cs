using Umbriel.Core;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Reconstruction.Output;

/// <summary>Reads the reconstructed events that <see cref="ReconstructionFile"/> wrote. Not thread-safe.</summary>
public sealed class ReconstructionReader : EventFileReader<StoredReconstruction>
{
    private const string Verb = "umbriel reconstruct";

    private ReconstructionReader(Hdf5Reader file, ReconstructionMetadata metadata)
        : base(file, metadata.Simulation, card => new ReconstructionReaderColumns(file, card)) => Metadata = metadata;

    /// <summary>What the file says about its events as a whole.</summary>
    public ReconstructionMetadata Metadata { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="UserErrorException">The file is missing, is not HDF5, is of another format or version, or is damaged.</exception>
    public static ReconstructionReader Open(string path) => Open(path, ReconstructionFile.Format, ReconstructionFile.FormatVersion, Verb, static (file, header) =>
    {
        string simulatedBy = file.Text("/", "simulated_by") ?? throw new UserErrorException(file.Path, "simulated_by", "no such attribute", $"a file written by {Verb}");
        return new ReconstructionReader(
            file, new ReconstructionMetadata(header.Version, header with { Version = simulatedBy }, file.Number("/", "flash_reach"), file.Text("/", "settings"), file.Text("/", "models")));
    });
}
