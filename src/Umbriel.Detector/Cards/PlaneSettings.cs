namespace Umbriel.Detector.Cards;

/// <summary>What a wire plane sees of passing electrons.</summary>
public enum PlaneSignal
{
    /// <summary>Electrons pass: bipolar signal.</summary>
    Induction = 0,

    /// <summary>Electrons end on the wire: unipolar signal.</summary>
    Collection = 1,
}

/// <summary>An inclusive range of wires.</summary>
/// <param name="First">First wire.</param>
/// <param name="Last">Last wire.</param>
public readonly record struct WireRange(int First, int Last);

/// <summary>One wire plane.</summary>
public sealed record PlaneSettings
{
    /// <summary>Its letter.</summary>
    public required string Name { get; init; }

    /// <summary>Induction or collection.</summary>
    public required PlaneSignal Signal { get; init; }

    /// <summary>Angle of the wires from the vertical towards +z, degrees, in (−90, 90].</summary>
    public required double Angle { get; init; }

    /// <summary>Distance of neighbouring wires, cm. MicroBooNE's.</summary>
    public double Pitch { get; init; } = 0.3;

    /// <summary>Shift of all wires along their pitch direction from the centred position, cm.</summary>
    public double Offset { get; init; }

    /// <summary>Distance behind the first plane, cm.</summary>
    public double Depth { get; init; }

    /// <summary>Baseline of the digitiser, ADC counts. The middle of 12 bits.</summary>
    public double Pedestal { get; init; } = 2048.0;

    /// <summary>
    /// Incoherent noise, rms in ADC counts. Of the size of MicroBooNE's after filtering (JINST 12 (2017) P08003).
    /// </summary>
    public double Noise { get; init; } = 2.0;

    /// <summary>Noise common to a group of <see cref="ReadoutSettings.CoherentGroup"/> wires, rms in ADC counts.</summary>
    public double CoherentNoise { get; init; }

    /// <summary>Wires without signal.</summary>
    public IReadOnlyList<WireRange> Dead { get; init; } = [];
}
