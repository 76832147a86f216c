using Umbriel.Detector.Simulation;

namespace Umbriel.Detector.Tests.Simulation;

/// <summary>Writes events one after the other, without journal or threads: what <see cref="SimulationRun"/> is compared with.</summary>
internal static class PlainSimulationFile
{
    public static void Write(string path, IEnumerable<EventResult> events, SimulationMetadata metadata) => SimulationFile.WriteChunks(path, metadata, append =>
    {
        void Append(ColumnChunk chunk)
        {
            chunk.Filter();
            append(chunk.Column.Index, chunk.Rows, chunk.Filtered.GetBuffer().AsSpan(0, (int)chunk.Filtered.Length));
            chunk.Release();
        }

        OpenChunks open = new();
        PackedEvent packed = new();
        foreach (EventResult result in events)
        {
            packed.Pack(result);
            open.Append(result, packed, Append);
        }

        open.Finish(Append);
    });
}
