using System.Runtime.Intrinsics;

namespace Umbriel.Reconstruction.Hits;

/// <summary>
/// Least squares of a sum of Gaussians to a pulse. One Gaussian: the parabola through the logarithm, weighted with the
/// square of the samples (H. Guo, IEEE Signal Process. Mag. 28 (2011) 134), without iteration. More: Levenberg's and
/// Marquardt's method from given starts.
/// </summary>
internal static class GaussianFit
{
    private const int Parameters = 3;
    private const int MostIterations = 30;

    /// <summary>Numbers that are kept on the stack.</summary>
    private const int OnStack = 1024;

    /// <summary>Widths from its middle where a Gaussian ends.</summary>
    private const double Reach = 6.0;

    /// <summary>Fits one Gaussian to the positive samples above a level; null if they are not convex enough to hold one.</summary>
    /// <param name="samples">The pulse; sample n is at n + 1/2.</param>
    /// <param name="level">Samples at or below are left out.</param>
    public static GaussianPeak? One(ReadOnlySpan<float> samples, double level)
    {
        double middle = 0.5 * samples.Length;
        double s0 = 0.0, s1 = 0.0, s2 = 0.0, s3 = 0.0, s4 = 0.0, t0 = 0.0, t1 = 0.0, t2 = 0.0;
        for (int i = 0; i < samples.Length; i++)
        {
            double y = samples[i];
            if (y <= level)
            {
                continue;
            }

            double x = i + 0.5 - middle;
            double w = y * y;
            double l = w * Math.Log(y);
            s0 += w;
            s1 += w * x;
            s2 += w * x * x;
            s3 += w * x * x * x;
            s4 += w * x * x * x * x;
            t0 += l;
            t1 += l * x;
            t2 += l * x * x;
        }

        // ln y = a + b x + c x².
        double d = Determinant(s0, s1, s2, s1, s2, s3, s2, s3, s4);
        double a = Determinant(t0, s1, s2, t1, s2, s3, t2, s3, s4) / d;
        double b = Determinant(s0, t0, s2, s1, t1, s3, s2, t2, s4) / d;
        double c = Determinant(s0, s1, t0, s1, s2, t1, s2, s3, t2) / d;
        double time = -b / (2.0 * c);
        double width = Math.Sqrt(-1.0 / (2.0 * c));
        double height = Math.Exp(a - (b * b / (4.0 * c)));
        return d > 0.0 && c < 0.0 && Math.Abs(time) <= middle && width < samples.Length && double.IsFinite(height)
            ? new GaussianPeak(height, time + middle, width)
            : null;
    }

