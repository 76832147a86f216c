using Umbriel.Cards;
using Umbriel.DarkSector;
using Umbriel.Inference;

namespace Umbriel.Scan;

/// <summary>What a card's scan covers.</summary>
public static class ScanPoints
{
    private static readonly double[] AroundThreshold = [0.97, 0.99, 0.999, 1.001, 1.004, 1.015, 1.05];

    /// <summary>Scenarios and Z' masses, in the card's order.</summary>
    public static ScanPlane[] Planes(Card card) =>
        [.. card.Scan.Scenarios.SelectMany(scenario => card.Scan.MZPrime.Select(mediator => new ScanPlane(scenario, mediator)))];

    /// <summary>Masses of the upscattered neutrino, GeV.</summary>
    public static ScanAxis Masses(Card card) => Axis("mass", card.Scan.Mass);

    /// <summary>Squared mixings.</summary>
    public static ScanAxis Couplings(Card card) => Axis("coupling", card.Scan.Coupling);

    /// <summary>
    /// Masses at which signals are computed: those of the scan, and some around m4 = m_Z' in the single scenario, where N4
    /// turns from long-lived to prompt and nothing smooth connects the masses of the scan.
    /// </summary>
    public static double[] SignalMasses(Card card, Scenario scenario, double mediator)
    {
        double[] scan = Masses(card).Values.ToArray();
        IEnumerable<double> around = scenario == Scenario.Single ? AroundThreshold.Select(r => r * mediator) : [];
        return [.. scan.Concat(around.Where(m => m > scan[0] && m < scan[^1])).Distinct().Order()];
    }

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

    private static ScanAxis Axis(string name, Cards.ScanGrid grid) => ScanAxis.Logarithmic(name, grid.Low, grid.High, grid.Points);
}
