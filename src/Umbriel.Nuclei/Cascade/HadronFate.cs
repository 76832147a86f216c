namespace Umbriel.Nuclei.Cascade;

/// <summary>Probabilities of the channels of a collision where it happened, with all factors of <see cref="CascadeParameters"/> at 1; sum 1.</summary>
/// <param name="Absorption">Of <see cref="CascadeChannel.Absorption"/>.</param>
/// <param name="ChargeExchange">Of <see cref="CascadeChannel.ChargeExchange"/>.</param>
/// <param name="Inelastic">Of <see cref="CascadeChannel.Inelastic"/>.</param>
/// <param name="Production">Of <see cref="CascadeChannel.Production"/>.</param>
public readonly record struct ChannelShares(float Absorption, float ChargeExchange, float Inelastic, float Production)
{
    /// <summary>One of them.</summary>
    public float this[CascadeChannel channel] => channel switch
    {
        CascadeChannel.Absorption => Absorption,
        CascadeChannel.ChargeExchange => ChargeExchange,
        CascadeChannel.Inelastic => Inelastic,
        _ => Production,
    };
}

/// <summary>
/// The straight flight of one hadron, from where it came to be to where it collided, left or stayed: all that
/// <see cref="CascadeWeights"/> needs.
/// </summary>
/// <param name="Kind">What flies.</param>
/// <param name="End">How the flight ended.</param>
/// <param name="Parent">
/// The flight whose collision made it, as position in <see cref="CascadeEvent.Fates"/>; −1 − i for the i-th hadron given to the cascade.
/// </param>
/// <param name="KineticEnergy">It has outside, GeV.</param>
/// <param name="Depth">Number of collisions expected on the way that it flew, with all factors at 1.</param>
/// <param name="Shares">Of the channels where it collided; zero if it did not.</param>
public readonly record struct HadronFate(HadronKind Kind, FlightEnd End, short Parent, float KineticEnergy, double Depth, ChannelShares Shares)
{
    /// <summary>Whether it collided.</summary>
    public bool Collided => End <= FlightEnd.Production;
}
