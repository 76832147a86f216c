namespace Umbriel.Inference;

/// <summary>A stretch of couplings that belongs to an allowed region at one mass.</summary>
/// <param name="U2Low">Lowest |U|².</param>
/// <param name="U2High">Highest |U|².</param>
/// <param name="ReachesLow">True when it is cut at the lower end of the axis and continues below.</param>
/// <param name="ReachesHigh">True when it is cut at the upper end of the axis and continues above.</param>
public sealed record CouplingInterval(double U2Low, double U2High, bool ReachesLow, bool ReachesHigh);
