using Umbriel.Detector.Readout;
using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The <c>drift</c> section.</summary>
internal sealed class DriftKeys : CardTable<DriftSettings>
{
    private static readonly Dictionary<string, bool> Directions = new(StringComparer.Ordinal) { ["-x"] = true, ["+x"] = false };

    public DriftKeys()
    {
        ValueKind<double> field = Between(0.01, 5.0, "kV/cm");
        Key("towards", Choice(Directions), drift => drift.TowardsLowX, (drift, value) => drift with { TowardsLowX = value },
            "side of the wires", example: "+x");
        Key("field", field, drift => drift.Field, (drift, value) => drift with { Field = value },
            "electric field", example: "0.3", missing: field.Expected, alongside: "{speed: 0.1}");
        Key("temperature", Between(83.0, 95.0, "K"), drift => drift.Temperature, (drift, value) => drift with { Temperature = value },
            "temperature of the liquid", example: "87", alongside: "{speed: 0.1}");
        Key("speed", Between(0.001, 1.0, "cm/us"), drift => drift.Speed, (drift, value) => drift with { Speed = value },
            "drift speed; default: ICARUS (NIM A 516 (2004) 68) below 0.62 kV/cm, Walkowiak (NIM A 449 (2000) 288) above 0.70",
            example: "0.11", standard: "from field and temperature", absent: drift => DriftSpeed.Of(drift.Field, drift.Temperature));
        Key("lifetime", Between(0.01, 1e6, "ms"), drift => drift.Lifetime, (drift, value) => drift with { Lifetime = value },
            "electron lifetime", example: "3");
        Key("longitudinalDiffusion", Between(0.0, 100.0, "cm2/s"), drift => drift.LongitudinalDiffusion, (drift, value) => drift with { LongitudinalDiffusion = value },
            "longitudinal diffusion", example: "4");
        Key("transverseDiffusion", Between(0.0, 100.0, "cm2/s"), drift => drift.TransverseDiffusion, (drift, value) => drift with { TransverseDiffusion = value },
            "transverse diffusion", example: "8.8");
    }
}
