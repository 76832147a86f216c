using System.Globalization;
using System.Text;
using Umbriel.Learning;
using Umbriel.Reconstruction.Particles;
using Umbriel.Studies.Training;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Writes validation/track-score.md and holds it against the code.</summary>
public sealed class TrackScorePageTests
{
    private const int EventCount = 3000;
    private const ulong Seed = 2;
    private static readonly double[] Edges = [0.02, 0.1, 0.4, 1.5];

    [Fact]
    [Trait("Category", "Validation")]
    public void The_page_agrees()
    {
        BoostedTrees trees = BoostedTrees.Load(Repository.PathOf("data/reconstruction/track-score.json"), ParticleFeatures.Names);
        (TrainingRow Row, float Score)[] rows = [.. TrainingSample.Make(new TrainingPlan(Detectors.MicroBooNE, new TrackScoreTarget(), Seed, EventCount, new ReconstructionSettings(), ModelFolder.Default()), 1).SelectMany(static r => r).Select(r => (r, trees.Score(r.Features)))];
        (TrainingRow Row, float Score)[] first = [.. rows.Where(static r => r.Row.Group != TrackScoreTarget.Beside)];
        double area = TrainingResult.Area(first, first)!.Value;
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Score of tracks against showers

            Written by the test `TrackScorePageTests` (`UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Reconstruction.Tests`).

            `data/reconstruction/track-score.json` on {EventCount} single particles of seed {Seed} (training: seed 1) in MicroBooNE with noise and dead wires, no cosmic rays: the mixture of the training (data/reconstruction/README.md).
            *First*: the particle of most charge of its event, if it is of its primary's kind; *beside*: all others with enough charge to be a particle. Particles with less than 80% of their charge from tracks and less than 80% from showers are left out.
            *Area*: probability that a track scores higher than a shower.

            | selection | tracks | showers | area | tracks above 0.5 | showers above 0.5 |
            |---|---|---|---|---|---|

            """);
        Line(page, "first", first);
        Line(page, "all", rows);
        Line(page, "beside", [.. rows.Except(first)]);
        page.Append("""

            First particles by primary and kinetic energy: share above 0.5 and area, of tracks against the showers and of showers against the tracks of all energies.

            | primary | MeV | number | above 0.5 | area |
            |---|---|---|---|---|

            """);
        foreach (string group in new[] { "e-", "e+", "gamma", "mu-", "mu+", "pi-", "pi+", "proton" })
        {
            for (int k = 0; k + 1 < Edges.Length; k++)
            {
                (TrainingRow Row, float Score)[] own = [.. first.Where(r => r.Row.Group == group && r.Row.Energy >= Edges[k] && r.Row.Energy < Edges[k + 1])];
                if (own.Length < 10)
                {
                    continue;
                }

                double of = (own[0].Row.Label ? TrainingResult.Area(own, first) : TrainingResult.Area(first, own))!.Value;
                page.Append(CultureInfo.InvariantCulture, $"| {group} | {1000.0 * Edges[k]:F0} to {1000.0 * Edges[k + 1]:F0} | {own.Length} | {own.Average(static r => r.Score > 0.5f ? 1.0 : 0.0):F3} | {of:F4} |\n");
            }
        }

        string path = Repository.PathOf("validation/track-score.md");
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page.ToString());
        }

        area.ShouldBeGreaterThan(0.98);
        PageComparison.ShouldAgree(File.ReadAllText(path), page.ToString(), relative: 0.02, absolute: 0.02);
    }

    private static void Line(StringBuilder page, string name, (TrainingRow Row, float Score)[] rows)
    {
        double Above(bool label) => rows.Where(r => r.Row.Label == label).Average(static r => r.Score > 0.5f ? 1.0 : 0.0);
        page.Append(CultureInfo.InvariantCulture, $"| {name} | {rows.Count(static r => r.Row.Label)} | {rows.Count(static r => !r.Row.Label)} | {TrainingResult.Area(rows, rows):F4} | {Above(true):F3} | {Above(false):F3} |\n");
    }
}
