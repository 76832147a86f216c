using Umbriel.DarkSector;
using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Cards.Keys;

/// <summary>The model: scenario, <see cref="ModelParameters"/> and conventions.</summary>
internal sealed class ModelKeys : CardTable<DarkSectorParameters>
{
    public ModelKeys(ModelDefaults defaults)
    {
        Key("model", Choice(CardChoices.Scenarios), model => model.Scenario, (model, value) => model with { Scenario = value },
            "`single`: ν_μ A → N4 A, N4 → ν e+e−; `dual`: ν_μ A → N5 A, N5 → N4 e+e−", example: "dual");
        Key("HNLtype", Choice(CardChoices.HnlTypes), model => model.HnlType, (model, value) => model with { HnlType = value },
            "nature of the dark neutrinos", example: "majorana");
        Add(new ModelParametersKey(defaults));
        Key("emCoupling", Choice(CardChoices.EmCouplings), model => model.EmCoupling, (model, value) => model with { EmCoupling = value },
            "`thomson`: e = √(4πα(0)); `darknews`: e = g sinθ_W, 3.87% more in every rate", example: "thomson");
        Key("BRee", Choice(CardChoices.BranchingRatios), model => model.BRee, (model, value) => model with { BRee = value },
            "branching ratio of the chain to e+e−: `unity`, as DarkNews has it, or from the `model`", example: "model");
        Key("zInterference", Flag, model => model.ZInterference, (model, value) => model with { ZInterference = value },
            "whether Z exchange is added coherently", example: "false");
    }
}
