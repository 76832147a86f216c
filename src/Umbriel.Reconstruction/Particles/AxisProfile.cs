using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Charge in slices of a centimetre along an axis, with its middle and spread across.</summary>
internal sealed class AxisProfile
{
    /// <summary>Slices of a chord.</summary>
    private const int Chord = 3;

    private readonly double[] charge;
    private readonly SpaceVector[] middle;
    private readonly double[] square;

    /// <summary>Sums up points.</summary>
    /// <param name="places">Places, of which there is at least one, cm.</param>
    /// <param name="charges">Their charge.</param>
    /// <param name="axis">Unit vector.</param>
    public AxisProfile(ReadOnlySpan<SpaceVector> places, ReadOnlySpan<double> charges, SpaceVector axis)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (SpaceVector place in places)
        {
            low = Math.Min(low, place.Dot(axis));
            high = Math.Max(high, place.Dot(axis));
        }

        Length = high - low;
        charge = new double[(int)Length + 1];
        middle = new SpaceVector[charge.Length];
        square = new double[charge.Length];
        double total = 0.0;
        double along = 0.0;
        for (int i = 0; i < places.Length; i++)
        {
            double t = places[i].Dot(axis);
            SpaceVector across = places[i] - (axis * t);
            int slice = Math.Min((int)(t - low), charge.Length - 1);
            charge[slice] += charges[i];
            middle[slice] += across * charges[i];
            square[slice] += across.Dot(across) * charges[i];
            total += charges[i];
            along += (t - low) * charges[i];
            FirstEnd += t - low < End ? charges[i] / End : 0.0;
            LastEnd += high - t < End ? charges[i] / End : 0.0;
        }

        Centroid = along / total;
        for (int k = 0; k < charge.Length; k++)
        {
            if (charge[k] > 0.0)
            {
                middle[k] *= 1.0 / charge[k];
                square[k] = Math.Max(0.0, (square[k] / charge[k]) - middle[k].Dot(middle[k]));
            }
        }
    }

    /// <summary>Length, cm, of the two ends.</summary>
    public const double End = 3.0;

    /// <summary>Extent, cm.</summary>
    public double Length { get; }

    /// <summary>Distance of the centre of charge from the beginning, cm.</summary>
    public double Centroid { get; }

    /// <summary>Charge per centimetre in the first <see cref="End"/> cm.</summary>
    public double FirstEnd { get; }

    /// <summary>Charge per centimetre in the last <see cref="End"/> cm.</summary>
    public double LastEnd { get; }

    /// <summary>Charge of the slices that have any, in rising order.</summary>
    public double[] SortedCharge() => [.. charge.Where(static q => q > 0.0).Order()];

    /// <summary>Mean charge of the slices of the last third less that of the first third, over their mean; null for fewer than six slices.</summary>
    public double? Slope()
    {
        int third = charge.Length / 3;
        return third < 2 ? null : (charge[^third..].Sum() - charge[..third].Sum()) / (third * charge.Average());
    }

    /// <summary>Root mean square angle between successive chords of three slices, radians; null where there are not two.</summary>
    public double? Bend(SpaceVector axis)
    {
        SpaceVector? last = null;
        SpaceVector? chord = null;
        (double sum, int count) = (0.0, 0);
        for (int k = 0; k + Chord <= charge.Length; k += Chord)
        {
            double total = charge[k..(k + Chord)].Sum();
            if (total == 0.0)
            {
                (last, chord) = (null, null);
                continue;
            }

            SpaceVector place = axis * k;
            for (int j = k; j < k + Chord; j++)
            {
                place += middle[j] * (charge[j] / total);
            }

            if (last is { } before)
            {
                SpaceVector now = (place - before).Unit();
                if (chord is { } previous)
                {
                    double angle = Math.Acos(Math.Clamp(previous.Dot(now), -1.0, 1.0));
                    sum += angle * angle;
                    count++;
                }

                chord = now;
            }

            last = place;
        }

        return count > 0 ? Math.Sqrt(sum / count) : null;
    }

    /// <summary>Root mean square distance of charge from the middle of its slice, cm, in some slices; null if there is none.</summary>
    /// <param name="from">First slice.</param>
    /// <param name="to">Slice after the last.</param>
    public double? Spread(int from, int to)
    {
        (double sum, double total) = (0.0, 0.0);
        for (int k = from; k < Math.Min(to, charge.Length); k++)
        {
            sum += charge[k] * square[k];
            total += charge[k];
        }

        return total > 0.0 ? Math.Sqrt(sum / total) : null;
    }

    /// <summary>Root mean square distance of the slices' middles from a parabola along the axis, all slices alike, cm; null for fewer than five slices with charge.</summary>
    public double? Residual()
    {
        // Legendre polynomials are orthogonal only without gaps: made so by Gram's and Schmidt's method.
        int[] filled = [.. Enumerable.Range(0, charge.Length).Where(k => charge[k] > 0.0)];
        if (filled.Length < 5)
        {
            return null;
        }

        SpaceVector[] rest = [.. filled.Select(k => middle[k])];
        double[][] basis = new double[3][];
        for (int power = 0; power < basis.Length; power++)
        {
            double[] values = [.. filled.Select(k => Math.Pow(((2.0 * k) - charge.Length) / charge.Length, power))];
            for (int earlier = 0; earlier < power; earlier++)
            {
                double overlap = Dot(values, basis[earlier]);
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] -= overlap * basis[earlier][i];
                }
            }

            double norm = 1.0 / Math.Sqrt(Dot(values, values));
            basis[power] = [.. values.Select(v => v * norm)];
            SpaceVector part = default;
            for (int i = 0; i < rest.Length; i++)
            {
                part += rest[i] * basis[power][i];
            }

            for (int i = 0; i < rest.Length; i++)
            {
                rest[i] -= part * basis[power][i];
            }
        }

        return Math.Sqrt(rest.Sum(static r => r.Dot(r)) / rest.Length);
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0.0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
