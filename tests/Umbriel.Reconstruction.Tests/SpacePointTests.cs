using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Points;
using Umbriel.Reconstruction.Signals;

namespace Umbriel.Reconstruction.Tests;

public sealed class SpacePointTests
{
    [Fact]
    public void Points_of_a_track_lie_on_it_all_along()
    {
        DetectorResponse response = new(Detectors.Alive);
        (double X, double Y, double Z) from = (60.0, -20.0, 300.0);
        (double X, double Y, double Z) to = (75.0, -10.0, 340.0);
        List<SpacePoint> points = Find(response, Events.Signals(response, Events.Of(Events.Track(from, to))));
        double length = Math.Sqrt((15.0 * 15.0) + (10.0 * 10.0) + (40.0 * 40.0));
        double charge = 0.0;
        double near = 0.0;
        bool[] seen = new bool[(int)length];
        foreach (SpacePoint p in points)
        {
            double along = (((p.X - from.X) * 15.0) + ((p.Y - from.Y) * 10.0) + ((p.Z - from.Z) * 40.0)) / length;
            double square = Math.Pow(p.X - from.X, 2.0) + Math.Pow(p.Y - from.Y, 2.0) + Math.Pow(p.Z - from.Z, 2.0) - (along * along);
            charge += p.Charge;
            near += square < 0.5 * 0.5 ? p.Charge : 0.0;
            if (along >= 0.0 && along < seen.Length)
            {
                seen[(int)along] = true;
            }
        }

        (near / charge).ShouldBeGreaterThan(0.98);
        seen.ShouldAllBe(static s => s);
        double electrons = Events.Arriving(response, Events.Of(Events.Track(from, to)));
        charge.ShouldBe(electrons, 0.07 * electrons);
    }

    [Fact]
    public void Dead_wires_are_bridged_by_the_two_other_planes()
    {
        // Collection wires 2336 to 2463 are dead: z from about 700.8 to 739.2 cm.
        DetectorResponse response = new(Detectors.MicroBooNE);
        List<SpacePoint> points = Find(response, Events.Signals(response, Events.Of(Events.Track((60.0, 60.0, 690.0), (75.0, 65.0, 750.0)))));
        SpacePoint[] inside = [.. points.Where(static p => p.Z is > 702.0 and < 738.0)];
        inside.ShouldAllBe(static p => p.Third < 0 && p.First >= 0 && p.Second >= 0);
        Enumerable.Range(702, 36).Count(z => inside.Any(p => (int)p.Z == z)).ShouldBeGreaterThan(33);
    }

    [Fact]
    public void Showers_are_complete_and_pure()
    {
        // Averages of 6 showers in 3 directions: charge within 1 cm of a point, point charge within 1 cm of a deposit.
        DetectorResponse response = new(Detectors.Alive);
        double all = 0.0, found = 0.0, points = 0.0, right = 0.0;
        foreach ((double, double, double) direction in new[] { (0.0, 0.0, 1.0), (0.6, 0.0, 0.8), (0.3, 0.5, 0.8) })
        {
            foreach (EventResult result in Events.Single(Detectors.Alive, ParticleKind.Electron, 0.3, direction, 6))
            {
                List<SpacePoint> own = Find(response, result.Signals);
                Dictionary<(int, int, int), double> truth = [];
                foreach (Deposit d in result.Simulated.Deposits)
                {
                    (int, int, int) cell = Cell(0.5 * (d.X + d.EndX), 0.5 * (d.Y + d.EndY), 0.5 * (d.Z + d.EndZ));
                    truth[cell] = truth.GetValueOrDefault(cell) + Events.Arriving(response, result.Simulated, d);
                }

                HashSet<(int, int, int)> reached = [];
                foreach (SpacePoint p in own)
                {
                    bool near = false;
                    foreach ((int, int, int) cell in Around(Cell(p.X, p.Y, p.Z)))
                    {
                        near |= truth.ContainsKey(cell);
                        reached.Add(cell);
                    }

                    points += p.Charge;
                    right += near ? p.Charge : 0.0;
                }

                all += truth.Values.Sum();
                found += truth.Where(t => reached.Contains(t.Key)).Sum(static t => t.Value);
            }
        }

        (found / all).ShouldBeGreaterThan(0.88);
        (right / points).ShouldBeGreaterThan(0.94);
    }

    [Fact]
    public void Nothing_one_hit_and_a_dead_plane_are_survived()
    {
        DetectorResponse response = new(Detectors.Alive);
        SpacePointFinder finder = new(response, new SpacePointSettings());
        List<SpacePoint> points = [];
        finder.Find([], points);
        finder.Find([new Hit(1, 5, 4000.0, 3.0, 1e4, 3990, 4010, 1, 1.0)], points);
        points.ShouldBeEmpty();

        DetectorCard dead = Detectors.Alive with { Planes = [.. Detectors.Alive.Planes.Select((p, i) => i == 2 ? p with { Dead = [new WireRange(0, 3455)] } : p)] };
        DetectorResponse two = new(dead);
        Find(two, Events.Signals(two, Events.Of(Events.Track((60.0, -20.0, 300.0), (75.0, -10.0, 340.0))))).Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Cells_are_those_of_a_slow_search()
    {
        Random random = new(6);
        SpaceVector[] places = [.. Enumerable.Range(0, 500).Select(_ => new SpaceVector((30.0 * random.NextDouble()) - 15.0, (8.0 * random.NextDouble()) - 4.0, 10.0 * random.NextDouble()))];
        const double size = 1.5;
        CellGrid grid = new(places, size);
        static (int X, int Y, int Z) Cube(SpaceVector p) => ((int)Math.Floor(p.X / size), (int)Math.Floor(p.Y / size), (int)Math.Floor(p.Z / size));
        grid.Count.ShouldBe(places.Select(Cube).Distinct().Count());
        for (int i = 0; i < places.Length; i++)
        {
            (int x, int y, int z) = Cube(places[i]);
            grid.Members(grid.Of(i)).ToArray().ShouldBe(Enumerable.Range(0, places.Length).Where(j => Cube(places[j]) == (x, y, z)));
            int[] around = grid.Around(grid.Of(i)).ToArray();
            around.ShouldBeInOrder();
            around.SelectMany(cell => grid.Members(cell).ToArray()).Order().ShouldBe(
                Enumerable.Range(0, places.Length).Where(j => Cube(places[j]) is var c && Math.Abs(c.X - x) <= 1 && Math.Abs(c.Y - y) <= 1 && Math.Abs(c.Z - z) <= 1));
        }
    }

    private static List<SpacePoint> Find(DetectorResponse response, WireSignals signals)
    {
        List<Hit> hits = [];
        List<SpacePoint> points = [];
        new HitFinder(response, new DeconvolutionSettings(), new HitSettings()).Find(signals, hits);
        new SpacePointFinder(response, new SpacePointSettings()).Find(hits, points);
        return points;
    }

    /// <summary>Half a centimetre.</summary>
    private static (int, int, int) Cell(double x, double y, double z) => ((int)Math.Floor(2.0 * x), (int)Math.Floor(2.0 * y), (int)Math.Floor(2.0 * z));

    private static IEnumerable<(int, int, int)> Around((int X, int Y, int Z) c)
    {
        for (int n = 0; n < 27; n++)
        {
            yield return (c.X + (n % 3) - 1, c.Y + (n / 3 % 3) - 1, c.Z + (n / 9) - 1);
        }
    }
}
