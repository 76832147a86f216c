using System.IO.Compression;
using System.Text;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Formats.Tests;

/// <summary>Files as generators write them (cases/README.md): the weight that counts, the neutrino, positions, numbers.</summary>
public class GeneratorCaseTests
{
    private const string ThreeNames = "w_decay_rate_0, w_event_rate, w_flux_avg_xsec";

    [Theory]
    [InlineData("darknews-three-weights.hepmc3", EventFormat.HepMc3)]
    [InlineData("three-weights.hepmc2", EventFormat.HepMc2)]
    public void DarkNews_counts_with_its_event_rate(string name, EventFormat format)
    {
        using GeneratedEventFile file = Open(name);
        (file.Format, file.Count).ShouldBe((format, 3));
        file.WeightNames.All.ShouldBe(["w_decay_rate_0", "w_event_rate", "w_flux_avg_xsec"]);
        GeneratedEvent second = Read(file, 1);
        second.Weight.ShouldBe(1.25);
        second.NamedWeights.ShouldBe([1.5e-13, 1.25, 3.5e-40]);
        second.Number.ShouldBe(1);
        second.Neutrino.ShouldBe(new EventNeutrino(14, 0.8, 0));
        second.Target.ShouldBe(1000180400);
        second.Interaction.ShouldBe((101.0, 5.0, 200.0));
        second.Particles.Select(static p => p.Pdg).ShouldBe([12, -11, 11]);
        GeneratedParticle positron = second.Particles[1];
        (positron.X, positron.Y, positron.Z).ShouldBe((101.0, 5.0, 203.0));
        positron.Time.ShouldBe(3.1 / 29.9792458, 1e-12);
        EventClassifier.Classify(second.Neutrino, second.Process, second.Target, second.FinalState).ShouldBe(EventCategory.Signal);
    }

    [Theory]
    [InlineData("darknews-three-weights.hepmc3")]
    [InlineData("three-weights.hepmc2")]
    public void Another_weight_counts_if_the_user_says_so(string name)
    {
        using GeneratedEventFile file = Open(name, "w_flux_avg_xsec");
        Read(file, 2).Weight.ShouldBe(3.5e-40);
        Should.Throw<UserErrorException>(() => Open(name, "CV")).Message.ShouldEndWith(ThreeNames);
    }

    [Theory]
    [InlineData("a\\|b", "a, b")]
    [InlineData("Weight\\|Default", "Weight, Default")]
    [InlineData("a\\|b\\|a", "differ")]
    public void Weights_of_which_none_or_several_may_count_are_refused(string names, string part)
    {
        string text = File.ReadAllText(PathOf("darknews-three-weights.hepmc3")).Replace("w_decay_rate_0\\|w_event_rate\\|w_flux_avg_xsec", names, StringComparison.Ordinal);
        Should.Throw<UserErrorException>(() => GeneratedEventFile.Parse("bad", Encoding.UTF8.GetBytes(text))).Message.ShouldContain(part);
    }

    [Fact]
    public void HepMC2_without_names_has_one_weight_or_is_refused()
    {
        string text = File.ReadAllText(PathOf("three-weights.hepmc2"));
        string[] lines = [.. text.Split('\n').Where(static line => !line.StartsWith("N ", StringComparison.Ordinal))];
        string unnamed = string.Join('\n', lines);
        Should.Throw<UserErrorException>(() => GeneratedEventFile.Parse("bad", Encoding.UTF8.GetBytes(unnamed))).Message.ShouldContain("3 weights without names");
        string one = unnamed.Replace(" 3 1.4999999999999999e-13 ", " 1 ", StringComparison.Ordinal).Replace(" 3.5000000000000002e-40", "", StringComparison.Ordinal);
        using GeneratedEventFile file = GeneratedEventFile.Parse("one", Encoding.UTF8.GetBytes(one));
        Read(file, 2).Weight.ShouldBe(2.25);
        Should.Throw<UserErrorException>(() => GeneratedEventFile.Parse("bad", Encoding.UTF8.GetBytes(text.Replace("2 2 0\n", "2 3 0\n", StringComparison.Ordinal)))).Message.ShouldContain("particles of the vertex before");
    }

