namespace Umbriel.Systematics;

/// <summary>What the deviations of varied universes are taken from.</summary>
public enum UniverseReference
{
    /// <summary>The central value: Σ/K over K universes, which counts a common bias of the universes as uncertainty. MicroBooNE's choice; right for a single two-point variation.</summary>
    CentralValue,

    /// <summary>The universes' mean: Σ/(K - 1), their unbiased sample covariance, which leaves a bias out.</summary>
    Mean,
}
