using Umbriel.Core.Events;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Formats.Tests;

/// <summary>Files of HepMC3's own writers (validation/hepmc3-writer) hold here what their program put in.</summary>
public sealed class HepMc3WritersTests(HepMc3WritersTests.Files files) : IClassFixture<HepMc3WritersTests.Files>
{
    [Theory]
    [InlineData("events.hepmc3", EventFormat.HepMc3, 1.25, 2.25)]
    [InlineData("events.hepmc2", EventFormat.HepMc2, 1.25, 2.25)]
    [InlineData("events.hepevt", EventFormat.TwoLineHepEvt, 1.0, 1.0)] // HEPEVT has no weights
    public void Every_writers_events_are_read(string name, EventFormat format, double first, double second)
    {
        Assert.SkipUnless(files.Missing.Length == 0, files.Missing);
        using GeneratedEventFile file = GeneratedEventFile.Open(files[name]);
        (file.Format, file.Count).ShouldBe((format, 2));
        for (int k = 0; k < 2; k++)
        {
            GeneratedEvent read = new();
            file.Read(k, read);
            read.Number.ShouldBe(7 + k);
            read.Weight.ShouldBe(k == 0 ? first : second);
            read.Neutrino.ShouldBe(new EventNeutrino(14, 0.8, 0));
            read.Target.ShouldBe(1000180400);
            read.Interaction.ShouldBe((1.0, 2.0, 30.0));
            read.Particles.Select(p => p.Pdg).Where(pdg => Math.Abs(pdg) < 100).Order().ShouldBe([-11, 11, 12]);
            GeneratedParticle electron = read.Particles.Single(p => p.Pdg == 11);
            electron.Pz.ShouldBe(0.3 + (0.001 * k), 1e-9);
            (electron.X, electron.Y, electron.Z).ShouldBe((1.0, 2.0, 34.0));
            electron.Time.ShouldBe(4.1 / 29.9792458, 1e-9);
        }
    }

    /// <summary>What the writers wrote; nothing, saying so, where they cannot be compiled.</summary>
    public sealed class Files : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Files()
        {
            if (!Tool.Exists("/usr/bin/g++") || !Tool.Exists("/usr/include/HepMC3/WriterHEPEVT.h"))
            {
                Missing = "g++ or libhepmc3-dev is not installed";
                return;
            }

            (int compiled, _, string error) = Tool.Run("/usr/bin/g++", "-std=c++17", "-o", folder["write"], Repository.PathOf("validation/hepmc3-writer/write.cc"), "-lHepMC3");
            compiled.ShouldBe(0, error);
            Tool.Run(folder["write"], folder.Path).Code.ShouldBe(0);
        }

        public string Missing { get; } = "";

        public string this[string name] => folder[name];

        public void Dispose() => folder.Dispose();
    }
}
