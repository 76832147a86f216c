using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;
using Umbriel.Generation.Sites;

namespace Umbriel.Generation.Tests.Sites;

/// <summary>SBND and ICARUS against numbers by hand.</summary>
public sealed class OtherSiteTests
{
    public static TheoryData<string, double, double, double> Measures => new()
    {
        // Active and all liquid by hand: edges times 1.39 g/cm³; from the end of the pipe at 50 m to the hall.
        { "sbnd", 2.01 * 4.0 * 5.0 * 1.39, 5.199 * 5.159 * 7.027 * 1.39, 112.5 - 5.83 },
        { "icarus", 1.482 * 3.168 * 17.899 * 1.39, 3.624 * 3.824 * 19.7 * 1.39, 600.0 - 15.07 },
    };

    [Theory]
    [MemberData(nameof(Measures))]
    public void Masses_and_soil_are_those_of_the_measures(string name, double active, double all, double soilEnd)
    {
        DetectorGeometry geometry = DetectorSites.Read(name).Geometry(GeometryConvention.Letter);
        geometry.Mass(EventOrigin.Tpc).ShouldBe(active, 1e-9 * active);
        geometry.VesselMass.ShouldBe(all, 1e-3 * all);
        geometry.Soil.NearDistance.ShouldBe(5000.0);
        geometry.Soil.FarDistance.ShouldBe(100.0 * soilEnd, 1e-6);
        geometry.Soil.Slope.ShouldBe(Points.Site.Geometry(GeometryConvention.Letter).Soil.Slope, 1e-4);
        Box box = geometry.Active.Bounds;
        geometry.Vessel.Intersect(new Ray(box.XLow, box.YLow, box.ZLow, 1.0, 0.0, 0.0)).Length.ShouldBeGreaterThan(box.XHigh - box.XLow);
        geometry.Soil.Contains(geometry.Soil.AxisX, geometry.Soil.AxisY, box.ZLow - 200.0).ShouldBeFalse();
        Should.Throw<UserErrorException>(() => DetectorSites.Read(name).Geometry(GeometryConvention.DarkNews)).Message.ShouldContain("letter");
    }

    [Fact]
    public void The_rate_in_SBND_is_flux_times_cross_section_times_argon()
    {
        // By hand: the table's own bins, summed at their centres; the flux is linear between them and σ smooth, so that this
        // agrees with the quadrature to 1%. 40 g of argon hold 6.022e23 nuclei (39.95 g, to be exact: 0.1% of the atom's mass).
        GenerationSettings settings = new(DetectorSites.Read("sbnd"));
        UpscatteringCrossSection crossSection = new(Points.Key, Target.Ar40, ScatteringRegime.Coherent, settings.FormFactor, settings.PauliBlocking, 14);
        double sum = 0.0;
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, "data", "flux", "bnb_sbnd_fhc.csv")).Where(l => char.IsAsciiDigit(l[0])))
        {
            double[] row = [.. line.Split(',').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
            double energy = 0.5 * (row[0] + row[1]);
            sum += energy > crossSection.Threshold ? (row[1] - row[0]) * (row[3] + row[6]) * crossSection.Total(energy, Helicity.Both) : 0.0;
        }

        double nuclei = 201.0 * 400.0 * 500.0 * 1.39 / 39.95 * 6.02214e23;
        double byHand = 6.6e20 * nuclei * sum;
        double rate = new RateCalculator(Points.Key, settings, settings.Site.Beam.Data).Scatters(EventOrigin.Tpc);
        rate.ShouldBe(byHand, 0.01 * byHand);

        // The key point is prompt: all of N decays where it is made, but for what leaves the edges (24 μm).
        EventSource source = new(Points.Key, settings, settings.Site.Beam.Data, EventOrigin.Tpc);
        EventGenerator.Generate(source, 0, 20_000, 20_000, 2).Weight.Sum().ShouldBe(rate, 0.002 * rate);
    }

    [Fact]
    public void Soil_before_SBND_sees_the_beam_from_where_the_parents_decay()
    {
        // ∫ area × ⟨((L − z₀)/(r − z₀))²⟩ dr at 0.8 GeV by the midpoint rule over the table's own rows, against the calculator's table.
        DetectorSite site = DetectorSites.Read("sbnd");
        DetectorGeometry geometry = site.Geometry(GeometryConvention.Letter);
        ParentDecayPosition parents = site.Beam.Data.ParentPositions;
        const int Steps = 20_000;
        double step = (geometry.Soil.FarDistance - 5000.0) / Steps;
        double sum = 0.0;
        for (int i = 0; i < Steps; i++)
        {
            double r = 5000.0 + ((i + 0.5) * step);
            sum += step * Math.PI * Math.Pow(555.0 / 11250.0 * r, 2.0) * parents.FluxRatio(0.8, r, 11250.0);
        }

        UpstreamFlux upstream = UpstreamFlux.For(site.Beam.Data, geometry);
        upstream.SoilIntegral(0.8).ShouldBe(sum, 2e-3 * sum);

        // A target without length would give the cone's cross-section at the detector times its length; parents that decay on the
        // way bring the source nearer: between 1 and ((112.5 − 25.4)/(50 − 25.4))² / (112.5/50)² = 2.5.
        double pointlike = Math.PI * 555.0 * 555.0 * (geometry.Soil.FarDistance - 5000.0);
        (sum / pointlike).ShouldBeInRange(1.02, 2.0);
        TestContext.Current.TestOutputHelper?.WriteLine($"upstream flux {sum / pointlike:0.000} of a point-like source; {Mean(parents, geometry) / sum:0.000} with the mean position");
    }

    [Fact]
    public void A_site_without_a_flux_in_a_mode_is_refused_there()
    {
        string message = Should.Throw<UserErrorException>(() => DetectorSites.Read("icarus").AntineutrinoBeam).Message;
        message.ShouldContain("icarus.yaml: beam.rhc: found no flux; expected");
    }

    /// <summary>The same integral with all parents at their mean position, as events have it.</summary>
    private static double Mean(ParentDecayPosition parents, DetectorGeometry geometry)
    {
        double z = parents.Mean(0.8);
        const int Steps = 20_000;
        double step = (geometry.Soil.FarDistance - 5000.0) / Steps;
        return Enumerable.Range(0, Steps).Sum(i =>
        {
            double r = 5000.0 + ((i + 0.5) * step);
            return step * geometry.Soil.Area(r) * Math.Pow((11250.0 - z) / (r - z), 2.0);
        });
    }
}
