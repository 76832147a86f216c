namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// The two ways in which the public code of arXiv:2308.02543 has applied the published efficiency. They differ by about
/// a factor of two in rate.
/// </summary>
public enum EfficiencyConvention
{
    /// <summary>
    /// Efficiency / 0.55 at every visible energy: the table contains the share
    /// of the tank's events inside the fiducial radius, which the decay volume already accounts for; "head".
    /// </summary>
    Head = 0,

    /// <summary>The efficiency as tabulated, for 0.14 GeV &lt; visible energy &lt; 3 GeV only; "legacy".</summary>
    Legacy = 1,
}
