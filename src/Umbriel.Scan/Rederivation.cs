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

    /// <summary>Relative difference of masses that are the same.</summary>
    private const double Rounding = 1e-12;

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
        double[] masses = ScanPoints.Masses(inputs.Card).Values.ToArray();
        ScanPlane[] planes = ScanPoints.Planes(inputs.Card);
        LimitRow[] rows = AtScanMasses(path, LimitRow.FromCsv(path, File.ReadAllLines(path)), planes, masses);
        int chosen = Choice(manifest, 0, planes.Length);
        IProgress<long> mixtures = progress.Begin("response", "mixtures", 1);
        _ = inputs.MicroBooNE.Response;
        mixtures.Report(1);
        PlaneLimits again = new ScanRun(inputs.Card, PointCache.None, threads, progress, cancellation).Limits(inputs.MicroBooNE, [planes[chosen]])[0].Limits;

        LimitRow[] plane = rows[(chosen * masses.Length)..((chosen + 1) * masses.Length)];
        List<RederivedLimit> limits = [];
        foreach (int i in Sample(manifest, plane))
        {
            MassLimit limit = again.Limits.Single(l => l.Mass == masses[i]);
            limits.Add(new RederivedLimit(plane[i], "observed", plane[i].ObservedU2, limit.ObservedU2));
            limits.Add(new RederivedLimit(plane[i], "expected", plane[i].ExpectedU2, limit.ExpectedU2));
        }

        return new Rederivation(manifest.Version == CodeVersion.Full ? SameCode : OtherCode, limits);
    }

    /// <summary>The rows at masses of the card's scan, plane by plane; those between them are passed over.</summary>
    private static LimitRow[] AtScanMasses(string path, LimitRow[] rows, ScanPlane[] planes, double[] masses)
    {
        List<LimitRow> found = [];
        int next = 0;
        foreach (ScanPlane plane in planes)
        {
            string scenario = Scenarios.Name(plane.Scenario);
            foreach (double mass in masses)
            {
                while (next < rows.Length && rows[next].Scenario == scenario && rows[next].MZPrime == plane.MZPrime && rows[next].Mass < (1.0 - Rounding) * mass)
                {
                    next++;
                }

                LimitRow asked = new(scenario, plane.MZPrime, mass, null, null);
                if (next == rows.Length)
                {
                    throw new UserErrorException(path, null, $"{rows.Length} rows", $"{Place(asked)}, as the manifest's card asks for");
                }

                LimitRow row = rows[next++];
                if (row.Scenario != scenario || row.MZPrime != plane.MZPrime || !(Math.Abs(row.Mass - mass) <= Rounding * mass))
                {
                    throw new UserErrorException($"{path}:{next + 1}", null, Place(row), $"{Place(asked)}, as the manifest's card asks for");
                }

                found.Add(row);
            }
        }

        return next == rows.Length ? [.. found] : throw new UserErrorException($"{path}:{next + 2}", null, Place(rows[next]), "the end, as the manifest's card asks for");
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
