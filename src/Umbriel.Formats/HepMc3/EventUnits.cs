using Umbriel.Formats.HepEvt;

namespace Umbriel.Formats.HepMc3;

/// <summary>Units of a HepMC event: GeV or MeV, cm or mm. An event that does not name them has HepMC's own, GeV and mm.</summary>
/// <param name="Energy">The unit of energy, GeV.</param>
/// <param name="Length">The unit of length, cm.</param>
internal readonly record struct EventUnits(double Energy, double Length)
{
    /// <summary>Those of an event without a U line.</summary>
    public static EventUnits Default => new(1.0, 0.1);

    /// <summary>Reads the words after U.</summary>
    public static EventUnits Read(TextLines lines)
    {
        ReadOnlySpan<byte> energy = lines.Word();
        double gev = energy.SequenceEqual("GEV"u8) ? 1.0 : energy.SequenceEqual("MEV"u8) ? 1e-3 : throw lines.Error("units", energy, "GEV or MEV");
        ReadOnlySpan<byte> length = lines.Word();
        double cm = length.SequenceEqual("CM"u8) ? 1.0 : length.SequenceEqual("MM"u8) ? 0.1 : throw lines.Error("units", length, "CM or MM");
        lines.End("the units");
        return new EventUnits(gev, cm);
    }
}
