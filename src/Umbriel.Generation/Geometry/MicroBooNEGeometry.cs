using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Geometry;

/// <summary>MicroBooNE by convention. Coordinates are the collaboration's: x drift, y up, z along the beam.</summary>
internal static class MicroBooNEGeometry
{
    private static readonly (Target Target, double MassFraction)[] Argon = [(Target.Ar40, 1.0)];

    /// <summary>
    /// Active volume and truth box of the collaboration's geometry, argon at 1.38 g/cm³, 170 t in the vessel (inner radius
    /// 190.5 cm, length 1086.49 cm, domes of radius 305.25 cm), hall of radius 792.48 cm, soil at 2.25 g/cm³ from the end
    /// of the 50 m decay pipe to the hall within 23.114 m of the axis at the detector (the outermost radius of the
    /// collaboration's geometry), baseline 468.5 m.
    /// </summary>
    public static DetectorGeometry Letter()
    {
        const double ArgonDensity = 1.38;
        const double VesselMass = 170.0;
        const double BaselineCm = 46850.0;
        Box tpc = new(-1.55, 254.80, -115.53, 117.47, 0.1, 1036.9);
        (double X, double Y, double Z) centre = Centre(tpc);
        return new DetectorGeometry
        {
            Active = tpc,
            ActiveMass = tpc.Volume * ArgonDensity * 1e-6,
            Vessel = new Cryostat(centre, 190.5, 1086.49, 305.25, VesselMass * 1e6 / ArgonDensity),
            VesselMass = VesselMass,
            Liquid = Argon,
            Soil = new SoilCone(centre.X, centre.Y, centre.Z - BaselineCm, 5000.0, BaselineCm - 792.48, 2311.4 / BaselineCm, 2.25),
            Baseline = BaselineCm,
        };
    }

    /// <summary>
    /// What DarkNews 0.4.9 has: 256 × 232 × 1040 cm³ and 86.19 t, vessel of radius 191.61 cm with 121.3 m³ and 170 t, cone
    /// of 2.15 g/cm³ that ends 215 cm upstream of the vessel's cylinder with radius 1.5 × 191.61 cm and is 400 m long,
    /// baseline 470 m.
    /// </summary>
    public static DetectorGeometry DarkNews()
    {
        const double BaselineCm = 47000.0;
        (double X, double Y, double Z) centre = (126.625, 0.97, 518.5);
        const double ConeEnd = BaselineCm - (0.5 * 1086.49) - 215.0;
        return new DetectorGeometry
        {
            Active = new Box(centre.X - 128.0, centre.X + 128.0, centre.Y - 116.0, centre.Y + 116.0, centre.Z - 520.0, centre.Z + 520.0),
            ActiveMass = 86.19,
            Vessel = new Cryostat(centre, 191.61, 1086.49, 305.25, 121.3e6),
            VesselMass = 170.0,
            Liquid = Argon,
            Soil = new SoilCone(centre.X, centre.Y, centre.Z - BaselineCm, ConeEnd - 40000.0, ConeEnd, 1.5 * 191.61 / ConeEnd, 2.15),
            Baseline = BaselineCm,
        };
    }

    private static (double X, double Y, double Z) Centre(in Box box) =>
        (0.5 * (box.XLow + box.XHigh), 0.5 * (box.YLow + box.YHigh), 0.5 * (box.ZLow + box.ZHigh));
}
