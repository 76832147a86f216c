using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Geometry;

/// <summary>
/// MiniBooNE by convention: mineral oil, CH₂, in a sphere around the origin; pairs count where they are born within the
/// fiducial radius of 500 cm. z runs along the beam, whose axis is taken through the centre.
/// </summary>
internal static class MiniBooNEGeometry
{
    private const double BaselineCm = 54100.0;
    private const double OilMass = 818.0;
    private const double FiducialRadius = 500.0;

    private static readonly (Target Target, double MassFraction)[] Oil = [(Target.C12, 12.0 / 14.0), (Target.H1, 2.0 / 14.0)];

    /// <summary>
    /// 818 t of oil fill the tank of radius 610.6 cm (0.858 g/cm³; Nucl. Instrum. Meth. A 599 (2009) 28), hence 55% of it
    /// is fiducial. Soil at 2.25 g/cm³ from the end of the 50 m decay pipe to the vault of radius 686 cm, within 23.114 m
    /// of the axis at the detector, both as for MicroBooNE.
    /// </summary>
    public static DetectorGeometry Letter() => Sphere(
        610.6, new SoilCone(0.0, 0.0, -BaselineCm, 5000.0, BaselineCm - 686.0, 2311.4 / BaselineCm, 2.25));

    /// <summary>
    /// What DarkNews has: all 818 t within 574.6 cm, and 55 626.5 t of soil in a truncated cone from 487.2 m to 13.2 m
    /// before the centre with its apex at the target and a radius of 1027.5 cm at its end. That mass belongs to a narrower
    /// cone of 2.15 g/cm³: as drawn, the soil has 0.955 g/cm³.
    /// </summary>
    public static DetectorGeometry DarkNews()
    {
        const double ConeEnd = BaselineCm - 1320.0;
        const double ConeMass = 55626.5;
        SoilCone cone = new(0.0, 0.0, -BaselineCm, BaselineCm - 48720.0, ConeEnd, 1027.5 / ConeEnd, 1.0);
        return Sphere(574.6, cone with { Density = ConeMass * 1e6 / cone.Volume });
    }

    private static DetectorGeometry Sphere(double radius, SoilCone soil)
    {
        Ball fiducial = new(0.0, 0.0, 0.0, FiducialRadius);
        Ball oil = new(0.0, 0.0, 0.0, radius);
        return new DetectorGeometry
        {
            Active = fiducial,
            ActiveMass = OilMass * fiducial.Volume / oil.Volume,
            Vessel = oil,
            VesselMass = OilMass,
            Liquid = Oil,
            Soil = soil,
            Baseline = BaselineCm,
        };
    }
}
