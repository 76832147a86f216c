namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// Free nucleon-nucleon cross sections, mb, against the kinetic energy on a nucleon at rest, GeV: the tables of Geant4's Bertini
/// cascade (<c>G4CascadePPChannel</c>, <c>G4CascadeNPChannel</c>; below 130 MeV from Stepanov), which follow measurements; its grid of
/// energies is recalled. Constant beyond the ends.
/// </summary>
internal static class NucleonNucleonCrossSections
{
    private static readonly double[] Energies = CascadeEnergies.All;

    private static readonly double[] InelasticEnergies = CascadeEnergies.From(0.32);

    private static readonly InterpolatedTable LikeTotal = new(Energies,
    [
        863.3, 674.6, 495.2, 376.0, 285.4, 205.8, 135.7, 93.7, 69.1, 56.0, 46.0, 40.0, 35.6, 33.0, 34.9, 44.515, 46.855, 44.868, 46.0,
        44.012, 41.838, 41.177, 40.65,
    ]);

    private static readonly InterpolatedTable UnlikeTotal = new(Energies,
    [
        912.6, 788.6, 582.1, 415.0, 272.0, 198.8, 145.0, 100.4, 71.1, 58.8, 45.7, 38.9, 34.4, 34.0, 35.0, 37.5, 39.02, 40.29, 40.72,
        42.36, 41.19, 42.04, 41.67,
    ]);

    // One pion: the sums of p p π0 and p n π+, and of p p π−, p n π0 and n n π+.
    private static readonly InterpolatedTable LikeOnePion = new(InelasticEnergies,
        [0.0, 0.75, 6.2, 18.5, 23.4, 22.03, 20.4, 16.9, 13.1, 10.6, 8.2]);

    private static readonly InterpolatedTable UnlikeOnePion = new(InelasticEnergies,
        [0.0, 3.0, 8.0, 14.25, 19.2, 20.9, 18.1, 14.5, 10.9, 9.0, 6.75]);

    // The rest that is not elastic.
    private static readonly InterpolatedTable LikeMore = new(InelasticEnergies,
        [0.0, 0.0, 0.0, 0.015, 0.255, 2.14, 7.6, 11.4, 14.7, 18.1, 21.2]);

    private static readonly InterpolatedTable UnlikeMore = new(InelasticEnergies,
        [0.0, 0.0, 0.0, 0.25, 0.82, 2.39, 7.1, 13.9, 17.3, 21.0, 23.9]);

    /// <summary>Total, of two alike or of a proton and a neutron.</summary>
    public static double Total(bool alike, double energy) => (alike ? LikeTotal : UnlikeTotal).At(energy);

    /// <summary>Parts of the total in which one pion, or more, are made.</summary>
    public static (double One, double More) PionShares(bool alike, double energy)
    {
        double total = Total(alike, energy);
        return ((alike ? LikeOnePion : UnlikeOnePion).At(energy) / total, (alike ? LikeMore : UnlikeMore).At(energy) / total);
    }
}
