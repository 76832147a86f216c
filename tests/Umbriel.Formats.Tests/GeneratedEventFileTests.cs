using System.Text;
using Umbriel.Core;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Formats.Tests;

/// <summary>Events of other generators: what is taken from them, and what is refused.</summary>
public class GeneratedEventFileTests
{
    [Fact]
    public void HepMC3_gives_final_states_in_GeV_cm_and_ns()
    {
        using GeneratedEventFile file = Parse(SmallFiles.HepMc3);
        file.Count.ShouldBe(2);
        file.Format.ShouldBe(EventFormat.HepMc3);
        GeneratedEvent generated = new();
        file.Read(0, generated);
        generated.Weight.ShouldBe(2.5);
        generated.Particles.Select(static p => p.Pdg).ShouldBe([22, 2212]);
        GeneratedParticle photon = generated.Particles[0];
        (photon.Px, photon.Py, photon.Pz, photon.Mass).ShouldBe((0.0, 0.03, 0.4, 0.0));
        (photon.X, photon.Y, photon.Z).ShouldBe((1.0, 2.0, 3.0));

        // 29.9792458 cm of light is 1 ns.
        photon.Time.ShouldBe(1.0, 1e-12);
        generated.Particles[1].Mass.ShouldBe(0.938272, 1e-12);

        file.Read(1, generated);
        generated.Weight.ShouldBe(1.0);
        generated.Particles.Select(static p => p.Pdg).ShouldBe([11, 5914]);
        (generated.Particles[0].X, generated.Particles[0].Y, generated.Particles[0].Z).ShouldBe((100.0, 50.0, 500.0));
    }

    [Fact]
    public void HEPEVT_gives_status_1()
    {
        using GeneratedEventFile file = Parse(SmallFiles.HepEvt.Replace("\n", "\r\n", StringComparison.Ordinal));
        file.Count.ShouldBe(2);
        GeneratedEvent generated = new();
        file.Read(1, generated);
        generated.Particles.ShouldBeEmpty();
        file.Read(0, generated);
        generated.Weight.ShouldBe(1.0);
        generated.Particles.ShouldBe([new GeneratedParticle(11, 0.1, 0.2, 0.3, 0.000511, 1.0, 2.0, 3.0, 4.0, 0.3742), new GeneratedParticle(22, 0.0, 0.0, -0.05, 0.0, 1.0, 2.0, 3.0, 4.0, 0.05)]);
    }

