using Umbriel.Core;
using Umbriel.Learning;
using Umbriel.Reconstruction.Particles;
using Umbriel.Studies.Training;

namespace Umbriel.Reconstruction.Tests;

public sealed class ModelFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ModelFolderTests()
    {
        foreach (string file in ModelFolder.Default().Files())
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }
    }

    private ModelFolder Copy => new(folder.Path);

    public void Dispose() => folder.Dispose();

    /// <summary>All of data/reconstruction but its README is used and told.</summary>
    [Fact]
    public void Models_carry_every_file_they_were_read_from()
    {
        IReadOnlyList<HashedInput> files = ReconstructionModels.Default().Files;
        files.Select(static f => f.Name).Order(StringComparer.Ordinal)
            .ShouldBe(Directory.GetFiles(Repository.PathOf("data/reconstruction")).Select(static f => Path.GetFileName(f)).Where(static f => f != "README.md").Order(StringComparer.Ordinal));
        files.ShouldAllBe(static f => f.Hash == ContentHash.OfFile(Repository.PathOf($"data/reconstruction/{f.Name}")));
    }

    [Fact]
    public void A_calibration_may_be_of_another_detector()
    {
        File.Move(folder["shower-calibration-microboone.yaml"], folder["shower-calibration-mine.yaml"]);
        File.WriteAllText(folder["shower-calibration-mine.yaml"], "planes:\n- {offset: 1, slope: 2}\n- {offset: 1, slope: 2}\n- {offset: 1, slope: 2}\n");
        ReconstructionModels models = ReconstructionModels.Load(Copy);
        models.Calibration.Planes[2].Slope.ShouldBe(2.0);
        models.Files[^1].ShouldBe(new HashedInput("shower-calibration-mine.yaml", ContentHash.OfFile(folder["shower-calibration-mine.yaml"])));
    }

    [Theory]
    [InlineData("stub.json", "stub.json: cannot be read")]
    [InlineData("shower-calibration-microboone.yaml", "found 0 files shower-calibration-*.yaml; expected one")]
    public void What_is_missing_is_told_in_one_line(string file, string expected)
    {
        File.Delete(folder[file]);
        UserErrorException refusal = Should.Throw<UserErrorException>(() => ReconstructionModels.Load(Copy));
        refusal.Message.ShouldContain(expected);
        refusal.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Two_calibrations_and_no_folder_are_refused()
    {
        File.Copy(folder["shower-calibration-microboone.yaml"], folder["shower-calibration-other.yaml"]);
        Should.Throw<UserErrorException>(() => ReconstructionModels.Load(Copy)).Message.ShouldContain("found 2 files");
        Should.Throw<UserErrorException>(() => ReconstructionModels.Load(new ModelFolder(folder["none"]))).Message.ShouldContain("none: found no such folder");
    }

    /// <summary>The models before a target shape its rows: those of the folder are read, and no others.</summary>
    [Fact]
    public void Training_reads_the_models_of_the_folder()
    {
        TrainingPlan plan = new(Detectors.MicroBooNE, new PieceTarget(), 3, 2, new ReconstructionSettings(), Copy);
        File.Delete(folder["piece.json"]);
        TrainingSample.Make(plan, 1).Count.ShouldBe(2);
        File.Copy(Repository.PathOf("tests/Umbriel.Learning.Tests/two-trees.json"), folder["prong.json"], overwrite: true);
        Should.Throw<UserErrorException>(() => TrainingSample.Make(plan, 1)).Message.ShouldContain("prong.json");
    }

    /// <summary>A trained model names the models that its rows were made with.</summary>
    [Fact]
    public void A_trained_model_names_those_it_used()
    {
        foreach (ITrainingTarget target in TrainingTargets.All)
        {
            target.Uses.ShouldBeSubsetOf(TrainingTargets.All.TakeWhile(t => t != target).Select(static t => t.Name));
        }

        try
        {
            _ = BoostedTreesTrainer.LibraryVersion;
        }
        catch (UserErrorException)
        {
            Assert.Skip("libxgboost0 is not installed");
        }

        BoostedTrees model = TrainingRun.Train(new TrainingPlan(Detectors.MicroBooNE, new ProngTarget(), 3, 24, new ReconstructionSettings(), Copy), 1, "test").Model;
        model.Attributes["settings"].ShouldBe(new ReconstructionSettings().ToCanonicalText());
        model.Attributes[$"model_{ParticleModels.StartName}_sha256"].ShouldBe(ContentHash.OfFile(folder["start.json"]));
    }
}