    [Fact]
    public void HEPEVT_of_HepMC3_is_in_mm_unless_the_user_says_cm()
    {
        using GeneratedEventFile file = Open("two-lines.hepevt");
        (file.Format, file.Count).ShouldBe((EventFormat.TwoLineHepEvt, 3));
        GeneratedEvent first = Read(file, 0);
        first.Particles.Select(static p => p.Pdg).ShouldBe([-11, 11, 12]);
        first.Particles[0].Z.ShouldBe(20.3, 1e-12);
        first.Particles[0].Time.ShouldBe(0.31 / 29.9792458, 1e-12);
        first.Neutrino.ShouldBe(new EventNeutrino(14, 0.8, 0));
        first.Target.ShouldBe(1000180400);
        first.Interaction!.Value.Z.ShouldBe(20.0, 1e-12);
        using GeneratedEventFile other = GeneratedEventFile.Open(PathOf("two-lines.hepevt"), new EventFileOptions { LengthUnit = 1.0 });
        Read(other, 0).Particles[0].Z.ShouldBe(203.0);
        Should.Throw<UserErrorException>(() => GeneratedEventFile.Open(PathOf("large-event-number.hepevt"), new EventFileOptions { LengthUnit = 1.0 })).Message.ShouldStartWith("--length-unit: ");
        Should.Throw<UserErrorException>(() => Open("two-lines.hepevt", "CV")).Message.ShouldContain("no weights");
    }

    [Fact]
    public void An_event_without_units_is_in_GeV_and_mm()
    {
        using GeneratedEventFile file = Open("second-event-without-units.hepmc3");
        Read(file, 0).Particles[0].Z.ShouldBe(33.0);
        GeneratedEvent second = Read(file, 1);
        second.Particles[0].Z.ShouldBe(3.3, 1e-12);
        second.Particles[0].Pz.ShouldBe(0.2);
        second.Interaction!.Value.X.ShouldBe(1.0, 1e-12);
    }

    [Fact]
    public void Event_numbers_have_64_bits()
    {
        using GeneratedEventFile file = Open("large-event-number.hepevt");
        Read(file, 0).Number.ShouldBe(5_000_000_000);
        Read(file, 1).Number.ShouldBe(1);
        Read(file, 1).Neutrino.ShouldBe(new EventNeutrino(14, 0.8, 0));
    }

    [Theory]
    [InlineData("darknews-three-weights.hepmc3")]
    [InlineData("two-lines.hepevt")]
    [InlineData("three-weights.hepmc2")]
    [InlineData("large-event-number.hepevt")]
    public void Gzip_reads_like_the_text(string name)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(PathOf(name)));
        }

        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "packed");
        File.WriteAllBytes(path, packed.ToArray());
        using GeneratedEventFile plain = Open(name);
        using GeneratedEventFile file = GeneratedEventFile.Open(path);
        file.Count.ShouldBe(plain.Count);
        Read(file, file.Count - 1).Particles.ShouldBe(Read(plain, file.Count - 1).Particles);
        File.WriteAllBytes(path, packed.ToArray()[..100]);
        Should.Throw<UserErrorException>(() => GeneratedEventFile.Open(path)).Message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_gzip_file_of_another_program_is_read()
    {
        using GeneratedEventFile file = Open("compressed.hepmc3.gz");
        file.Count.ShouldBe(1);
        Read(file, 0).Weight.ShouldBe(2.5);
    }

    private static string PathOf(string name) => Repository.PathOf(Path.Combine("tests", "Umbriel.Formats.Tests", "cases", name));

    private static GeneratedEventFile Open(string name, string? weight = null) => GeneratedEventFile.Open(PathOf(name), new EventFileOptions { Weight = weight });

    private static GeneratedEvent Read(GeneratedEventFile file, long index)
    {
        GeneratedEvent generated = new();
        file.Read(index, generated);
        return generated;
    }
}
