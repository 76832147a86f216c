using FsCheck;
using FsCheck.Fluent;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Numbers of wires, nearest wires and crossings.</summary>
public sealed class WirePlaneTests
{
    private static readonly WirePlane[] Planes = [.. Cards.MicroBooNE.Planes.Select(p => new WirePlane(p, Cards.MicroBooNE.ActiveVolume))];

    [Fact]
    public void MicroBooNE_has_2400_2400_and_3456_wires()
    {
        // R. Acciarri et al. (MicroBooNE), JINST 12 (2017) P02017, table 1.
        Planes.Select(static p => p.Wires).ShouldBe([2400, 2400, 3456]);
    }

    [Fact]
    public void Icarus_has_1056_horizontal_wires()
    {
        // 2 x 1056 per wall, split in the middle (arXiv:1503.01520, part III).
        DetectorCard card = DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", "icarus-like.yaml"));
        new WirePlane(card.Planes[0], card.ActiveVolume).Wires.ShouldBe(1056);
    }

    [Fact]
    public void Vertical_wires_count_along_the_beam()
    {
        Planes[2].Nearest(0.0, 0.15).ShouldBe(0);
        Planes[2].Nearest(50.0, 0.449).ShouldBe(1);
        Planes[2].Nearest(-100.0, 1036.7).ShouldBe(3455);
        Planes[2].Nearest(0.0, 1037.0).ShouldBe(-1);
        Planes[2].Nearest(0.0, -0.1).ShouldBe(-1);
    }

    [Fact]
    public void Crossings_lie_on_both_wires()
    {
        // Independent of the determinant: walk along the first wire (from its ends on the frame) and bisect on the signed
        // distance from the second.
        Gen<(int, int, int)> wires = from pair in Gen.Choose(0, 2) from a in Gen.Choose(0, 2399) from b in Gen.Choose(0, 2399) select (pair, a, b);
        Prop.ForAll(Arb.From(wires), t =>
        {
            (WirePlane first, WirePlane second) = t.Item1 switch { 0 => (Planes[0], Planes[1]), 1 => (Planes[0], Planes[2]), _ => (Planes[1], Planes[2]) };
            bool crosses = new WireCrossing(first, second).TryAt(first.Coordinate(t.Item2), second.Coordinate(t.Item3), out double y, out double z);
            ((double Y, double Z) low, (double Y, double Z) high) = first.Ends(t.Item2);
            double Side(double f) => second.WireNumber(low.Y + (f * (high.Y - low.Y)), low.Z + (f * (high.Z - low.Z))) - t.Item3;
            if (Side(0.0) * Side(1.0) > 0.0)
            {
                return !crosses;
            }

            (double a, double b) = (0.0, 1.0);
            for (int i = 0; i < 60; i++)
            {
                double middle = 0.5 * (a + b);
                (a, b) = Side(a) * Side(middle) <= 0.0 ? (a, middle) : (middle, b);
            }

            return crosses && Math.Abs(low.Y + (a * (high.Y - low.Y)) - y) < 1e-6 && Math.Abs(low.Z + (a * (high.Z - low.Z)) - z) < 1e-6;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Wires_have_the_card_s_angle_and_pitch()
    {
        // U rises towards +z at 60 degrees from the vertical; neighbours are 3 mm apart.
        ((double Y, double Z) low, (double Y, double Z) high) = Planes[0].Ends(1200);
        (Math.Atan2(high.Z - low.Z, high.Y - low.Y) * 180.0 / Math.PI).ShouldBe(60.0, 1e-9);
        ((double Y, double Z) next, _) = Planes[0].Ends(1201);
        double distance = Math.Abs(((next.Z - low.Z) * Math.Cos(Math.PI / 3.0)) - ((next.Y - low.Y) * Math.Sin(Math.PI / 3.0)));
        distance.ShouldBe(0.3, 1e-9);
        Planes[0].Nearest(low.Y, low.Z).ShouldBe(1200);
    }
}
