using Umbriel.DarkSector;

namespace Umbriel.Response;

/// <summary>
/// The mixtures that the efficiency is fitted on. All cover light (30 MeV) and heavy (0.5 to 1.25 GeV) mediators, as the
/// letter says of its sample; they differ in what lies between and in the shares. Their spread is the method's
/// uncertainty.
///
/// On the published sample the four marginals of a topology give one mean efficiency. They do, within a per cent, on the
/// default, <c>balanced</c>: the broad set of points with the shares of maximum entropy on which they agree
/// (<see cref="ConsistentShares"/>); it selects the letter's example signal for g_D = 2. <c>light-heavy</c>, equal shares of
/// light- and heavy-mediator points of both scenarios, is the plainest reading of what the letter says of its sample; its
/// marginals disagree by up to a quarter (<see cref="EfficiencyMap.Residuals"/>), and it closes for α_D = 0.25. Both, and
/// why the first is the default: validation/closure.md.
/// </summary>
public static class ReferenceMixtures
{
    private static readonly DarkSectorParameters[] LightSingle = [Single(0.05, 0.03), Single(0.106, 0.03), Single(0.2, 0.03), Single(0.4, 0.03)];
    private static readonly DarkSectorParameters[] HeavySingle = [Single(0.1, 0.5), Single(0.15, 1.25), Single(0.3, 0.8), Single(0.5, 1.25)];
    private static readonly DarkSectorParameters[] LightDual = [Dual(0.05, 0.1, 0.03), Dual(0.1, 0.2, 0.03), Dual(0.2, 0.4, 0.03)];
    private static readonly DarkSectorParameters[] HeavyDual = [Dual(0.05, 0.1, 1.25), Dual(0.1, 0.2, 1.25), Dual(0.2, 0.4, 1.25), Dual(0.4, 0.8, 1.25)];
    private static readonly DarkSectorParameters[] Between = [Single(0.15, 0.1), Single(0.3, 0.1), Single(0.6, 0.1), Dual(0.1, 0.2, 0.2), Dual(0.2, 0.3, 0.5)];

    private static readonly DarkSectorParameters[] Broad = [.. LightSingle, .. HeavySingle, .. LightDual, .. HeavyDual, .. Between];

    /// <summary>All, the default first.</summary>
    public static IReadOnlyList<ReferenceMixture> All { get; } =
    [
        new("balanced", Broad, new ConsistentShares(ConsistentShares.DefaultLambda)),
        new("light-heavy", [.. LightSingle, .. HeavySingle, .. LightDual, .. HeavyDual], EqualShares.Rule),
        new("single", [.. LightSingle, .. HeavySingle], EqualShares.Rule),
        new("dual", [.. LightDual, .. HeavyDual], EqualShares.Rule),
        new("broad", Broad, EqualShares.Rule),
    ];

    /// <summary>The mixture that predictions use unless a card names another.</summary>
    public static ReferenceMixture Default => All[0];

    /// <summary>A mixture by its name; null where there is none of that name.</summary>
    public static ReferenceMixture? Find(string name) => All.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));

    private static DarkSectorParameters Single(double m4, double mediator) =>
        new() { Scenario = Scenario.Single, M4 = m4, MZPrime = mediator, Umu4 = 1e-5 };

    private static DarkSectorParameters Dual(double m4, double m5, double mediator) =>
        new() { Scenario = Scenario.Dual, M4 = m4, M5 = m5, MZPrime = mediator, Umu5 = 1e-5 };
}
