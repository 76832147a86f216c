using System.IO.Compression;
using Umbriel.Core;
using Umbriel.Formats.HepMc3;

namespace Umbriel.Generation.HepMc3;

/// <summary>
/// Writes truth events as HepMC3 ASCII (Asciiv3) with NuHepMC 1.0.0 attributes: beam neutrino, target, dark neutrino,
/// Z' where it is on shell, e+, e−, the missing neutral and the recoil. GeV and cm (time as c t, cm, from the scattering).
/// </summary>
public static class HepMc3Writer
{
    /// <summary>Writes batches one after the other, gzip if the name ends in <c>.gz</c>; the file appears when it is complete.</summary>
    /// <returns>Number of events.</returns>
    /// <exception cref="UserErrorException">The file cannot be written.</exception>
    public static long Write(string path, IEnumerable<TruthEventBatch> batches, HepMc3Run run)
    {
        long number = 0;
        AtomicFile.Write(path, file =>
        {
            using GZipStream? packed = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true) : null;
            AsciiLine line = new((Stream?)packed ?? file);
            NuHepMcHeader.Write(line, run);
            HepMc3Event writer = new(line, run);
            foreach (TruthEventBatch batch in batches)
            {
                for (int i = 0; i < batch.Count; i++)
                {
                    writer.Write(number++, batch, i);
                }
            }

            line.Word("HepMC::Asciiv3-END_EVENT_LISTING").End();
            line.Flush();
        });
        return number;
    }
}
