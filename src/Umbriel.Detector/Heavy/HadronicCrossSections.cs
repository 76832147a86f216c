using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Cross sections of hadrons on argon against kinetic energy, mb, before the scale factors of <see cref="HeavyTransportSettings"/>.
/// <list type="bullet">
/// <item>Pions, elastic and reaction: V. Barashenkov's evaluation for calcium (JINR P2-90-158 (1990)), whose mass number is argon's
/// to 0.3%; not compared with the publication again. The reaction of π− at 40 and 60 MeV is raised, by 190 and 140 mb, to what O. Meirav et al.,
/// Phys. Rev. C 36 (1987) 1066, measured on calcium. π− below 20 MeV constant, π+ falling linearly to 0 (Coulomb barrier).</item>
/// <item>Absorption of π+ up to 315 MeV: a curve of seven rounded points through all measurements on argon and its neighbours, weighted by
/// their errors: Kotlinski et al., Eur. Phys. J. A 9 (2000) 537 (Ar), D. Ashery et al., Phys. Rev. C 23 (1981) 2173 (Al and Fe,
/// interpolated), K. Nakai et al., Phys. Rev. Lett. 44 (1980) 1446 (Ti) and Navon et al., Phys. Rev. C 28 (1983) 2548 (Fe), the last
/// two scaled with A^0.75. They contradict each other by factors of 2 below 120 MeV: ± 15%. Above, from a cascade; the share of π− is that of
/// π+.</item>
/// <item>Share of charge exchange in the reaction: rounded, of the size measured by Ashery on aluminium and iron; ± 30%.</item>
/// <item>Nucleons, reaction above 25 MeV: J. Letaw, R. Silberberg and C. Tsao, Astrophys. J. Suppl. 51 (1983) 271, 45 A^0.7 mb × functions of
/// A and E, itself a fit to protons; below 25 MeV protons with a Coulomb barrier of 5.5 MeV, chosen.</item>
/// <item>Neutrons, total, and non-elastic below 25 MeV: a smooth curve through evaluated data (which evaluation is not on record), resonances
/// averaged except the window at 57 keV; ± 15% (± a factor 2 below 0.3 MeV). Between 100 and 800 MeV the total agrees with CAPTAIN's
/// measurement, Phys. Rev. Lett. 123 (2019) 042502.</item>
/// <item>Kaons: constants of geometric size, from no publication; ± 30%.</item>
/// </list>
/// </summary>
internal static class HadronicCrossSections
{
    private const double SquareCentimetresPerMillibarn = 1e-27;

    /// <summary>Kinetic energy below which π+ cross sections fall linearly, GeV: the lowest of the tables.</summary>
    private const double LowestPion = 0.02;

    /// <summary>Coulomb barrier of protons, GeV. Chosen; zZe²/R with R = 1.3 fm × (A^⅓ + 1) is 4.5 MeV.</summary>
    private const double ProtonBarrier = 5.5e-3;

    /// <summary>
    /// Kinetic energy from which Letaw's formula holds for protons as it stands, GeV. Chosen: where neutrons begin to use it.
    /// </summary>
    private const double ProtonBarrierEnd = NeutronTableEnd;

    /// <summary>Kinetic energy from which protons have nuclear elastic scattering, GeV. Chosen.</summary>
    private const double ProtonElasticStart = 0.02;

    /// <summary>Kinetic energy below which Letaw's formula is held constant, GeV: about where it ends, from memory.</summary>
    private const double LowestLetaw = 0.01;

    /// <summary>Kinetic energy where the table of neutrons ends and Letaw's formula begins, GeV.</summary>
    private const double NeutronTableEnd = 2.5e-2;

    private static readonly double[] PionEnergies =
    [
        0.02, 0.04, 0.06, 0.08, 0.10, 0.12, 0.14, 0.16, 0.18, 0.20, 0.22, 0.25, 0.30, 0.35, 0.40, 0.45, 0.50, 0.60, 0.70, 0.80, 0.90,
        1.0, 2.0, 3.0, 5.0, 10.0, 20.0,
    ];

    private static readonly InterpolatedTable MinusTotal = new(PionEnergies,
    [
        800, 1170, 1380, 1460, 1570, 1600, 1580, 1535, 1475, 1425, 1375, 1295, 1200, 1083, 1000, 948, 915, 895, 900, 908, 915,
        922, 856, 795, 740, 705, 682,
    ]);

    private static readonly InterpolatedTable MinusReaction = new(PionEnergies,
    [
        470, 740, 760, 860, 955, 980, 960, 920, 860, 820, 780, 740, 665, 637, 615, 600, 590, 590, 600, 608, 610,
        615, 550, 525, 510, 488, 470,
    ]);

    private static readonly InterpolatedTable PlusTotal = new(PionEnergies,
    [
        275, 445, 790, 1195, 1440, 1485, 1475, 1435, 1385, 1335, 1295, 1245, 1160, 1050, 970, 923, 895, 877, 887, 897, 904,
        913, 855, 795, 740, 705, 682,
    ]);

    private static readonly InterpolatedTable PlusReaction = new(PionEnergies,
    [
        160, 315, 500, 745, 870, 905, 900, 860, 810, 770, 740, 710, 640, 617, 595, 585, 575, 575, 590, 600, 602,
        608, 550, 525, 510, 488, 470,
    ]);

