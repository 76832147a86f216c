using System.Runtime.InteropServices;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>A column of a simulation file: how it is called and how an event fills its rows.</summary>
internal abstract class SimulationColumn
{
    /// <summary>Its number among all columns.</summary>
    public required int Index { get; init; }

    /// <summary>Full name, as <c>/events/weight</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Units, empty for none.</summary>
    public required string Units { get; init; }

    /// <summary>One line.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it says where rows of other tables are, so that it can only be filled in the order of events.</summary>
    public required bool IsOffset { get; init; }

    /// <summary>Bytes of a value.</summary>
    public abstract int ValueSize { get; }

    /// <summary>Whether values hardly repeat: real numbers and samples.</summary>
    public abstract bool IsNoisy { get; }

    /// <summary>Creates the empty column.</summary>
    public abstract Hdf5ChunkedColumn CreateIn(Hdf5Writer writer);

    /// <summary>Writes the event's rows, little-endian; <paramref name="into"/> has their size.</summary>
    public abstract void Pack(EventResult result, Span<byte> into);
}

/// <summary>A column of one type.</summary>
/// <typeparam name="T">double, float, long, int, short or byte.</typeparam>
internal sealed class SimulationColumn<T> : SimulationColumn
    where T : unmanaged
{
    /// <summary>The value of a row of an event.</summary>
    public required Func<EventResult, int, T> Value { get; init; }

    public override unsafe int ValueSize => sizeof(T);

    public override bool IsNoisy => typeof(T) == typeof(double) || typeof(T) == typeof(float);

    public override Hdf5ChunkedColumn CreateIn(Hdf5Writer writer) => writer.CreateChunkedColumn<T>(Name, Units, Description);

    public override void Pack(EventResult result, Span<byte> into)
    {
        Span<T> values = MemoryMarshal.Cast<byte, T>(into);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Value(result, i);
        }
    }
}

/// <summary>The samples of all regions.</summary>
internal sealed class SampleColumn : SimulationColumn
{
    public override int ValueSize => sizeof(short);

    public override bool IsNoisy => true;

    public override Hdf5ChunkedColumn CreateIn(Hdf5Writer writer) => writer.CreateChunkedColumn<short>(Name, Units, Description);

    public override void Pack(EventResult result, Span<byte> into) => MemoryMarshal.AsBytes(result.Signals.Buffer).CopyTo(into);
}
