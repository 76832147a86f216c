using Umbriel.Core;

namespace Umbriel.Learning.Tests;

public sealed class BoostedTreesTests
{
    private static readonly Lazy<BoostedTrees> Trained = new(static () => BoostedTrees.Train(new BoostSettings { Rounds = 50, Depth = 5 }, Tables.Random(1, 2000)));

    [NeedsXGBoost]
    public void Scores_are_those_of_the_library_to_the_last_bit_or_nearly()
    {
        using TemporaryFolder folder = new();
        Trained.Value.Save(folder["model.json"]);
        FeatureTable rows = Tables.Random(7, 5000, missing: 0.3).Features;
        float[] own = Trained.Value.Score(rows);
        float[] library = LibraryPrediction.Of(folder["model.json"], rows);
        own.Distinct().Count().ShouldBeGreaterThan(500);
        for (int i = 0; i < own.Length; i++)
        {
            Math.Abs(BitConverter.SingleToInt32Bits(own[i]) - BitConverter.SingleToInt32Bits(library[i])).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [NeedsXGBoost]
    public void The_rule_is_learned()
    {
        // One label in ten is turned round, 15% of values are missing: what is left of an area of 1.
        LabelledTable test = Tables.Random(8, 2000);
        float[] scores = Trained.Value.Score(test.Features);
        float[] Of(bool label) => [.. scores.Where((_, i) => test.Labels[i] == label)];
        AreaUnderCurve.Of(Of(true), Of(false)).ShouldBeInRange(0.8, 0.95);
        Trained.Value.Gain[0]!.Value.ShouldBeGreaterThan(4.0 * Trained.Value.Gain[2]!.Value);
    }

    [NeedsXGBoost]
    public void A_file_gives_back_the_same_scores_and_bytes()
    {
        using TemporaryFolder folder = new();
        Trained.Value.Save(folder["a.json"]);
        BoostedTrees loaded = BoostedTrees.Load(folder["a.json"], Tables.Names);
        loaded.Save(folder["b.json"]);
        File.ReadAllBytes(folder["b.json"]).ShouldBe(File.ReadAllBytes(folder["a.json"]));
        FeatureTable rows = Tables.Random(7, 1000).Features;
        loaded.Score(rows).ShouldBe(Trained.Value.Score(rows));
    }

    [NeedsXGBoost]
    public void Threads_share_a_model()
    {
        FeatureTable rows = Tables.Random(7, 2000).Features;
        float[] alone = Trained.Value.Score(rows);
        float[] together = new float[rows.Count];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Trained.Value.Score(rows.Row(i)));
        together.ShouldBe(alone);
    }

    [Fact]
    public void A_sum_of_leaves_by_hand()
    {
        // 1/(1 + e^-s): s = 0.25 - 0.5 = -0.25 and 0.75 + 1 = 1.75; missing goes right in the first tree, left in the second.
        BoostedTrees trees = BoostedTrees.Load(Repository.PathOf("tests/Umbriel.Learning.Tests/two-trees.json"), ["length", "width"]);
        trees.Score([0.5, 3.0]).ShouldBe(0.43782350f, 1e-7f);
        trees.Score([1.0, 1.0]).ShouldBe(0.85195280f, 1e-7f);
        trees.Score([null, null]).ShouldBe(0.85195280f, 1e-7f);
        trees.Score([1.0f, 1.9999999f]).ShouldBe(trees.Score([1.0, 1.0]));
        trees.Attributes["target"].ShouldBe("example");
        trees.Gain.ShouldBe([6.0, 2.0]);
        Should.Throw<ArgumentException>(() => trees.Score([1.0f]));
        Should.Throw<ArgumentException>(() => trees.Score(new FeatureTable(["width", "length"])));
    }

    [Theory]
    [InlineData("width,length", "feature 0: found 'length'; expected 'width'")]
    [InlineData("length", "feature 1: found 'width'; expected none")]
    [InlineData("length,width,mass", "feature 2: found none; expected 'mass'")]
    public void A_model_with_other_features_is_refused(string names, string message) =>
        Should.Throw<UserErrorException>(() => BoostedTrees.Load(Repository.PathOf("tests/Umbriel.Learning.Tests/two-trees.json"), names.Split(','))).Message.ShouldContain(message);

    [Theory]
    [InlineData("binary:logistic", "reg:squarederror", "learner.objective.name: found 'reg:squarederror'")]
    [InlineData("\"base_score\":\"5E-1\"", "\"base_score\":\"1\"", "base_score: found '1'")]
    [InlineData("\"left_children\":[1,-1,-1]", "\"left_children\":[0,-1,-1]", "trees[0]: found a way to node 0")]
    [InlineData("\"left_children\":[1,-1,-1]", "\"left_children\":[1,-1]", "trees[0]: found columns of 2")]
    [InlineData("\"split_indices\":[1,0,0]", "\"split_indices\":[2,0,0]", "found 2; expected a feature from 0 to 1")]
    [InlineData("\"trees\":", "\"bushes\":", "trees: found nothing")]
    [InlineData("1E0,-5E-1", "1E999,-5E-1", "split_conditions")]
    public void A_malformed_model_is_refused_with_its_place(string from, string to, string message)
    {
        using TemporaryFolder folder = new();
        string text = File.ReadAllText(Repository.PathOf("tests/Umbriel.Learning.Tests/two-trees.json"));
        string path = folder.Write("model.json", text.Replace(from, to));
        UserErrorException refusal = Should.Throw<UserErrorException>(() => BoostedTrees.Load(path, ["length", "width"]));
        refusal.Message.ShouldStartWith(path);
        refusal.Message.ShouldContain(message);
        Should.Throw<UserErrorException>(() => BoostedTrees.Load(folder["none.json"], ["length", "width"]));
    }

    [Fact]
    public void Mutated_models_are_read_or_refused()
    {
        byte[] text = File.ReadAllBytes(Repository.PathOf("tests/Umbriel.Learning.Tests/two-trees.json"));
        (int read, int refused) = (0, 0);
        for (ulong i = 0; i < 4000; i++)
        {
            RandomStream random = new(11, RandomStage.PseudoExperiment, i);
            byte[] mutated = Mutation.Of(ref random, text);
            try
            {
                BoostedTrees trees = BoostedTrees.Parse(mutated, "model.json", ["length", "width"]);
                float score = trees.Score([0.7, 2.5]);
                (score is >= 0.0f and <= 1.0f).ShouldBeTrue();
                read++;
            }
            catch (UserErrorException e)
            {
                e.Message.ShouldStartWith("model.json: ");
                refused++;
            }
        }

        read.ShouldBeGreaterThan(100);
        refused.ShouldBeGreaterThan(1000);
    }
}
