namespace Umbriel.Formats.HepEvt;

/// <summary>What a user has to say about a generator's file because the file does not.</summary>
public sealed record EventFileOptions
{
    /// <summary>Name of the weight that counts; null leaves it to the file's names.</summary>
    public string? Weight { get; init; }

    /// <summary>Unit of length of HEPEVT in HepMC3's layout, cm: 0.1 or 1; null for its definition's 0.1.</summary>
    public double? LengthUnit { get; init; }
}
