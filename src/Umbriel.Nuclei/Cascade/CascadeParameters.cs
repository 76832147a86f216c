namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// What can be varied in the cascade. All are factors of 1 by default, on what the tables of <see cref="CascadeRates"/> give, and
/// continuous: <see cref="CascadeWeights"/> re-weights a cascade from one set to another exactly, but for <see cref="FormationLength"/>,
/// which moves where hadrons begin. Standard deviations in use by MicroBooNE (GENIE, GSystUncertaintyTable): mean free paths 20%; of pions
/// charge exchange 50%, inelastic 40%, absorption 30%, production 20%; of nucleons charge exchange 50%, inelastic 40%, production 20%.
/// </summary>
public sealed record CascadeParameters
{
    /// <summary>Mean free path of pions.</summary>
    public double PionMeanFreePath { get; init; } = 1.0;

    /// <summary>Mean free path of nucleons.</summary>
    public double NucleonMeanFreePath { get; init; } = 1.0;

    /// <summary>Share of absorption in a pion's collisions, before all shares are scaled to sum 1.</summary>
    public double PionAbsorption { get; init; } = 1.0;

    /// <summary>Share of charge exchange in a pion's collisions, as above.</summary>
    public double PionChargeExchange { get; init; } = 1.0;

    /// <summary>Share of scattering with the charge kept in a pion's collisions, as above.</summary>
    public double PionInelastic { get; init; } = 1.0;

    /// <summary>Share of pion production in a pion's collisions, as above.</summary>
    public double PionProduction { get; init; } = 1.0;

    /// <summary>Share of charge exchange in a nucleon's collisions, as above.</summary>
    public double NucleonChargeExchange { get; init; } = 1.0;

    /// <summary>Share of scattering with the charge kept in a nucleon's collisions, as above.</summary>
    public double NucleonInelastic { get; init; } = 1.0;

    /// <summary>Share of pion production in a nucleon's collisions, as above.</summary>
    public double NucleonProduction { get; init; } = 1.0;

    /// <summary>Factor on the lengths that hadrons fly before they can collide.</summary>
    public double FormationLength { get; init; } = 1.0;

    /// <summary>Factor on the mean free path of a kind.</summary>
    public double MeanFreePath(HadronKind kind) => kind.IsPion() ? PionMeanFreePath : kind.IsNucleon() ? NucleonMeanFreePath : 1.0;

    /// <summary>Factor on the share of a channel.</summary>
    public double Share(HadronKind kind, CascadeChannel channel) => (kind.IsPion(), kind.IsNucleon(), channel) switch
    {
        (true, _, CascadeChannel.Absorption) => PionAbsorption,
        (true, _, CascadeChannel.ChargeExchange) => PionChargeExchange,
        (true, _, CascadeChannel.Inelastic) => PionInelastic,
        (true, _, CascadeChannel.Production) => PionProduction,
        (_, true, CascadeChannel.ChargeExchange) => NucleonChargeExchange,
        (_, true, CascadeChannel.Inelastic) => NucleonInelastic,
        (_, true, CascadeChannel.Production) => NucleonProduction,
        _ => 1.0,
    };

    /// <summary>Checks that every factor is positive and finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not.</exception>
    internal void Validate()
    {
        foreach (double value in (ReadOnlySpan<double>)
        [
            PionMeanFreePath, NucleonMeanFreePath, PionAbsorption, PionChargeExchange, PionInelastic, PionProduction,
            NucleonChargeExchange, NucleonInelastic, NucleonProduction,
        ])
        {
            if (!(value > 0.0 && double.IsFinite(value)))
            {
                throw new ArgumentOutOfRangeException(nameof(CascadeParameters), value, "a factor of the cascade is not a positive number");
            }
        }

        if (!(FormationLength >= 0.0 && double.IsFinite(FormationLength)))
        {
            throw new ArgumentOutOfRangeException(nameof(CascadeParameters), FormationLength, "the factor of formation lengths is negative or not a number");
        }
    }
}
