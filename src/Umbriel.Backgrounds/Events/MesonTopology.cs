namespace Umbriel.Backgrounds.Events;

/// <summary>Classes of interactions by current and the pions that there are, no other mesons.</summary>
public static class MesonTopology
{
    /// <summary>Of an interaction with another meson than pions.</summary>
    public const string Other = "other";

    /// <summary>All classes but <see cref="Other"/>: charged currents, then neutral ones.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["cc0pi", "cc1pi+", "cc1pi-", "cc1pi0", "cc-multi-pi", "nc0pi", "nc1pi+", "nc1pi-", "nc1pi0", "nc-multi-pi"];

    /// <summary>The class of a final state.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="hadrons">The hadrons, and leptons or photons among them, which do not count.</param>
    public static string Of(WeakCurrent current, ReadOnlySpan<Hadron> hadrons)
    {
        int pions = 0;
        string last = string.Empty;
        foreach (Hadron hadron in hadrons)
        {
            switch (hadron.Pdg)
            {
                case 211:
                    (pions, last) = (pions + 1, "1pi+");
                    break;
                case -211:
                    (pions, last) = (pions + 1, "1pi-");
                    break;
                case 111:
                    (pions, last) = (pions + 1, "1pi0");
                    break;
                default:
                    if (Math.Abs(hadron.Pdg) is > 100 and < 1000)
                    {
                        return Other;
                    }

                    break;
            }
        }

        string prefix = current == WeakCurrent.Charged ? "cc" : "nc";
        return pions switch
        {
            0 => prefix + "0pi",
            1 => prefix + last,
            _ => prefix + "-multi-pi",
        };
    }
}
