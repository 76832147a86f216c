using Umbriel.DarkSector;
using Umbriel.Inference;
using Umbriel.Interchange.Cards;

namespace Umbriel.Cli.Search;

/// <summary>What a card's scan covers.</summary>
internal static class ScanPoints
{
    /// <summary>Scenarios and Z' masses, in the card's order.</summary>
    public static (Scenario Scenario, double MZPrime)[] Planes(Card card) =>
        [.. card.Scan.Scenarios.SelectMany(scenario => card.Scan.MZPrime.Select(mediator => (scenario, mediator)))];

    /// <summary>Masses of the upscattered neutrino, GeV.</summary>
    public static ScanAxis Masses(Card card) => Axis("mass", card.Scan.Mass);

    /// <summary>Squared mixings.</summary>
    public static ScanAxis Couplings(Card card) => Axis("coupling", card.Scan.Coupling);

    /// <summary>The card's model in one cell of the scan: its couplings, the scan's masses.</summary>
    public static DarkSectorParameters Point(Card card, Scenario scenario, double mediator, double mass) => scenario == Scenario.Single
        ? card.Model with { Scenario = scenario, M4 = mass, M5 = null, MZPrime = mediator, Umu5 = 0.0 }
        : card.Model with
        {
            Scenario = scenario,
            M4 = mass / (1.0 + card.Scan.Delta),
            M5 = mass,
            MZPrime = mediator,
            Umu4 = card.Model.Scenario == Scenario.Dual ? card.Model.Umu4 : 0.0,
        };

    private static ScanAxis Axis(string name, Interchange.Cards.ScanGrid grid) => ScanAxis.Logarithmic(name, grid.Low, grid.High, grid.Points);
}
