using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>
/// One source of systematic uncertainty: what it does to signal and background, and to both together. Sources are
/// independent of each other; an error common to signal and background is one source.
/// </summary>
public interface ISystematicSource
{
    /// <summary>Its word in cards and lists, lower case with hyphens; a fit has each once.</summary>
    string Name { get; }

    /// <summary>What it stands for, in a sentence.</summary>
    string Description { get; }

    /// <summary>Its covariance over the stacked [signal, background] bins.</summary>
    /// <param name="background">Expected background of the fitted bins.</param>
    StackedCovariance Covariance(Spectrum background);
}