    [Fact]
    public void Many_events_are_read_in_any_order_by_many_threads()
    {
        StringBuilder text = new();
        for (int i = 0; i < 500; i++)
        {
            text.Append($"{i} {1 + (i % 3)}\n");
            for (int k = 0; k <= i % 3; k++)
            {
                text.Append($"1 13 0 0 0 0 0 0 1 1.1 0.1057 {i} {k} 0 {new string(' ', i)}0\n");
            }
        }

        using TemporaryFolder scratch = new();
        using GeneratedEventFile file = GeneratedEventFile.Open(scratch.Write("many.hepevt", text.ToString()));
        file.Count.ShouldBe(500);
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            int index = (i * 7919) % 500;
            GeneratedEvent generated = new();
            file.Read(index, generated);
            generated.Particles.Count.ShouldBe(1 + (index % 3));
            generated.Particles[^1].X.ShouldBe(index);
        });
    }

    /// <summary>Text, and what the message must begin with and contain.</summary>
    public static TheoryData<string, string, string> Malformed => new()
    {
        { "", "bad: ", "no text" },
        { "\n \n", "bad: ", "no text" },
        { "hello\n", "bad:1: event: ", "\"hello\"" },
        { "1\n", "bad:1: particles: ", "found nothing" },
        { "1 -2\n", "bad:1: particles: ", "0 to" },
        { "1 1 1\n", "bad:1: ", "end of the line" },
        { "1 2\n1 11 0 0 0 0 0 0 1 1 0 0 0 0 0\n", "bad:2: ", "particle 2 of 2" },
        { "1 1\n1 11 0 0 0 0 0 0 1 1 0 0 0 0\n", "bad:2: t: ", "found nothing" },
        { "1 1\n1 11 0 0 0 0 0 0 1 1 0 0 0 0 0 0\n", "bad:2: ", "15 numbers" },
        { "1 1\n1 11 0 0 0 0 0 0 nan 1 0 0 0 0 0\n", "bad:2: pz: ", "\"nan\"" },
        { "1 1\n1 11.5 0 0 0 0 0 0 1 1 0 0 0 0 0\n", "bad:2: pdg: ", "whole" },
        { "HepMC::Version 1.27.02\nHepMC::IO_Ascii-START_EVENT_LISTING\n", "bad:2: ", "other formats" },
        { "HepMC::Version 2.06.09\nHepMC::IO_GenEvent-START_EVENT_LISTING\n", "bad: ", "no event" },
        { "HepMC::Version 3\n", "bad:1: ", "end of the file" },
        { "HepMC::Version 3\nHepMC::Asciiv3-START_EVENT_LISTING\nHepMC::Asciiv3-END_EVENT_LISTING\n", "bad: ", "no event" },
        { Change("E 7 2 5", "E 7 2 6"), "bad:6: ", "6 particles" },
        { Change("E 7 2 5", "E 7 0 5"), "bad:6: ", "0 vertices" },
        { Change("U MEV MM", "U KEV MM"), "bad:7: units: ", "GEV or MEV" },
        { Change("U MEV MM", "U MEV"), "bad:7: units: ", "CM or MM" },
        { Change("P 5 -1 2212", "U MEV MM\nP 5 -1 2212"), "bad:15: ", "units once, before" },
        { Change("W first\\|CV\n", ""), "bad:7: ", "several weights need names" },
        { Change("W first\\|CV", "W first\\|second"), "bad:3: weights: ", "first, second" },
        { Change("W first\\|CV", "W CV\\|CV"), "bad:3: weights: ", "differ" },
        { Change("W 0.5 2.5", "W 0.5 2.5 3"), "bad:8: ", "as many as there are names" },
        { Change("P 4 3 22", "P 4 9 22"), "bad:14: origin: ", "before this line" },
        { Change("P 4 3 22", "P 4 -2 22"), "bad:14: origin: ", "before this line" },
        { Change("P 4 3 22", "P 5 3 22"), "bad:14: particle: ", "in order" },
        { Change("[1,2]", "[8]"), "bad:12: incoming particles: ", "before this line" },
        { Change("[1,2]", "1,2"), "bad:12: incoming particles: ", "a list" },
        { Change("@ 10 20 30 299.792458", "@ 10 20 30"), "bad:12: t: ", "finite" },
        { Change("W 0.5 2.5", "W 0.5"), "bad:8: weight: ", "finite" },
        { Change("500 517.9", "1e999 517.9"), "bad:13: pz: ", "finite" },
        { Change("A 0 signal", "B 0 signal"), "bad:9: ", "a line of an event" },
        { SmallFiles.HepMc3 + "E 9 0 0\n", "bad:25: ", "the end of the file" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Is_refused_in_one_line(string text, string start, string part)
    {
        UserErrorException error = Should.Throw<UserErrorException>(() => Parse(text));

        error.Message.ShouldStartWith(start);
        error.Message.ShouldContain(part, Case.Sensitive);
        error.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Files_that_cannot_be_read_are_named()
    {
        using TemporaryFolder scratch = new();
        Should.Throw<UserErrorException>(() => GeneratedEventFile.Open(Path.Combine(scratch.Path, "none"))).Message.ShouldEndWith("none: no such file");
        Should.Throw<UserErrorException>(() => GeneratedEventFile.Open(scratch.Path)).Message.ShouldContain("directory");
        string endless = scratch.Write("long.hepevt", new string('1', (1 << 24) + 10));
        Should.Throw<UserErrorException>(() => GeneratedEventFile.Open(endless)).Message.ShouldContain("16 MiB");
    }

    private static string Change(string old, string changed)
    {
        SmallFiles.HepMc3.ShouldContain(old);
        return SmallFiles.HepMc3.Replace(old, changed, StringComparison.Ordinal);
    }

    private static GeneratedEventFile Parse(string text) => GeneratedEventFile.Parse("bad", Encoding.UTF8.GetBytes(text));
}
