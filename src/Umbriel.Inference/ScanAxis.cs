namespace Umbriel.Inference;

/// <summary>One axis of a scan: positive values, strictly increasing, thought of on a logarithmic scale.</summary>
public sealed class ScanAxis
{
    private readonly double[] values;
    private readonly double[] logs;

    /// <summary>An axis through given values, for example tabulated masses.</summary>
    /// <exception cref="ArgumentException">When there are fewer than two, or they are not positive, finite and increasing.</exception>
    public ScanAxis(string name, params ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            throw new ArgumentException($"{values.Length} values of {name}; expected at least two", nameof(values));
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!(values[i] > 0.0) || !double.IsFinite(values[i]) || (i > 0 && values[i] <= values[i - 1]))
            {
                throw new ArgumentException($"{name}: {values[i]} at position {i + 1}; expected positive, strictly increasing values", nameof(values));
            }
        }

        Name = name;
        this.values = values.ToArray();
        logs = Array.ConvertAll(this.values, Math.Log);
    }

    /// <summary>Name, for messages.</summary>
    public string Name { get; }

    /// <summary>The values, increasing.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Natural logarithms of the values.</summary>
    public ReadOnlySpan<double> Logs => logs;

    /// <summary>Number of values.</summary>
    public int Count => values.Length;

    /// <summary>Lowest value.</summary>
    public double Minimum => values[0];

    /// <summary>Highest value.</summary>
    public double Maximum => values[^1];

    /// <summary>An axis of equal steps of the logarithm.</summary>
    /// <param name="name">Name, for messages.</param>
    /// <param name="minimum">Lowest value, > 0.</param>
    /// <param name="maximum">Highest value, above the lowest.</param>
    /// <param name="count">Number of values, two or more.</param>
    public static ScanAxis Logarithmic(string name, double minimum, double maximum, int count)
    {
        if (!(minimum > 0.0 && maximum > minimum && double.IsFinite(maximum) && count >= 2))
        {
            throw new ArgumentException($"{name}: {count} values from {minimum} to {maximum}; expected two or more, from a positive number to a larger one", nameof(maximum));
        }

        double[] points = new double[count];
        double span = Math.Log(maximum / minimum);
        for (int i = 0; i < count; i++)
        {
            points[i] = minimum * Math.Exp(span * i / (count - 1));
        }

        points[^1] = maximum;
        return new ScanAxis(name, points);
    }

    /// <summary>Brings back a value that rounding has put outside.</summary>
    internal double Within(double value) => Math.Clamp(value, values[0], values[^1]);

    /// <summary>Whether a value is the lowest, to a hundredth of the first step.</summary>
    internal bool IsLowest(double value) => Math.Log(value) <= logs[0] + (0.01 * (logs[1] - logs[0]));

    /// <summary>Whether a value is the highest, to a hundredth of the last step.</summary>
    internal bool IsHighest(double value) => Math.Log(value) >= logs[^1] - (0.01 * (logs[^1] - logs[^2]));

    /// <summary>Whether two axes have the same values.</summary>
    internal bool Matches(ScanAxis other) => Values.SequenceEqual(other.Values);

    /// <summary>Each step of the logarithm cut into equal parts; the original values are kept exactly.</summary>
    internal ScanAxis Subdivided(int parts)
    {
        double[] fine = new double[((Count - 1) * parts) + 1];
        for (int i = 0; i < fine.Length; i++)
        {
            int k = i / parts;
            int part = i % parts;
            fine[i] = part == 0 ? values[k] : Math.Exp(logs[k] + ((logs[k + 1] - logs[k]) * part / parts));
        }

        return new ScanAxis(Name, fine);
    }

    /// <summary>Each step of the logarithm that is longer than <paramref name="step"/> cut into equal parts that are not; the original values are kept exactly.</summary>
    /// <param name="step">Longest step of ln value, above 0.</param>
    /// <param name="kept">Where the original values are.</param>
    internal ScanAxis Filled(double step, out int[] kept)
    {
        List<double> fine = [values[0]];
        kept = new int[Count];
        for (int k = 1; k < Count; k++)
        {
            double width = logs[k] - logs[k - 1];
            int parts = Math.Max(1, (int)Math.Ceiling(width / step));
            for (int part = 1; part < parts; part++)
            {
                fine.Add(Math.Exp(logs[k - 1] + (width * part / parts)));
            }

            kept[k] = fine.Count;
            fine.Add(values[k]);
        }

        return new ScanAxis(Name, [.. fine]);
    }

    /// <summary>Indices of a coarse sub-axis: every stride-th value and the last.</summary>
    internal int[] Coarse(int stride)
    {
        var indices = new List<int>();
        for (int i = 0; i < Count - 1; i += stride)
        {
            indices.Add(i);
        }

        indices.Add(Count - 1);
        return [.. indices];
    }
}
