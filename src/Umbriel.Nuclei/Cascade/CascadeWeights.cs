namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// Weights that turn cascades made with one set of <see cref="CascadeParameters"/> into another's. A flight of optical depth τ with mean
/// free paths scaled by s has the probability density e^(−τ/s) [f_c p_c / (s Σ f p)], the bracket if it ended in a collision of channel c; the
/// weight is the product of the ratios over all flights. Exact for every factor but the formation length.
/// </summary>
public static class CascadeWeights
{
    /// <summary>Weight of a cascade.</summary>
    /// <param name="fates">Its flights.</param>
    /// <param name="from">What it was made with.</param>
    /// <param name="to">What it is to stand for.</param>
    /// <exception cref="ArgumentException">The formation lengths differ.</exception>
    public static double Weight(ReadOnlySpan<HadronFate> fates, CascadeParameters from, CascadeParameters to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.FormationLength != to.FormationLength)
        {
            throw new ArgumentException("formation lengths cannot be re-weighted", nameof(to));
        }

        double exponent = 0.0;
        double product = 1.0;
        foreach (HadronFate fate in fates)
        {
            double before = from.MeanFreePath(fate.Kind);
            double after = to.MeanFreePath(fate.Kind);
            exponent -= fate.Depth * ((1.0 / after) - (1.0 / before));
            if (fate.Collided)
            {
                product *= before / after * Share(fate, to) / Share(fate, from);
            }
        }

        return product * Math.Exp(exponent);
    }

    /// <summary>f_c / Σ f p, the scaled share of the flight's channel in units of its share.</summary>
    private static double Share(in HadronFate fate, CascadeParameters parameters)
    {
        CascadeChannel channel = (CascadeChannel)fate.End;
        double sum = 0.0;
        for (CascadeChannel other = CascadeChannel.Absorption; other <= CascadeChannel.Production; other++)
        {
            sum += parameters.Share(fate.Kind, other) * fate.Shares[other];
        }

        return parameters.Share(fate.Kind, channel) / sum;
    }
}
