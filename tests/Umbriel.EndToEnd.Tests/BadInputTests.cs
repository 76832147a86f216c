using System.Text;

namespace Umbriel.EndToEnd.Tests;

/// <summary>Every mistake ends in one line on stderr, exit code 2 and nothing written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("mzprime: 0.03\n", "m4")]
    [InlineData("", "expected")]
    [InlineData("just text\n", "card.yaml")]
    [InlineData("- m4\n- mzprime\n", "card.yaml")]
    [InlineData("m4: -0.1\nmzprime: 0.03\n", "m4")]
    [InlineData("m4: .nan\nmzprime: 0.03\n", "m4")]
    [InlineData("m4: NaN\nmzprime: 0.03\n", "m4")]
    [InlineData("m4: .inf\nmzprime: 0.03\n", "m4")]
    [InlineData("m4: 1e400\nmzprime: 0.03\n", "m4")]
    [InlineData("m4: heavy\nmzprime: 0.03\n", "m4")]
    [InlineData("m4: '0.1'\nmzprime: 0.03\n", "m4")]
    [InlineData("m4: [0.1, 0.2]\nmzprime: 0.03\n", "m4")]
    [InlineData("m4: 0.1\nm4: 0.2\nmzprime: 0.03\n", "card.yaml:2")]
    [InlineData("m4: 0.1\nmzprme: 0.03\n", "mzprime")]
    [InlineData("m4: 0.1\nmzprime: 0.0005\n", "mzprime")]
    [InlineData("model: dual\nm4: 0.2\nm5: 0.1\nmzprime: 0.03\n", "m5")]
    [InlineData("model: dual\nm4: 0.2\nm5: 0.2\nmzprime: 0.03\n", "m5")]
    [InlineData("model: dual\nm4: 0.2\nm5: 0.201\nmzprime: 0.03\n", "m5")]
    [InlineData("model: triple\nm4: 0.2\nmzprime: 0.03\n", "model")]
    [InlineData("m4: 0.1\nm5: 0.2\nmzprime: 0.03\n", "m5")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nUmu4: 1.5\n", "Umu4")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nepsilon: 2\n", "epsilon")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nalphaD: 0.25\ngD: 1\n", "gD")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nPOT: -1\n", "POT")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nregimes: [coherent, dis]\n", "regimes")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nregimes: []\n", "regimes")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nseed: -1\n", "seed")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nfit: {statistic: bayes}\n", "statistic")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nfit: {correlation: 2}\n", "correlation")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nscan: {mass: {low: 0.5, high: 0.1, points: 9}}\n", "mass")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nscan: {mass: {low: 0.1, high: 0.5, points: 1}}\n", "points")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nscan: {mass: {low: 0.1, high: 0.5, points: 2000000000}}\n", "points")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nscan: {mass: {low: 0.1, high\n", "card.yaml:4")]
    [InlineData("m4: &x 0.1\nmzprime: *x\n", "card.yaml")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nUe4: 0.001\n", "Ue4")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nresponse: {mixture: nonsense}\n", "light-heavy")]
    [InlineData("m4: 0.1\nmzprime: 0.03\nresponse: {tables: nowhere}\n", "nowhere")]
    [InlineData("m4 = 0.1\nmzprime = 0.03 +\n", "card.yaml:3")]
    [InlineData("m4 = 0.1\nm6 = 0.3\n", "m6")]
    public void ACardIsRefused(string text, string named)
    {
        sandbox.Write("card.yaml", text);
        Refused(["search", "card.yaml", "-o", "out"], named);
    }

    [Fact]
    public void AMissingCardIsRefused() => Refused(["search", "none.yaml", "-o", "out"], "none.yaml: no such file");

    [Fact]
    public void ADirectoryIsNoCard()
    {
        Directory.CreateDirectory(sandbox["folder"]);
        Refused(["search", "folder", "-o", "out"], "folder: is a directory");
    }

    [Fact]
    public void ABinaryFileIsNoCard()
    {
        byte[] bytes = new byte[4096];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(sandbox["card.yaml"], bytes);
        Refused(["search", "card.yaml", "-o", "out"], "text in UTF-8");
    }

    [Fact]
    public void AnEndlessFileIsNoCard() => Refused(["width", "/dev/zero"], "1024 KiB");

    [Theory]
    [InlineData("dark_portal_energy.yaml", "{low: 0.05, high: 0.15}", "{low: 0.15, high: 0.05}")]
    [InlineData("dark_portal_energy.yaml", "{low: 0.25, high: 0.35}", "{low: 0.35, high: 0.45}")]
    [InlineData("dark_portal_energy.yaml", "value: 0.37412", "value: .nan")]
    [InlineData("dark_portal_energy.yaml", "value: 0.37412", "value: high")]
    [InlineData("dark_portal_energy.yaml", "Total Efficiency", "Total Deficiency")]
    [InlineData("dark_portal_energy.yaml", "dependent_variables", "dependant_variables")]
    public void ATableIsRefused(string name, string right, string wrong)
    {
        string table = Path.Combine(Tables(), name);
        string text = File.ReadAllText(table);
        text.ShouldContain(right);
        File.WriteAllText(table, text.Replace(right, wrong, StringComparison.Ordinal));
        Refused(["search", "card.yaml", "-o", "out"], name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void ATruncatedTableIsRefused(double fraction)
    {
        string table = Path.Combine(Tables(), "covariance_matrix.yaml");
        string text = File.ReadAllText(table);
        File.WriteAllText(table, text[..(int)(fraction * text.Length)]);
        Refused(["search", "card.yaml", "-o", "out"], "covariance_matrix.yaml");
    }

    [Fact]
    public void AMissingTableIsRefused()
    {
        File.Delete(Path.Combine(Tables(), "dark_portal_2g1p.yaml"));
        Refused(["rate", "card.yaml"], "dark_portal_2g1p.yaml: no such file");
    }

    [Fact]
    public void AFileIsNoOutputFolder()
    {
        SmallCard();
        sandbox.Write("out", "mine");
        Refused(["search", "card.yaml", "-o", "out"], "out: found a file");
        File.ReadAllText(sandbox["out"]).ShouldBe("mine");
    }

    [Fact]
    public void AFolderWithOtherFilesIsNoOutputFolder()
    {
        SmallCard();
        Directory.CreateDirectory(sandbox["out"]);
        sandbox.Write("out/thesis.tex", "mine");
        Refused(["search", "card.yaml", "-o", "out"], "out: found a folder with other files");
        File.ReadAllText(sandbox["out/thesis.tex"]).ShouldBe("mine");
    }

    [Theory]
    [InlineData("search", "/dev/full/out")]
    [InlineData("search", "/proc/out")]
    [InlineData("search", "card.yaml/out")]
    [InlineData("search", "/")]
    [InlineData("generate", "/proc/e.h5")]
    [InlineData("generate", "/proc/e.hepmc3")]
    [InlineData("generate", "nowhere/e.h5")]
    [InlineData("generate", "nowhere/e.hepmc3")]
    [InlineData("generate", "card.yaml/e.h5")]
    [InlineData("generate", "folder.h5")]
    [InlineData("generate", "folder.hepmc3")]
    [InlineData("generate", "e.root")]
    [InlineData("generate", "e")]
    [InlineData("generate", "")]
    [InlineData("search", "")]
    public void APlaceThatCannotBeWrittenIsRefused(string verb, string place)
    {
        SmallCard();
        Directory.CreateDirectory(sandbox["folder.h5"]);
        Directory.CreateDirectory(sandbox["folder.hepmc3"]);
        string[] few = verb == "generate" ? ["-n", "10"] : [];
        Refused([verb, "card.yaml", "-o", place, .. few], Path.GetFileName(place));
    }

    [Theory]
    [InlineData("e.h5")]
    [InlineData("e.hepmc3")]
    public void AFullDiskIsSaidAndLeavesNothing(string name)
    {
        SmallCard();
        using SmallDisk disk = new();
        Refused(["generate", "card.yaml", "-n", "20000", "-o", Path.Combine(disk.Path, name), "--quiet"], name);
        Directory.EnumerateFileSystemEntries(disk.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("serch", "search")]
    [InlineData("search card.yaml", "--output")]
    [InlineData("search -o out", "")]
    [InlineData("search card.yaml -o out --treads 2", "--threads")]
    [InlineData("search card.yaml -o out --threads 0", "--threads")]
    [InlineData("search card.yaml -o out --threads many", "many")]
    [InlineData("search card.yaml card.yaml -o out", "")]
    [InlineData("generate card.yaml -o e.h5 -n 0", "--events")]
    [InlineData("generate card.yaml -o e.h5 -n -5", "")]
    [InlineData("generate card.yaml -o e.h5 -n 1.5", "")]
    [InlineData("generate card.yaml -o e.h5 --origin moon", "cryostat")]
    [InlineData("rate card.yaml --origin moon", "soil")]
    [InlineData("xsec card.yaml --energies 1,two", "two")]
    [InlineData("figure .", "no .gp file")]
    [InlineData("figure none.gp", "no .gp file")]
    [InlineData("verify none", "none")]
    [InlineData("verify card.yaml", "card.yaml")]
    [InlineData("cite none", "none")]
    [InlineData("list stars", "references")]
    public void ACommandIsRefused(string command, string named)
    {
        SmallCard();
        Refused(command.Split(' '), named);
    }

    [Fact]
    public void AWrongHomeIsRefused()
    {
        SmallCard();
        Outcome outcome = sandbox.Bash("UMBRIEL_HOME=$PWD umbriel search card.yaml -o out || exit $?");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldMatch(@"\Aumbriel: UMBRIEL_HOME: [^\n]+\n\z");
    }

    private void SmallCard() => sandbox.Write("card.yaml", Sandbox.SmallCard);

    /// <summary>A copy of the published tables, and a card that uses it.</summary>
    private string Tables()
    {
        Results.Copy(Repository.PathOf("data/hepdata-2502.10900"), sandbox["tables"]);
        sandbox.Write("card.yaml", Sandbox.SmallCard + "  tables: tables\n");
        return sandbox["tables"];
    }

    private void Refused(string[] arguments, string named)
    {
        string[] before = sandbox.Entries();
        Outcome outcome = sandbox.Umbriel(arguments);
        outcome.ExitCode.ShouldBe(2, outcome.Error);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]+\n\z");
        outcome.Error.ShouldContain(named);
        Encoding.UTF8.GetByteCount(outcome.Error).ShouldBeLessThan(1300);
        sandbox.Entries().ShouldBe(before);
        sandbox.CacheEntries().ShouldBeEmpty();
    }
}
