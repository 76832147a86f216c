namespace Umbriel.Figures;

/// <summary>
/// Places the names of the older limits in the grey region, each above the mass range where its limit is the strongest,
/// clear of curves, regions, the frame and of one another, with a line to the limit's own boundary. A name for which there
/// is no clear place is left out.
/// </summary>
internal static class OlderLabels
{
    // The limit figure's frame and its 7-point letters on paper, millimetres.
    private const double Width = LimitFigure.FrameWidth;
    private const double Height = LimitFigure.FrameHeight;
    private const double Em = 7 * 25.4 / 72;
    private const double TextHeight = 2.6;
    private const double Clearance = 0.7;
    private const double Margin = 2;
    private const double Apart = 1.2;
    private const double ShortestLeader = 1;
    private const double LongestLeader = 24;
    private const int Columns = 160;
    private const int Rows = 60;

    /// <summary>A name in the figure.</summary>
    /// <param name="Text">The name.</param>
    /// <param name="At">Centre of the text.</param>
    /// <param name="Leader">The line from the text to the boundary; null where the text stands on it.</param>
    public sealed record Placed(string Text, PlanePoint At, (PlanePoint From, PlanePoint To)? Leader);

    /// <summary>Names: those asked for, then those placed here.</summary>
    public static List<Placed> Place(LimitFigureData data)
    {
        List<OlderLimit> limits = [.. data.OlderLimits ?? []];
        List<(string Label, PlanePoint At)> placed = [.. limits.Where(o => o.LabelAt is not null).Select(o => (o.Label, o.LabelAt!))];
        Frame frame = new(data);
        List<Box> taken = [.. placed.Select(p => frame.BoxAround(p.Label, p.At))];
        List<(double X, double Y)[]> obstacles = frame.Obstacles(data);
        List<(double X, double Y)[]> regions = frame.Regions(data);
        List<(double X, double Y)[]> all = [.. limits.Select(frame.OnPaper)];
        foreach (IGrouping<string, OlderLimit> group in limits.GroupBy(o => o.Label))
        {
            if (group.Key.Length == 0 || group.Any(o => o.LabelAt is not null))
            {
                continue;
            }

            if (frame.Best(group.Key, [.. group.Select(frame.OnPaper)], all, obstacles, regions, taken) is { } box)
            {
                taken.Add(box);
                placed.Add((group.Key, frame.Centre(box)));
            }
        }

        return [.. placed.Select((p, i) => new Placed(p.Label, p.At, frame.Leader(taken[i], [.. limits.Where(o => o.Label == p.Label).Select(frame.OnPaper)])))];
    }

    private readonly record struct Box(double Left, double Bottom, double Right, double Top)
    {
        public Box Wider(double by) => new(Left - by, Bottom - by, Right + by, Top + by);

        public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Bottom < other.Top && other.Bottom < Top;

        // Whether a straight line between two points enters the box: clipped to it, something is left.
        public bool Meets((double X, double Y) a, (double X, double Y) b)
        {
            double from = 0, to = 1;
            return Clip(a.X, b.X, Left, Right, ref from, ref to) && Clip(a.Y, b.Y, Bottom, Top, ref from, ref to);
        }

        private static bool Clip(double a, double b, double low, double high, ref double from, ref double to)
        {
            if (a == b)
            {
                return a >= low && a <= high;
            }

            double first = (low - a) / (b - a), second = (high - a) / (b - a);
            from = Math.Max(from, Math.Min(first, second));
            to = Math.Min(to, Math.Max(first, second));
            return from <= to;
        }
    }

    // Millimetres from the lower left corner of the frame.
    private sealed class Frame
    {
        private readonly (double Low, double High) massEnds;
        private readonly double logMass;
        private readonly double perMass;
        private readonly double logCoupling;
        private readonly double perCoupling;

        public Frame(LimitFigureData data)
        {
            (double massLow, double massHigh) = LimitFigure.MassRange(data);
            (double low, double high) = LimitFigure.CouplingRange(data);
            massEnds = (massLow, massHigh);
            (logMass, perMass) = (Math.Log(massLow), Width / Math.Log(massHigh / massLow));
            (logCoupling, perCoupling) = (Math.Log(low), Height / Math.Log(high / low));
        }

        public (double X, double Y)[] OnPaper(OlderLimit limit) => OnPaper(limit.Boundary.Within(massEnds.Low, massEnds.High));

