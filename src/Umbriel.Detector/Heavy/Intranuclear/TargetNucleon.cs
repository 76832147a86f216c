using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// A nucleon of the nucleus that a hadron meets: at rest, its binding left to <see cref="CascadeEnergyBalance"/>.
/// </summary>
internal static class TargetNucleon
{
    private const double ProtonShare = LiquidArgon.Z / LiquidArgon.A;

    /// <summary>Four-momentum.</summary>
    public static FourVector Momentum => new(CascadeHadron.NucleonMass, 0.0, 0.0, 0.0);

    /// <summary>Charge of a nucleon met at random: a proton with the probability Z/A.</summary>
    public static int Charge(ref RandomStream random) => random.NextDouble() < ProtonShare ? 1 : 0;
}
