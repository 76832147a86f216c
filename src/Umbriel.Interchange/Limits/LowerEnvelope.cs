namespace Umbriel.Interchange.Limits;

/// <summary>
/// Lower envelope of broken lines in log-log. Between two neighbouring masses of the union every broken line is straight,
/// so there the envelope is followed from crossing to crossing.
/// </summary>
internal static class LowerEnvelope
{
    // A crossing this near the end of an interval is its end.
    private const double Resolution = 1e-9;

    public static List<LimitPiece> Of(IReadOnlyList<LimitPiece> pieces)
    {
        double[] masses = [.. pieces.SelectMany(piece => piece.MassGeV).Distinct().Order()];
        List<(double Start, double End)>[] lines = Lines(pieces, masses);
        List<LimitPiece> result = [];
        List<double> mass = [];
        List<double> u2 = [];
        for (int i = 0; i + 1 < masses.Length; i++)
        {
            if (lines[i].Count > 0)
            {
                Follow(lines[i], masses[i], masses[i + 1], mass, u2);
            }

            if (mass.Count > 0 && (lines[i].Count == 0 || i + 2 == masses.Length))
            {
                result.Add(new LimitPiece([.. mass], [.. u2]));
                mass.Clear();
                u2.Clear();
            }
        }

        return result;
    }

    // The straight lines over each interval of the union, as logarithms of |U|² at its two ends.
    private static List<(double Start, double End)>[] Lines(IReadOnlyList<LimitPiece> pieces, double[] masses)
    {
        List<(double, double)>[] lines = [.. Enumerable.Range(0, Math.Max(0, masses.Length - 1)).Select(_ => new List<(double, double)>())];
        foreach (LimitPiece piece in pieces)
        {
            for (int k = 1; k < piece.MassGeV.Count; k++)
            {
                double from = piece.MassGeV[k - 1], to = piece.MassGeV[k];
                double low = Math.Log(piece.U2[k - 1]), slope = (Math.Log(piece.U2[k]) - low) / Math.Log(to / from);
                for (int i = Array.BinarySearch(masses, from); i >= 0 && i < lines.Length && masses[i] < to; i++)
                {
                    double start = low + (slope * Math.Log(masses[i] / from));
                    double end = masses[i + 1] == to ? Math.Log(piece.U2[k]) : low + (slope * Math.Log(masses[i + 1] / from));
                    lines[i].Add((start, end));
                }
            }
        }

        return lines;
    }

    private static void Follow(List<(double Start, double End)> lines, double from, double to, List<double> mass, List<double> u2)
    {
        // t runs from 0 to 1 over the interval; each turn is onto a line that falls faster, so there are finitely many.
        double t = 0.0;
        (double Start, double End) best = lines.Min();
        Append(from, best.Start);
        while (true)
        {
            double next = 1.0;
            double fastest = 0.0;
            (double Start, double End) follower = best;
            foreach ((double Start, double End) line in lines)
            {
                double closing = (best.End - best.Start) - (line.End - line.Start);
                double crossing = closing > 0.0 ? Math.Max(t, (line.Start - best.Start) / closing) : 1.0;
                if (crossing < next || (crossing == next && closing > fastest))
                {
                    (next, fastest, follower) = (crossing, closing, line);
                }
            }

            if (next > 1.0 - Resolution)
            {
                break;
            }

            Append(from * Math.Pow(to / from, next), best.Start + (next * (best.End - best.Start)));
            (t, best) = (next, follower);
        }

        Append(to, best.End);

        void Append(double m, double log)
        {
            double value = Math.Exp(log);
            if (mass.Count == 0 || mass[^1] != m || Math.Abs((value / u2[^1]) - 1.0) > 1e-12)
            {
                mass.Add(m);
                u2.Add(value);
            }
        }
    }
}