        public PlanePoint Centre(Box box) => Point(0.5 * (box.Left + box.Right), 0.5 * (box.Bottom + box.Top));

        /// <summary>From a text's border to the nearest place of its boundary; null where the text stands on it or none is near.</summary>
        public (PlanePoint From, PlanePoint To)? Leader(Box box, List<(double X, double Y)[]> own) =>
            Nearest(box, Aims(own)) is { } line && Length(line) is >= ShortestLeader and <= LongestLeader ? (Point(line.From.X, line.From.Y), Point(line.To.X, line.To.Y)) : null;

        private static ((double X, double Y) From, (double X, double Y) To)? Nearest(Box box, List<(double X, double Y)> aims)
        {
            ((double X, double Y) From, (double X, double Y) To)? best = null;
            foreach ((double x, double y) in aims)
            {
                ((double X, double Y) From, (double X, double Y) To) line = ((Math.Clamp(x, box.Left, box.Right), Math.Clamp(y, box.Bottom, box.Top)), (x, y));
                best = best is null || Length(line) < Length(best.Value) ? line : best;
            }

            return best;
        }

        private static double Length(((double X, double Y) From, (double X, double Y) To) line) =>
            Math.Sqrt(Math.Pow(line.To.X - line.From.X, 2) + Math.Pow(line.To.Y - line.From.Y, 2));

        private PlanePoint Point(double x, double y) => new(Math.Exp(logMass + (x / perMass)), Math.Exp(logCoupling + (y / perCoupling)));

        private static List<(double X, double Y)> Aims(List<(double X, double Y)[]> own) => [.. own.SelectMany(Dense).Where(p => p.X is > 0 and < Width && p.Y is > 0 and < Height)];

        // A long straight piece has its end points only; a spiky one more of them than are needed to aim at.
        private static IEnumerable<(double X, double Y)> Dense((double X, double Y)[] curve)
        {
            (double X, double Y) last = (double.NegativeInfinity, 0);
            for (int i = 1; i < curve.Length; i++)
            {
                ((double ax, double ay), (double bx, double by)) = (curve[i - 1], curve[i]);
                if (Math.Abs(bx - last.X) + Math.Abs(by - last.Y) < 1)
                {
                    continue;
                }

                last = (bx, by);
                int steps = 1 + (int)(Math.Min(Width + Height, Math.Max(Math.Abs(bx - ax), Math.Abs(by - ay))));
                for (int step = 0; step < steps; step++)
                {
                    yield return (ax + ((bx - ax) * step / steps), ay + ((by - ay) * step / steps));
                }
            }
        }

        public Box BoxAround(string label, PlanePoint at)
        {
            (double x, double y) = (perMass * (Math.Log(at.MassGeV) - logMass), perCoupling * (Math.Log(at.Coupling) - logCoupling));
            double half = 0.5 * TextWidth(label);
            return new Box(x - half, y - (0.5 * TextHeight), x + half, y + (0.5 * TextHeight));
        }

        public List<(double X, double Y)[]> Obstacles(LimitFigureData data)
        {
            IEnumerable<Curve> curves = data.Limits.SelectMany(l => l.Observed.Concat(l.Expected).Concat(l.Alternative ?? [])).Concat((data.Regions ?? []).SelectMany(r => r.Contours));
            IEnumerable<PlanePoint> points = (data.Regions ?? []).Select(r => r.BestFit).Append(data.ExamplePoint).Append(data.CardPoint).OfType<PlanePoint>();
            return [.. curves.Concat(points.Select(p => new Curve([p.MassGeV, p.MassGeV], [p.Coupling, p.Coupling]))).Select(OnPaper)];
        }

        public List<(double X, double Y)[]> Regions(LimitFigureData data) =>
            [.. (data.Regions ?? []).SelectMany(r => r.Contours).Select(OnPaper)];

