using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.Events;
using Umbriel.Generation.HepMc3;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation;

/// <summary>Writes truth events in the format that a file's name asks for.</summary>
public static class EventOutput
{
    /// <summary>Writes batches one after the other.</summary>
    /// <param name="path">Ends in <c>.h5</c> or <c>.hdf5</c> (HDF5), or <c>.hepmc3</c> or <c>.hepmc</c> (HepMC3 ASCII), or one of these and <c>.gz</c>.</param>
    /// <param name="batches">The events.</param>
    /// <param name="model">Their model.</param>
    /// <param name="settings">How they were generated.</param>
    /// <param name="card">Canonical text of the card that asked for them.</param>
    /// <exception cref="UserErrorException">Another ending, or a file that cannot be written.</exception>
    public static void Write(string path, IEnumerable<TruthEventBatch> batches, DarkSectorParameters model, GenerationSettings settings, string card)
    {
        ArgumentNullException.ThrowIfNull(settings);
        bool packed = path.EndsWith(".gz", StringComparison.Ordinal);
        switch (Path.GetExtension(packed ? path[..^3] : path))
        {
            case ".h5" or ".hdf5" when !packed:
                EventFile.Write(path, batches, new EventFileMetadata { Version = CodeVersion.Full, Card = card, Seed = settings.Seed, Pot = settings.Pot });
                break;
            case ".hepmc3" or ".hepmc":
                HepMc3Writer.Write(path, batches, new HepMc3Run
                {
                    Version = CodeVersion.Full,
                    Model = model,
                    Pot = settings.Pot,
                    Seed = settings.Seed,
                    Card = card,
                    HasBreakups = settings.NuclearResponse == NuclearResponse.FermiGas,
                    BeamOrigin = settings.Site.BeamOrigin,
                    NuclearMass = code => Target.FromCode(code).Mass,
                });
                break;
            default:
                throw new UserErrorException("--output", null, $"'{path}'", "a name that ends in .h5, .hdf5, .hepmc3 or .hepmc3.gz");
        }
    }
}
