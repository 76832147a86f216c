using Umbriel.Core;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation;

/// <summary>What neutrinos can scatter on in each region.</summary>
public static class TargetMaterial
{
    /// <summary>Nuclides of a region with their share of its mass; soil is SiO₂.</summary>
    public static IReadOnlyList<(Target Target, double MassFraction)> Composition(EventOrigin origin) => origin == EventOrigin.Soil
        ? [(Target.Si28, 28.0 / 60.0), (Target.O16, 32.0 / 60.0)]
        : [(Target.Ar40, 1.0)];

    /// <summary>Nuclei per cm³ of a region.</summary>
    public static double NumberDensity(DetectorGeometry geometry, EventOrigin origin, Target target, double massFraction) =>
        geometry.Mass(origin) * massFraction * PhysicalConstants.TonneInGeV / (target.Mass * geometry.Volume(origin));
}
