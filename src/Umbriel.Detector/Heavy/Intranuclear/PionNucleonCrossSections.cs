namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// Free pion-nucleon cross sections, mb, against the pion's kinetic energy on a nucleon at rest, GeV: the tables of Geant4's Bertini
/// cascade (<c>G4CascadePiPlusPChannel</c>, <c>G4CascadePiMinusPChannel</c>), which follow measurements; its grid of energies is recalled.
/// Constant beyond the ends. π± on neutrons by charge symmetry, π0 by isospin.
/// </summary>
internal static class PionNucleonCrossSections
{
    private static readonly double[] Energies = CascadeEnergies.All;

    private static readonly double[] InelasticEnergies = CascadeEnergies.From(0.18);

    private static readonly InterpolatedTable PlusTotal = new(Energies,
    [
        1.2, 2.5, 3.8, 5.0, 7.0, 9.0, 15.0, 30.0, 64.0, 130.0, 190.0, 130.01, 55.85, 28.0, 17.14, 19.27, 27.58, 40.07, 32.51, 30.46, 28.61,
        27.26, 25.81,
    ]);

    private static readonly InterpolatedTable PlusElastic = new(Energies,
    [
        1.2, 2.5, 3.8, 5.0, 7.0, 9.0, 15.0, 30.0, 64.0, 130.0, 190.0, 130.0, 55.7, 27.2, 13.95, 8.38, 12.98, 18.53, 11.81, 9.4, 7.7, 6.8,
        5.9,
    ]);

    private static readonly InterpolatedTable PlusOneMore = new(InelasticEnergies,
        [0.0, 0.01, 0.15, 0.8, 2.99, 10.15, 12.49, 16.07, 9.88, 7.1, 4.95, 3.32, 2.3]);

    private static readonly InterpolatedTable MinusTotal = new(Energies,
    [
        6.4, 6.67, 6.94, 7.22, 7.5, 8.3, 12.0, 14.4, 24.0, 46.0, 72.04, 43.02, 27.19, 27.32, 42.72, 37.638, 51.546, 33.687, 34.971, 32.57,
        31.19, 30.24, 28.5,
    ]);

    private static readonly InterpolatedTable MinusElastic = new(Energies,
    [
        1.5, 1.57, 1.64, 1.72, 1.8, 2.0, 3.0, 3.4, 7.0, 14.0, 24.04, 14.905, 11.27, 11.004, 20.99, 13.97, 25.84, 12.01, 10.696, 8.3, 7.1, 6.0,
        5.4,
    ]);

    private static readonly InterpolatedTable MinusExchange = new(Energies,
    [
        4.9, 5.1, 5.3, 5.5, 5.7, 6.3, 9.0, 11.0, 17.0, 32.0, 48.0, 28.0, 14.5, 11.04, 8.99, 4.79, 5.02, 2.08, 1.0, 0.5, 0.25, 0.15, 0.095,
    ]);

    private static readonly InterpolatedTable MinusOneMore = new(InelasticEnergies,
        [0.0, 0.115, 1.42, 5.22, 12.1, 17.4, 17.0, 14.5, 13.7, 8.69, 5.75, 4.16, 2.78]);

    /// <summary>Total.</summary>
    /// <param name="pion">Charge of the pion.</param>
    /// <param name="nucleon">Charge of the nucleon.</param>
    /// <param name="energy">Kinetic energy, GeV.</param>
    public static double Total(int pion, int nucleon, double energy) => Channel(pion, nucleon) switch
    {
        Pair.Pure => PlusTotal.At(energy),
        Pair.Mixed => MinusTotal.At(energy),
        _ => 0.5 * (PlusTotal.At(energy) + MinusTotal.At(energy)),
    };

    /// <summary>
    /// Elastic, charge exchange, and one pion more; the rest of the total makes two or more. Parameters as those of <see cref="Total"/>.
    /// </summary>
    public static (double Elastic, double Exchange, double OneMore) Parts(int pion, int nucleon, double energy)
    {
        switch (Channel(pion, nucleon))
        {
            case Pair.Pure:
                return (PlusElastic.At(energy), 0.0, PlusOneMore.At(energy));
            case Pair.Mixed:
                return (MinusElastic.At(energy), MinusExchange.At(energy), MinusOneMore.At(energy));
            default:
                double exchange = MinusExchange.At(energy);
                double both = 0.5 * (PlusElastic.At(energy) + MinusElastic.At(energy) + exchange);
                exchange = Math.Min(exchange, both);
                return (both - exchange, exchange, 0.5 * (PlusOneMore.At(energy) + MinusOneMore.At(energy)));
        }
    }

    private static Pair Channel(int pion, int nucleon) =>
        pion == 0 ? Pair.Neutral : (pion == 1) == (nucleon == 1) ? Pair.Pure : Pair.Mixed;

    private enum Pair
    {
        /// <summary>π+ p or π− n, of isospin 3/2.</summary>
        Pure,

        /// <summary>π− p or π+ n.</summary>
        Mixed,

        /// <summary>π0 p or π0 n.</summary>
        Neutral,
    }
}
