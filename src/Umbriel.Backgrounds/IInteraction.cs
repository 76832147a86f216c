namespace Umbriel.Backgrounds;

/// <summary>
/// One process on one nucleus as a density over the unit cube: coordinates stand for radius, momenta and angles, so that a
/// uniform point is a kinematic configuration and the mean of the density is the cross section. The map from point to
/// kinematics does not depend on what may be varied, so that a ratio of densities is an exact weight.
/// </summary>
public interface IInteraction
{
    /// <summary>Number of coordinates.</summary>
    int Dimensions { get; }

    /// <summary>Density at a point, cm² per nucleus: zero where the configuration is impossible or blocked.</summary>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="point">Coordinates within 0 and 1, at least <see cref="Dimensions"/>.</param>
    double Density(double energy, ReadOnlySpan<double> point);
}
