using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The <c>recombination</c> section: the law, and its constants with the law's own defaults.</summary>
internal sealed class RecombinationKeys : CardTable<RecombinationSettings>
{
    private const string Unit = "(kV/cm)(g/cm2)/MeV";
    private const string OtherModel = "a constant of another model";

    private static readonly Dictionary<string, RecombinationModel> Models = new(StringComparer.Ordinal)
    {
        ["modified-box"] = RecombinationModel.ModifiedBox,
        ["birks"] = RecombinationModel.Birks,
    };

    public RecombinationKeys()
    {
        Key("model", Choice(Models), recombination => recombination.Model, (recombination, value) => value == RecombinationModel.Birks ? RecombinationSettings.Birks : recombination,
            "law of recombination", example: "birks");
        Key("A", Between(0.5, 1.0), recombination => recombination.A, (recombination, value) => recombination with { A = value },
            "constant of either law", example: "0.9", standard: "0.93; birks 0.8");
        Key("B", Between(0.001, 2.0, Unit), recombination => recombination.B, (recombination, value) => recombination with { B = value },
            "constant of the box", example: "0.2", condition: new(recombination => recombination.Model == RecombinationModel.ModifiedBox, OtherModel, "k for model: birks"));
        Key("k", Between(0.001, 2.0, Unit), recombination => recombination.B, (recombination, value) => recombination with { B = value },
            "constant of Birks's law", example: "0.05", standard: "0.0486", alongside: "{model: birks}", condition: new(recombination => recombination.Model == RecombinationModel.Birks, OtherModel, "B for model: modified-box"));
    }
}
