using Umbriel.Cards;
using Umbriel.DarkSector;
using Umbriel.Inference;

namespace Umbriel.Scan;

/// <summary>What a card's scan covers.</summary>
public static class ScanPoints
{
    /// <summary>(m_N − m_n)/m_Z' around the threshold of the real Z', close where the width rises by orders of magnitude.</summary>
    private static readonly double[] AroundThreshold = [0.97, 0.99, 1.0, 1.00001, 1.0001, 1.001, 1.004, 1.015, 1.05];

    /// <summary>Proper decay length below the threshold, cm, up to which N is prompt on both sides of it.</summary>
    private const double Prompt = 0.1;

    /// <summary>Relative distance within which two masses are one.</summary>
    private const double SameMass = 1e-6;

    /// <summary>Scenarios and Z' masses, in the card's order.</summary>
    public static ScanPlane[] Planes(Card card) =>
        [.. card.Scan.Scenarios.SelectMany(scenario => card.Scan.MZPrime.Select(mediator => new ScanPlane(scenario, mediator)))];

    /// <summary>Masses of the upscattered neutrino, GeV.</summary>
    public static ScanAxis Masses(Card card) => Axis("mass", card.Scan.Mass);

    /// <summary>Squared mixings.</summary>
    public static ScanAxis Couplings(Card card) => Axis("coupling", card.Scan.Coupling);

    /// <summary>
    /// Masses at which signals are computed: those of the scan, and some around m_N − m_n = m_Z' where N turns from
    /// long-lived to prompt there and nothing smooth connects the masses of the scan.
    /// </summary>
    public static double[] SignalMasses(Card card, Scenario scenario, double mediator)
    {
        ArgumentNullException.ThrowIfNull(card);
        double[] scan = Masses(card).Values.ToArray();
        double perGap = scenario == Scenario.Single ? 1.0 : (1.0 + card.Scan.Delta) / card.Scan.Delta;
        double[] around = [.. AroundThreshold.Select(r => r * mediator * perGap)];
        DarkSectorParameters below = Point(card, scenario, mediator, around[0]).WithMixingSquared(card.Scan.Coupling.Low);
        return DecayWidths.Compute(below).CtauParentCm < Prompt ? scan : [.. scan.Concat(around.Where(IsNew)).Order()];

        bool IsNew(double mass) => mass > scan[0] && mass < scan[^1] && !scan.Any(m => Math.Abs(m - mass) < SameMass * mass);
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
