using System.Globalization;
using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.Provenance;
using Umbriel.Inference;
using Umbriel.Response;

namespace Umbriel.Scan;

/// <summary>
/// Computes some limits of a finished search again, from the card in its manifest and without the cache. They are rows
/// of one plane, since a limit needs the best fit of its plane; the card's hash chooses which.
/// </summary>
public sealed class Rederivation
{
    /// <summary>Rows that are computed again.</summary>
    public const int Rows = 3;

    /// <summary>Relative difference allowed for the same code: another processor's mathematical functions differ in the last bits.</summary>
    private const double SameCode = 1e-6;

    /// <summary>The same for other code, whose random numbers and tables may differ.</summary>
    private const double OtherCode = 0.01;

    private Rederivation(double tolerance, IReadOnlyList<RederivedLimit> limits)
    {
        Tolerance = tolerance;
        Limits = limits;
    }

    /// <summary>Relative difference up to which limits agree.</summary>
    public double Tolerance { get; }

    /// <summary>What was computed again.</summary>
    public IReadOnlyList<RederivedLimit> Limits { get; }

    /// <summary>One sentence for each limit that does not agree.</summary>
    public IEnumerable<string> Differences => Limits
        .Where(limit => !(limit.Difference <= Tolerance))
        .Select(limit => string.Create(
            CultureInfo.InvariantCulture,
            $"{LimitRow.FileName}: {limit.Row.Scenario}, m_Z' {limit.Row.MZPrime:R}, mass {limit.Row.Mass:R}: {limit.Kind} |U|^2 {Text(limit.FileU2)}, computed again {Text(limit.RecomputedU2)}"));

    /// <summary>Whether a manifest is that of a search.</summary>
    public static bool Concerns(Manifest manifest) =>
        manifest.Arguments is ["search", ..] && manifest.Outputs.Any(output => output.Path == LimitRow.FileName);

    /// <summary>Computes the sample.</summary>
    /// <param name="manifest">The search's manifest.</param>
    /// <param name="directory">Folder of the search's results.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="progress">Opens progress.</param>
    /// <param name="cancellation">Stops between points.</param>
    /// <exception cref="UserErrorException">The limits are not those of the manifest's card.</exception>
    public static Rederivation Run(Manifest manifest, string directory, int threads, IProgressStages progress, CancellationToken cancellation)
    {
        SearchInputs inputs = SearchInputs.Read(manifest, Path.Combine(directory, Manifest.FileName), threads, cancellation);
        string path = Path.Combine(directory, LimitRow.FileName);
        LimitRow[] rows = LimitRow.FromCsv(path, File.ReadAllLines(path));
        LimitRow[] asked = AskedFor(inputs.Card);
        Require(path, rows, asked);

        int masses = inputs.Card.Scan.Mass.Points;
        int first = Choice(manifest, 0, rows.Length / masses) * masses;
        IProgress<long> mixtures = progress.Begin("response", "mixtures", 1);
        _ = inputs.MicroBooNE.Response;
        mixtures.Report(1);
        ScanPlane plane = new(inputs.Card.Scan.Scenarios[first / masses / inputs.Card.Scan.MZPrime.Count], rows[first].MZPrime);
        PlaneLimits again = new ScanRun(inputs.Card, PointCache.None, threads, progress, cancellation).Limits(inputs.MicroBooNE, [plane])[0].Limits;

        List<RederivedLimit> limits = [];
        foreach (int mass in Sample(manifest, rows[first..(first + masses)]))
        {
            LimitRow row = rows[first + mass];
            limits.Add(new RederivedLimit(row, "observed", row.ObservedU2, again.Limits[mass].ObservedU2));
            limits.Add(new RederivedLimit(row, "expected", row.ExpectedU2, again.Limits[mass].ExpectedU2));
        }

        return new Rederivation(manifest.Version == CodeVersion.Full ? SameCode : OtherCode, limits);
    }

    /// <summary>The rows that a scan writes, without limits.</summary>
    private static LimitRow[] AskedFor(Card card) =>
    [
        .. from plane in ScanPoints.Planes(card)
           from mass in ScanPoints.Masses(card).Values.ToArray()
           select new LimitRow(Scenarios.Name(plane.Scenario), plane.MZPrime, mass, null, null),
    ];

    private static void Require(string path, LimitRow[] rows, LimitRow[] asked)
    {
        if (rows.Length != asked.Length)
        {
            throw new UserErrorException(path, null, $"{rows.Length} rows", $"{asked.Length} rows, as the manifest's card asks for");
        }

        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Scenario != asked[i].Scenario || rows[i].MZPrime != asked[i].MZPrime || !(Math.Abs(rows[i].Mass - asked[i].Mass) <= 1e-12 * asked[i].Mass))
            {
                throw new UserErrorException($"{path}:{i + 2}", null, Place(rows[i]), $"{Place(asked[i])}, as the manifest's card asks for");
            }
        }
    }

    private static string Place(LimitRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Scenario},{row.MZPrime:R},{row.Mass:R}");

    /// <summary>Evenly spread indices from a start that the card's hash chooses; rows that have a limit if there are any.</summary>
    private static IEnumerable<int> Sample(Manifest manifest, LimitRow[] plane)
    {
        int[] limited = [.. Enumerable.Range(0, plane.Length).Where(i => plane[i].ObservedU2 is not null || plane[i].ExpectedU2 is not null)];
        int[] candidates = limited.Length > 0 ? limited : [.. Enumerable.Range(0, plane.Length)];
        int count = Math.Min(Rows, candidates.Length);
        int start = Choice(manifest, 8, candidates.Length);
        return Enumerable.Range(0, count).Select(i => candidates[(start + (i * candidates.Length / count)) % candidates.Length]).Order();
    }

    private static int Choice(Manifest manifest, int digit, int count) =>
        (int)(uint.Parse(manifest.CardSha256.AsSpan(digit, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % (uint)count);

    private static string Text(double? u2) => u2 is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : "none";
}
