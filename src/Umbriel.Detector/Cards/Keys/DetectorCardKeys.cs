using Umbriel.Core.Geometry;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>Every key of a detector card.</summary>
internal sealed class DetectorCardKeys : CardTable<DetectorCard>
{
    /// <summary>The keys.</summary>
    public static readonly DetectorCardKeys All = new();

    private DetectorCardKeys()
    {
        Key("title", Text, card => card.Title, (card, value) => card with { Title = value },
            "for reports; not part of the canonical text", example: "another", standard: "the file's name", canonical: false);
        Section("activeVolume", new BoxKeys("liquid whose charge reaches the wires, cm; its y–z face is the wires' frame"), card => card.ActiveVolume, (card, value) => card with { ActiveVolume = value },
            missing: "x, y and z of the active liquid, cm");
        Add(new SectionKey<DetectorCard, Box>("cryostat", new BoxKeys("liquid in which particles are followed, cm; holds `activeVolume`"), card => card.Cryostat, (card, value) => card with { Cryostat = value })
        {
            Absent = card => card.ActiveVolume,
            Default = "`activeVolume`; all three or none",
        });
        Key("density", Between(1.0, 1.8, "g/cm3"), card => card.Density, (card, value) => card with { Density = value },
            "density of the liquid", example: "1.4");
        Section("drift", new DriftKeys(), card => card.Drift, (card, value) => card with { Drift = value }, missing: "keys of its own: field and others");
        Add(new PlanesKey());
        Section("readout", new ReadoutKeys(), card => card.Readout, (card, value) => card with { Readout = value }, missing: "keys of its own: ticks and others");
        Section("electronics", new ElectronicsKeys(), card => card.Electronics, (card, value) => card with { Electronics = value });
        Section("recombination", new RecombinationKeys(), card => card.Recombination, (card, value) => card with { Recombination = value });
        Section("light", new LightKeys(), card => card.Light, (card, value) => card with { Light = value });
        Section("overburden", new OverburdenKeys(), card => card.Overburden, (card, value) => card with { Overburden = value });
        Section("spaceCharge", new SpaceChargeKeys(), card => card.SpaceCharge, (card, value) => card with { SpaceCharge = value });
        Section("variations", new VariationKeys(), card => card.Variations, (card, value) => card with { Variations = value });
    }

    /// <summary>The card of a file that gives no key; what must be given is zero.</summary>
    public static DetectorCard Start(string path) => new()
    {
        Title = Path.GetFileNameWithoutExtension(path),
        ActiveVolume = default,
        Cryostat = default,
        Drift = new DriftSettings { Field = 0.0, Speed = 0.0 },
        Planes = [],
        Readout = new ReadoutSettings { Ticks = 0 },
    };

    /// <inheritdoc/>
    protected override void Check(SectionReader section, DetectorCard record)
    {
        (Box active, Box cryostat) = (record.ActiveVolume, record.Cryostat);
        if (!cryostat.Contains(active.XLow, active.YLow, active.ZLow) || !cryostat.Contains(active.XHigh, active.YHigh, active.ZHigh))
        {
            throw section.ErrorAt(section.Map.Find("cryostat")!.Value.Line, "cryostat", "a box that does not hold all of activeVolume", "a larger box");
        }
    }
}
