using Umbriel.Core;

namespace Umbriel.Learning.Tests;

public sealed class TrainingTests
{
    [NeedsXGBoost]
    public void A_tree_with_one_split_is_that_of_a_calculation_by_hand()
    {
        // x = 1, 2, 3 not wanted, 4, 5 wanted, of weight 2 each; p = 1/2 at first, so gradients are w (1/2 - y), hessians w/4.
        // Left: G = 3, H = 1.5; right: G = -2, H = 1. With lambda 1: leaves -eta G/(H + 1) = -0.3*3/2.5 = -0.36 and 0.3*2/2 = 0.3;
        // gain G_L^2/(H_L+1) + G_R^2/(H_R+1) - G^2/(H+1) = 9/2.5 + 4/2 - 1/3.5 = 5.314286 (arXiv:1603.02754, eqs. 5 and 7, without the factor 1/2).
        LabelledTable table = new(["x", "unused"]);
        for (int i = 1; i <= 5; i++)
        {
            table.Add([i, 0.0], i > 3, 2.0);
        }

        BoostedTrees trees = BoostedTrees.Train(new BoostSettings { Rounds = 1, Depth = 1, Eta = 0.3, LeastChildWeight = 0.0 }, table);
        trees.Count.ShouldBe(1);
        trees.Score([3.49, null]).ShouldBe(1.0f / (1.0f + MathF.Exp(0.36f)), 1e-6f);
        trees.Score([3.5, null]).ShouldBe(1.0f / (1.0f + MathF.Exp(-0.3f)), 1e-6f);
        trees.Gain[0]!.Value.ShouldBe((9.0 / 2.5) + (4.0 / 2.0) - (1.0 / 3.5), 1e-5);
        trees.Gain[1].ShouldBeNull();
    }

    [NeedsXGBoost]
    public void Rows_that_lack_the_feature_go_where_their_like_went()
    {
        LabelledTable table = new(["x"]);
        for (int i = 0; i < 40; i++)
        {
            table.Add([i % 4 == 0 ? null : i % 2], i % 2 == 1 || i % 4 == 0);
        }

        BoostedTrees trees = BoostedTrees.Train(new BoostSettings { Rounds = 10, Depth = 1 }, table);
        trees.Score([null]).ShouldBe(trees.Score([1.0]));
        trees.Score([0.0]).ShouldBeLessThan(0.5f);
        trees.Score([null]).ShouldBeGreaterThan(0.5f);
    }

    [NeedsXGBoost]
    public void The_same_rows_give_the_same_bits_on_any_thread()
    {
        using TemporaryFolder folder = new();
        BoostSettings settings = new() { Rounds = 20, RowShare = 0.6, FeatureShare = 0.7, Seed = 3 };
        Parallel.For(0, 4, i => BoostedTrees.Train(settings, Tables.Random(1, 500)).Save(folder[$"{i}.json"]));
        BoostedTrees.Train(settings with { Seed = 4 }, Tables.Random(1, 500)).Save(folder["other.json"]);
        string[] hashes = [.. Enumerable.Range(0, 4).Select(i => ContentHash.OfFile(folder[$"{i}.json"])).Distinct()];
        hashes.ShouldHaveSingleItem().ShouldNotBe(ContentHash.OfFile(folder["other.json"]));
    }

    [NeedsXGBoost]
    public void A_watched_table_tells_when_to_stop()
    {
        LabelledTable watched = Tables.Random(2, 600);
        using BoostedTreesTrainer trainer = new(new BoostSettings { Depth = 6, Eta = 0.5, LeastChildWeight = 0.0 }, Tables.Random(1, 300), watched);
        List<(double Training, double? Watched)> losses = [];
        for (int round = 0; round < 60; round++)
        {
            trainer.Round();
            losses.Add(trainer.Loss());
        }

        losses[^1].Training.ShouldBeLessThan(0.5 * losses[0].Training);
        int best = losses.IndexOf(losses.MinBy(static l => l.Watched));
        best.ShouldBeLessThan(40);
        BoostedTrees trees = trainer.Model(best + 1, [new("target", "test")]);
        trees.Count.ShouldBe(best + 1);
        trees.Attributes["target"].ShouldBe("test");

        // Logistic loss from the scores; XGBoost prints it to six digits or so.
        double loss = Enumerable.Range(0, watched.Count).Sum(i => watched.Weights[i] * -Math.Log(watched.Labels[i] ? trees.Score(watched.Features.Row(i)) : 1.0 - trees.Score(watched.Features.Row(i)))) / watched.Weights.Sum();
        losses[best].Watched!.Value.ShouldBe(loss, 2e-5);
    }

    [NeedsXGBoost]
    public void What_makes_no_sense_is_refused()
    {
        LabelledTable one = new(["x"]);
        one.Add([1.0], true);
        Should.Throw<ArgumentException>(() => BoostedTrees.Train(new BoostSettings(), one));
        foreach (BoostSettings settings in new[] { new BoostSettings { Rounds = 0 }, new() { Depth = 0 }, new() { Eta = double.NaN }, new() { RowShare = 0.0 }, new() { Gamma = -1.0 }, new() { Lambda = double.PositiveInfinity } })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => BoostedTrees.Train(settings, Tables.Random(1, 20)));
        }

        Should.Throw<ArgumentException>(() => one.Add([double.NaN], true));
        Should.Throw<ArgumentException>(() => one.Add([1e300], true));
        Should.Throw<ArgumentException>(() => one.Add([1.0, 2.0], true));
        Should.Throw<ArgumentException>(() => one.Add([1.0], true, -1.0));
        one.Count.ShouldBe(1);
        one.Features.Count.ShouldBe(1);
        Should.Throw<ArgumentException>(() => new FeatureTable(["x", "x"]));
    }

    [Fact]
    public void A_missing_library_is_named_with_its_package() =>
        Should.Throw<UserErrorException>(() => XGBoostLibrary.Load("libxgboost.so.missing")).Message.ShouldContain("apt-get install libxgboost0");
}