        public Box? Best(string label, List<(double X, double Y)[]> own, List<(double X, double Y)[]> all, List<(double X, double Y)[]> obstacles, List<(double X, double Y)[]> regions, List<Box> taken)
        {
            double width = TextWidth(label);
            List<(double X, double Y)> aims = Aims(own);
            Box? best = null;
            double lowestCost = double.PositiveInfinity;
            for (int column = 0; column <= Columns; column++)
            {
                double left = Margin + (column * (Width - width - (2 * Margin)) / Columns);

                // Grey must reach below the whole text, and this source should be what makes it grey.
                double[] floor = [.. Enumerable.Range(0, 9).Select(i => left + (width * i / 8)).Select(x => Strongest(all, x))];
                double[] ownFloor = [.. Enumerable.Range(0, 9).Select(i => left + (width * i / 8)).Select(x => Strongest(own, x))];
                int elsewhere = Enumerable.Range(0, 9).Count(i => !(ownFloor[i] <= floor[i] + 0.3));
                double bottom = floor.Max() + Clearance;
                for (int row = 0; row < Rows && elsewhere < 5; row++, bottom += 1)
                {
                    Box box = new(left, bottom, left + width, bottom + TextHeight);
                    if (box.Top > Height - Margin)
                    {
                        break;
                    }

                    double cost = (0.2 * row) + (4 * elsewhere) + (Math.Abs(column - (0.5 * Columns)) * 1e-3);
                    if (cost >= lowestCost || taken.Exists(box.Wider(Apart).Overlaps) || Nearest(box, aims) is not { } leader || Length(leader) is var length && length > LongestLeader)
                    {
                        continue;
                    }

                    // The line to the boundary is short, crosses no name, and few curves.
                    cost += length;
                    if (cost < lowestCost && Crossings(box, obstacles) == 0 && !taken.Exists(other => other.Wider(0.3).Meets(leader.From, leader.To))
                        && (cost += (30 * Crossings(box, all)) + (25 * regions.Count(region => Inside(region, box))) + (4 * obstacles.Count(curve => Crosses(curve, leader)))) < lowestCost)
                    {
                        (best, lowestCost) = (box, cost);
                    }
                }
            }

            return best;
        }

        // Mean widths of Liberation Sans: capitals, spaces and narrow signs, the rest.
        private static double TextWidth(string label) => Em * MarkedText.ToPlain(label).Sum(c => char.IsUpper(c) ? 0.69 : c is ' ' or '.' or ',' or 'i' or 'l' or 'f' or 't' ? 0.28 : 0.56);

        private static bool Crosses((double X, double Y)[] curve, ((double X, double Y) From, (double X, double Y) To) line)
        {
            for (int i = 1; i < curve.Length; i++)
            {
                if (Side(line.From, line.To, curve[i - 1]) != Side(line.From, line.To, curve[i]) && Side(curve[i - 1], curve[i], line.From) != Side(curve[i - 1], curve[i], line.To))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool Side((double X, double Y) a, (double X, double Y) b, (double X, double Y) p) => ((b.X - a.X) * (p.Y - a.Y)) > ((b.Y - a.Y) * (p.X - a.X));

        private static int Crossings(Box box, List<(double X, double Y)[]> curves)
        {
            Box wide = new(box.Left - Clearance, box.Bottom - (0.5 * Clearance), box.Right + Clearance, box.Top + (0.5 * Clearance));
            return curves.Count(curve => Enumerable.Range(1, Math.Max(0, curve.Length - 1)).Any(i => wide.Meets(curve[i - 1], curve[i])));
        }

        // Whether the box's centre lies in a closed outline: a ray to the right crosses it an odd number of times.
        private static bool Inside((double X, double Y)[] outline, Box box)
        {
            (double x, double y) = (0.5 * (box.Left + box.Right), 0.5 * (box.Bottom + box.Top));
            bool inside = false;
            for (int i = 0, j = outline.Length - 1; i < outline.Length; j = i++)
            {
                ((double ax, double ay), (double bx, double by)) = (outline[i], outline[j]);
                inside ^= (ay > y) != (by > y) && x < ax + ((bx - ax) * (y - ay) / (by - ay));
            }

            return inside;
        }

        private static double Strongest(List<(double X, double Y)[]> curves, double x)
        {
            double lowest = double.PositiveInfinity;
            foreach ((double X, double Y)[] curve in curves)
            {
                for (int i = 1; i < curve.Length; i++)
                {
                    ((double ax, double ay), (double bx, double by)) = (curve[i - 1], curve[i]);
                    if (x >= ax && x <= bx)
                    {
                        lowest = Math.Min(lowest, ax == bx ? Math.Min(ay, by) : ay + ((by - ay) * (x - ax) / (bx - ax)));
                    }
                }
            }

            return lowest;
        }

        private (double X, double Y)[] OnPaper(Curve curve) =>
            [.. curve.X.Select((mass, i) => (perMass * (Math.Log(mass) - logMass), perCoupling * (Math.Log(curve.Y[i]) - logCoupling)))];
    }
}
