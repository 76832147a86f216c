namespace Umbriel.Detector.Simulation;

/// <summary>Rows of the tables that grow by more than one an event.</summary>
internal readonly record struct RowCounts(long Particles, long Deposits, long Regions, long Flashes, long Samples)
{
    /// <summary>With those of an event.</summary>
    public RowCounts After(EventResult result) => new(
        Particles + result.Simulated.Particles.Count,
        Deposits + result.Simulated.Deposits.Count,
        Regions + result.Signals.Regions.Count,
        Flashes + result.Flashes.Count,
        Samples + result.Signals.SampleCount);

    /// <summary>Keeps them.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (long count in (ReadOnlySpan<long>)[Particles, Deposits, Regions, Flashes, Samples])
        {
            writer.Write(count);
        }
    }

    /// <summary>Reads what <see cref="Write"/> kept.</summary>
    public static RowCounts Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
}
