using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sites;

namespace Umbriel.Generation.Tests.Sites;

/// <summary>The geometries of MicroBooNE's and MiniBooNE's files, to the bit.</summary>
public sealed class SiteGeometryTests
{
    /// <summary>
    /// Printed by version 0.1.0, whose geometries were code: edges of the active volume, its volume and mass, the vessel's
    /// volume and mass, ends of lines through the vessel (up, along, across), axis, target, ends, slope, density, volume and
    /// mass of the soil, baseline.
    /// </summary>
    public static TheoryData<string, GeometryConvention, double[]> Printed => new()
    {
        { "microboone", GeometryConvention.Letter, [-1.55, 254.8, -115.53, 117.47, 0.1, 1036.9, 61927597.44000001, 85.4600844672, 123188405.79710145, 170, 144.83818290423937, 390.0156129714147, 1609.9843870285852, 309.5, 690.5, 126.625, 0.9699999999999989, -46331.5, 5000, 46057.52, 0.04933617929562434, 2.25, 248716901585.68008, 559613.0285677802, 46850] },
        { "microboone", GeometryConvention.DarkNews, [-1.375, 254.625, -115.03, 116.97, -1.5, 1038.5, 61767680, 86.19, 121300000, 170, 134.08130529076215, 389.1248022051193, 1610.8751977948807, 308.39, 691.61, 126.625, 0.97, -46481.5, 6241.754999999997, 46241.755, 0.006215486414821411, 2.15, 3990362920.1813054, 8579.280278389806, 47000] },
        { "miniboone", GeometryConvention.Letter, [-500, 500, -500, 500, -500, 500, 523598775.59829885, 449.1515645232252, 953584117.8557472, 818, 610.6, 389.39999999999986, 1610.6000000000001, 0, 1110.6, 0, 0, -54100, 5000, 53414, 0.042724584103512014, 2.25, 291067179108.43646, 654901.1529939821, 54100] },
        { "miniboone", GeometryConvention.DarkNews, [-500, 500, -500, 500, -500, 500, 523598775.59829885, 538.9723076054496, 794667541.1623279, 818, 574.6, 425.4, 1574.6, 0, 1074.6, 0, 0, -54100, 5380, 52780, 0.019467601364153087, 0.9542897893661875, 58290993595.29516, 55626.5, 54100] },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void Every_number_is_what_it_was(string name, GeometryConvention convention, double[] printed)
    {
        DetectorGeometry geometry = DetectorSites.Read(name).Geometry(convention);
        Box box = geometry.Active.Bounds;
        SoilCone soil = geometry.Soil;
        double x = 0.5 * (box.XLow + box.XHigh);
        double y = 0.5 * (box.YLow + box.YHigh);
        double z = 0.5 * (box.ZLow + box.ZHigh);
        Interval along = geometry.Vessel.Intersect(new Ray(x, y, z - 1000.0, 0.0, 0.0, 1.0));
        Interval across = geometry.Vessel.Intersect(new Ray(x - 500.0, y, z, 1.0, 0.0, 0.0));
        double[] found =
        [
            box.XLow, box.XHigh, box.YLow, box.YHigh, box.ZLow, box.ZHigh, geometry.Active.Volume, geometry.ActiveMass,
            geometry.Vessel.Volume, geometry.VesselMass, geometry.Vessel.Intersect(new Ray(x, y, z, 0.0, 1.0, 0.0)).End,
            along.Start, along.End, across.Start, across.End, soil.AxisX, soil.AxisY, soil.TargetZ, soil.NearDistance, soil.FarDistance,
            soil.Slope, soil.Density, soil.Volume, geometry.Mass(EventOrigin.Soil), geometry.Baseline,
        ];
        found.ShouldBe(printed);
    }

    [Fact]
    public void The_liquids_are_what_they_were()
    {
        Points.Site.Geometry(GeometryConvention.Letter).Liquid.Select(part => (part.Target.Code, part.MassFraction)).ShouldBe([(18040, 1.0)]);
        Points.MiniBooNE.Geometry(GeometryConvention.DarkNews).Liquid.Select(part => (part.Target.Code, part.MassFraction)).ShouldBe([(6012, 0.8571428571428571), (1001, 0.14285714285714285)]);
    }

    [Fact]
    public void Beams_and_exposures_are_what_they_were()
    {
        // Exposures: arXiv:2502.10900; MiniBooNE's releases of 2020 and 2018. The origin stood in the HepMC3 writer of 0.1.0.
        Points.Site.Beam.Pot.ShouldBe(6.87e20);
        Points.Site.BeamOrigin.ShouldBe(new FourVector(0.0, 126.625, 0.97, -46_200.0));
        Points.Site.Files.Select(Path.GetFileName).ShouldBe(["microboone.yaml", "bnb_microboone_fhc.csv", "bnb_parent_decay_position.csv"]);
        Points.MiniBooNE.Beam.Pot.ShouldBe(18.75e20);
        Points.MiniBooNE.AntineutrinoBeam.Pot.ShouldBe(11.27e20);
        Path.GetFileName(Points.MiniBooNE.AntineutrinoBeam.FluxFile).ShouldBe("bnb_miniboone_rhc.csv");
        DetectorSites.Read("microboone").ShouldBeSameAs(Points.Site);
    }
}