    private static readonly InterpolatedTable PlusAbsorption = new(
        [0.02, 0.05, 0.085, 0.125, 0.165, 0.205, 0.245, 0.315, 0.5, 0.8, 2.0],
        [140, 300, 310, 395, 415, 405, 300, 205, 95, 55, 15]);

    private static readonly InterpolatedTable ChargeExchangeShare = new(
        [0.02, 0.05, 0.10, 0.15, 0.20, 0.30, 0.50, 1.0, 2.0],
        [0.05, 0.07, 0.09, 0.10, 0.11, 0.13, 0.15, 0.15, 0.12]);

    private static readonly InterpolatedTable NeutronTotal = new(
        [
            1e-6, 1e-5, 3e-5, 5e-5, 5.7e-5, 6.5e-5, 8e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 3e-3, 5e-3, 7e-3, 1e-2, 1.4e-2, 2e-2, 3e-2, 4e-2,
            6e-2, 8e-2, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0, 3.0, 10.0,
        ],
        [
            500, 400, 200, 30, 5, 60, 1000, 900, 1200, 2200, 3200, 3500, 3400, 2900, 2500, 2150, 2050, 2200, 2350, 2300,
            1950, 1620, 1400, 1060, 930, 850, 850, 900, 940, 950, 930, 900,
        ]);

    private static readonly InterpolatedTable NeutronReactionLow = new(
        [1.46e-3, 2e-3, 3e-3, 5e-3, 7e-3, 1e-2, 1.4e-2, 2e-2, 2.5e-2],
        [0, 350, 700, 1000, 1150, 1200, 1150, 1000, 921]);

    /// <summary>Macroscopic cross section of 1 mb per nucleus, cm⁻¹.</summary>
    /// <param name="density">Density of the liquid, g/cm³.</param>
    public static double PerMillibarn(double density) => SquareCentimetresPerMillibarn * PhysicalConstants.Avogadro * density / LiquidArgon.A;

    /// <summary>Reaction cross section of a pion.</summary>
    public static double PionReaction(ParticleKind kind, double energy) =>
        kind == ParticleKind.PionMinus ? MinusReaction.At(energy) : PlusReaction.At(energy) * Math.Min(1.0, energy / LowestPion);

    /// <summary>Elastic cross section of a pion.</summary>
    public static double PionElastic(ParticleKind kind, double energy) => kind == ParticleKind.PionMinus
        ? MinusTotal.At(energy) - MinusReaction.At(energy)
        : (PlusTotal.At(energy) - PlusReaction.At(energy)) * Math.Min(1.0, energy / LowestPion);

    /// <summary>
    /// Shares of absorption (no pion comes out) and of charge exchange (one π0 does) in the reaction; the rest is inelastic, with double
    /// charge exchange and production of pions.
    /// </summary>
    public static (double Absorption, double ChargeExchange) PionShares(double energy) =>
        (PlusAbsorption.At(energy) / PlusReaction.At(energy), ChargeExchangeShare.At(energy));

    /// <summary>
    /// Reaction cross section of a proton: Letaw's, itself a fit to protons; below <see cref="ProtonBarrierEnd"/> times 1 − B/T over its value
    /// there, 0 below the Coulomb barrier B.
    /// </summary>
    public static double ProtonReaction(double energy)
    {
        double barrier = Math.Max(0.0, 1.0 - (ProtonBarrier / energy)) / (1.0 - (ProtonBarrier / ProtonBarrierEnd));
        return Letaw(Math.Max(energy, LowestLetaw)) * Math.Min(1.0, barrier);
    }

    /// <summary>Elastic nuclear scattering of a proton: a neutron's, above 20 MeV; below it is Coulomb scattering.</summary>
    public static double ProtonElastic(double energy) => energy < ProtonElasticStart ? 0.0 : NeutronElastic(energy);

    /// <summary>Reaction cross section of a neutron, inelastic scattering included.</summary>
    public static double NeutronReaction(double energy) => energy < NeutronTableEnd ? NeutronReactionLow.At(energy) : Letaw(energy);

    /// <summary>Elastic cross section of a neutron.</summary>
    public static double NeutronElastic(double energy) => NeutronTotal.At(energy) - NeutronReaction(energy);

    /// <summary>Reaction and elastic cross section of a kaon.</summary>
    public static (double Reaction, double Elastic) Kaon(ParticleKind kind) =>
        kind == ParticleKind.KaonPlus ? (330.0, 120.0) : (560.0, 250.0);

    /// <summary>
    /// Letaw et al.: 45 A^0.7 [1 + 0.016 sin(5.3 − 2.63 ln A)] [1 − 0.62 e^(−T/200) sin(10.9 T^−0.28)] mb, T in MeV.
    /// </summary>
    private static double Letaw(double energy)
    {
        double mega = 1e3 * energy;
        double asymptote = 45.0 * Math.Pow(LiquidArgon.A, 0.7) * (1.0 + (0.016 * Math.Sin(5.3 - (2.63 * Math.Log(LiquidArgon.A)))));
        return asymptote * (1.0 - (0.62 * Math.Exp(-mega / 200.0) * Math.Sin(10.9 * Math.Pow(mega, -0.28))));
    }
}