    /// <summary>Improves several Gaussians together; leaves them where a step no longer helps. Returns the sum of squared differences.</summary>
    /// <param name="samples">The pulse; sample n is at n + 1/2.</param>
    /// <param name="peaks">At least one, as a start.</param>
    public static double Several(ReadOnlySpan<float> samples, Span<GaussianPeak> peaks)
    {
        int n = Parameters * peaks.Length;
        int size = (peaks.Length + 1) * samples.Length;
        int rowSize = n * samples.Length;
        Span<double> space = size <= OnStack ? stackalloc double[(2 * size) + rowSize] : new double[(2 * size) + rowSize];
        Span<double> shapes = space[..size];
        Span<double> trialShapes = space[size..(2 * size)];
        Span<double> rows = space[(2 * size)..];
        Span<double> curvature = stackalloc double[n * n];
        Span<double> slope = stackalloc double[n];
        Span<double> matrix = stackalloc double[n * n];
        Span<double> vector = stackalloc double[n];
        Span<GaussianPeak> trial = stackalloc GaussianPeak[peaks.Length];
        double lambda = 1e-2;
        double sum = Evaluate(samples, peaks, shapes);
        Normal(samples.Length, peaks, shapes, rows, curvature, slope);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            curvature.CopyTo(matrix);
            slope.CopyTo(vector);
            for (int i = 0; i < n; i++)
            {
                matrix[(i * n) + i] *= 1.0 + lambda;
            }

            bool solved = Solve(matrix, vector, n);
            for (int k = 0; k < peaks.Length && solved; k++)
            {
                GaussianPeak p = peaks[k];
                trial[k] = new GaussianPeak(p.Height + vector[Parameters * k], p.Time + vector[(Parameters * k) + 1], p.Width + vector[(Parameters * k) + 2]);
                solved = trial[k] is { Height: > 0.0, Width: > 0.3 } && trial[k].Width < samples.Length && trial[k].Time > 0.0 && trial[k].Time < samples.Length;
            }

            double after = solved ? Evaluate(samples, trial, trialShapes) : double.PositiveInfinity;
            if (!(after < sum))
            {
                lambda *= 10.0;
                if (lambda > 1e6)
                {
                    return sum;
                }

                continue;
            }

            trial.CopyTo(peaks);
            lambda *= 0.2;
            bool done = sum - after < 1e-4 * after;
            sum = after;
            if (done)
            {
                return sum;
            }

            Span<double> old = shapes;
            shapes = trialShapes;
            trialShapes = old;
            Normal(samples.Length, peaks, shapes, rows, curvature, slope);
        }

