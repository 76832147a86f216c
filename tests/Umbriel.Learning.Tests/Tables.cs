using Umbriel.Core;

namespace Umbriel.Learning.Tests;

/// <summary>Tables with a known rule and noise.</summary>
internal static class Tables
{
    public static readonly string[] Names = ["a", "b", "c", "d"];

    /// <summary>Rows are wanted where a + b² > 0.6, turned round for one in ten; c says nothing; a share of all values is missing.</summary>
    public static LabelledTable Random(ulong seed, int count, double missing = 0.15)
    {
        LabelledTable table = new(Names);
        for (int i = 0; i < count; i++)
        {
            RandomStream random = new(seed, RandomStage.PseudoExperiment, (ulong)i);
            double[] values = [random.NextDouble(), random.NextDouble(), random.NextDouble(), Math.Floor(4.0 * random.NextDouble())];
            bool label = values[0] + (values[1] * values[1]) > 0.6;
            double?[] row = new double?[values.Length];
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = random.NextDouble() < missing ? null : values[k];
            }

            table.Add(row, random.NextDouble() < 0.1 ? !label : label, 0.5 + random.NextDouble());
        }

        return table;
    }
}
