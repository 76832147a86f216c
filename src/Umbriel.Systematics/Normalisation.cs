using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>
/// One factor common to all bins, known to δ_s for the signal and δ_b for the background, the two fully correlated:
/// M_ij = (δ_s s_i + δ_b b_i)(δ_s s_j + δ_b b_j). With δ_s = δ_b = δ, as for protons on target, M_ij = δ² (s + b)_i (s + b)_j.
/// </summary>
/// <param name="name">Word of the source.</param>
/// <param name="description">What it stands for.</param>
/// <param name="signal">δ_s, relative change of the signal for one standard deviation; 0 if it does not apply, below 0 if opposite to the background.</param>
/// <param name="background">δ_b, the same of the background.</param>
public sealed class Normalisation(string name, string description, double signal, double background) : ISystematicSource
{
    private readonly double background = background;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Description => description;

    /// <inheritdoc/>
    public StackedCovariance Covariance(Spectrum background)
    {
        double[] relative = new double[background.Binning.BinCount];
        Array.Fill(relative, signal);
        double[] events = [.. background.Total.ToArray().Select(b => this.background * b)];
        return StackedCovariance.FromShifts(background.Binning, Name, [new StackedShift(relative, events)]);
    }
}