        return sum;
    }

    /// <summary>Sum of squared differences.</summary>
    public static double Sum(ReadOnlySpan<float> samples, ReadOnlySpan<GaussianPeak> peaks)
    {
        int size = (peaks.Length + 1) * samples.Length;
        Span<double> space = size <= OnStack ? stackalloc double[size] : new double[size];
        return Evaluate(samples, peaks, space);
    }

    /// <summary>Each peak's shape, of height 1, at all samples, one peak after the other, and then what is left of the samples; the sum of its squares.</summary>
    private static double Evaluate(ReadOnlySpan<float> samples, ReadOnlySpan<GaussianPeak> peaks, Span<double> shapes)
    {
        Span<double> rest = shapes.Slice(peaks.Length * samples.Length, samples.Length);
        for (int i = 0; i < rest.Length; i++)
        {
            rest[i] = samples[i];
        }

        for (int k = 0; k < peaks.Length; k++)
        {
            Span<double> shape = shapes.Slice(k * samples.Length, samples.Length);
            (int low, int end) = Shape(peaks[k], shape);
            double height = peaks[k].Height;
            for (int i = low; i < end; i++)
            {
                rest[i] -= height * shape[i];
            }
        }

        return Dot(rest, rest);
    }

    /// <summary>
    /// A Gaussian at equidistant places by multiplications alone: neighbouring values have ratios that are a geometric sequence.
    /// Beyond six widths (10⁻⁸ of the height) it is 0. Returns where it is not.
    /// </summary>
    private static (int Low, int End) Shape(GaussianPeak peak, Span<double> shape)
    {
        shape.Clear();
        (int low, int end) = Range(peak, shape.Length);
        double step = 1.0 / peak.Width;
        double z = (low + 0.5 - peak.Time) * step;
        double value = Math.Exp(-0.5 * z * z);
        double ratio = Math.Exp(-step * (z + (0.5 * step)));
        double change = Math.Exp(-step * step);
        for (int i = low; i < end; i++)
        {
            shape[i] = value;
            value *= ratio;
            ratio *= change;
        }

        return (low, end);
    }

    private static (int Low, int End) Range(GaussianPeak peak, int length)
    {
        int low = Math.Max(0, (int)Math.Ceiling(peak.Time - (Reach * peak.Width) - 0.5));
        int high = Math.Min(length - 1, (int)Math.Floor(peak.Time + (Reach * peak.Width) - 0.5));
        return (low, Math.Max(low, high + 1));
    }

    /// <summary>Half of the sum's curvature (lower triangle) and minus half of its slope in the parameters, from shapes and rest. Parameters of peaks that do not overlap do not mix.</summary>
    private static void Normal(int length, ReadOnlySpan<GaussianPeak> peaks, ReadOnlySpan<double> shapes, Span<double> rows, Span<double> curvature, Span<double> slope)
    {
        int n = slope.Length;
        ReadOnlySpan<double> rest = shapes.Slice(peaks.Length * length, length);
        curvature.Clear();
        for (int k = 0; k < peaks.Length; k++)
        {
            (int low, int end) = Range(peaks[k], length);
            Derivatives(peaks[k], low, shapes.Slice(k * length, length)[low..end], rows[(Parameters * k * length)..], length);
            for (int r = Parameters * k; r < Parameters * (k + 1); r++)
            {
                ReadOnlySpan<double> row = rows.Slice(r * length, length);
                slope[r] = Dot(row[low..end], rest[low..end]);
                for (int c = 0; c <= r; c++)
                {
                    (int lowC, int endC) = Range(peaks[c / Parameters], length);
                    (int from, int to) = (Math.Max(low, lowC), Math.Min(end, endC));
                    curvature[(r * n) + c] = from < to ? Dot(row[from..to], rows.Slice(c * length, length)[from..to]) : 0.0;
                }
            }
        }
    }

    /// <summary>A peak's derivatives in height, time and width, one row after the other, from a sample on.</summary>
    private static void Derivatives(GaussianPeak peak, int low, ReadOnlySpan<double> shape, Span<double> rows, int length)
    {
        Span<double> heights = rows.Slice(low, shape.Length);
        Span<double> times = rows.Slice(length + low, shape.Length);
        Span<double> widths = rows.Slice((2 * length) + low, shape.Length);
        double step = 1.0 / peak.Width;
        for (int i = 0; i < shape.Length; i++)
        {
            double z = (low + i + 0.5 - peak.Time) * step;
            double change = peak.Height * shape[i] * z * step;
            heights[i] = shape[i];
            times[i] = change;
            widths[i] = change * z;
        }
    }

    /// <summary>Σ a b in four interleaved sums: the same bits whether the processor has vectors of four or not.</summary>
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector256<double> sums = Vector256<double>.Zero;
        int i = 0;
        for (; i + Vector256<double>.Count <= a.Length; i += Vector256<double>.Count)
        {
            sums += Vector256.Create(a[i..]) * Vector256.Create(b[i..]);
        }

        double sum = Vector256.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Solves by Cholesky decomposition in place, from the lower triangle; false if the matrix is not positive.</summary>
    private static bool Solve(Span<double> matrix, Span<double> vector, int n)
    {
        for (int r = 0; r < n; r++)
        {
            for (int c = 0; c <= r; c++)
            {
                double sum = matrix[(r * n) + c];
                for (int k = 0; k < c; k++)
                {
                    sum -= matrix[(r * n) + k] * matrix[(c * n) + k];
                }

                if (r == c && !(sum > 0.0))
                {
                    return false;
                }

                matrix[(r * n) + c] = r == c ? Math.Sqrt(sum) : sum / matrix[(c * n) + c];
            }
        }

        for (int r = 0; r < n; r++)
        {
            for (int k = 0; k < r; k++)
            {
                vector[r] -= matrix[(r * n) + k] * vector[k];
            }

            vector[r] /= matrix[(r * n) + r];
        }

        for (int r = n - 1; r >= 0; r--)
        {
            for (int k = r + 1; k < n; k++)
            {
                vector[r] -= matrix[(k * n) + r] * vector[k];
            }

            vector[r] /= matrix[(r * n) + r];
        }

        return true;
    }

    private static double Determinant(double a, double b, double c, double d, double e, double f, double g, double h, double i) =>
        (a * ((e * i) - (f * h))) - (b * ((d * i) - (f * g))) + (c * ((d * h) - (e * g)));
}
