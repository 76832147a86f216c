using System.Text;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Sources;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Detector.Tests.Sources;

/// <summary>What becomes of the particles of an event file.</summary>
public sealed class EventFileSourceTests
{
    private static readonly Box Volume = new(0.0, 200.0, -100.0, 100.0, 0.0, 500.0);

    [Fact]
    public void Kinetic_energies_go_with_the_masses_of_the_transport()
    {
        SimulatedEvent simulated = Read("1 13 0 0 0 0 0.03 0 0.04 9 0.2 10 20 30 40\n", new EventPlacement { Shift = (1.0, 2.0, 3.0) }, out _);
        ParticleState muon = simulated.Particles[0].Start;
        muon.Kind.ShouldBe(ParticleKind.MuonMinus);

        // p = 50 MeV, m = 105.6583755 MeV (PDG).
        muon.Energy.ShouldBe(Math.Sqrt((0.05 * 0.05) + (0.1056583755 * 0.1056583755)) - 0.1056583755, 1e-9);
        (muon.X, muon.Y, muon.Z, muon.Time).ShouldBe((11.0, 22.0, 33.0, 40.0));
        muon.DX.ShouldBe(0.6, 1e-12);
        muon.DZ.ShouldBe(0.8, 1e-12);
        simulated.TryTake(out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("14", "0", 0.1, false)]
    [InlineData("1000180400", "37.2", 0.00013440836, true)]
    [InlineData("3122", "1.115683", 0.0044725948, true)]
    [InlineData("221", "0.548", 0.0090493694, true)]
    [InlineData("0", "0", 0.1, true)]
    [InlineData("-5914", "0.2", 0.0236067977, false)]
    public void What_nobody_follows_is_lost_and_listed(string pdg, string mass, double kinetic, bool visible)
    {
        // Kinetic energies: sqrt(0.1^2 + m^2) - m.
        SimulatedEvent simulated = Read($"1 {pdg} 0 0 0 0 0 0 0.1 9 {mass} 100 0 100 0\n", new EventPlacement(), out _);
        new EventSimulator([], Volume).Simulate(ref Random, simulated);
        ((int)simulated.Particles[0].Start.Kind).ToString().ShouldBe(pdg);
        simulated.Lost.ShouldBe(kinetic, 1e-8);
        simulated.NotFollowed.ShouldBe(visible ? simulated.Lost : 0.0);
        simulated.Particles.Count.ShouldBe(1);
    }

    [Fact]
    public void What_starts_outside_has_escaped_and_what_is_above_1_TeV_is_lost()
    {
        SimulatedEvent simulated = Read("1 22 0 0 0 0 0 0 0.1 0.1 0 -10 0 100 0\n1 22 0 0 0 0 0 0 2000 2000 0 10 0 100 0\n", new EventPlacement(), out double weight);
        simulated.TryTake(out _).ShouldBeFalse();
        simulated.Escaped.ShouldBe(0.1, 1e-12);
        simulated.Lost.ShouldBe(2000.0, 1e-9);
        weight.ShouldBe(1.0);
    }

    [Fact]
    public void An_event_is_moved_as_a_whole()
    {
        Box box = new(50.0, 60.0, -5.0, 5.0, 100.0, 100.0);
        SimulatedEvent simulated = Read("1 22 0 0 0 0 0 0 0.1 0.1 0 -10 0 1000 0\n1 22 0 0 0 0 0 0 0.1 0.1 0 -12 1 1003 0\n", new EventPlacement { Box = box }, out _);
        (ParticleState first, ParticleState second) = (simulated.Particles[0].Start, simulated.Particles[1].Start);
        box.Contains(first.X, first.Y, first.Z).ShouldBeTrue();
        (second.X - first.X).ShouldBe(-2.0, 1e-9);
        (second.Y - first.Y).ShouldBe(1.0, 1e-9);
        (second.Z - first.Z).ShouldBe(3.0, 1e-9);
    }

    [Theory]
    [InlineData(0.0, EventRegion.Tpc)]
    [InlineData(60.0, EventRegion.Cryostat)]
    [InlineData(-2000.0, EventRegion.Dirt)]
    public void A_label_says_what_the_file_says_and_where_the_neutrino_scattered(double shift, EventRegion region)
    {
        const string Text = "5000000000 3\n0 14 0 0 0 0 0 0 0.8 0.8 0 100 0 100 0\n1 14 1 1 0 0 0 0 0.3 0.3 0 100 0 100 0\n1 111 1 1 0 0 0 0 0.4 0.42 0.135 100 0 100 0\n";
        using GeneratedEventFile file = GeneratedEventFile.Parse("test", Encoding.UTF8.GetBytes(Text));
        RandomStream stream = new(2, RandomStage.Transport, 0);
        Box active = new(50.0, 150.0, -50.0, 50.0, 50.0, 450.0);
        EventLabel label = new EventFileSource(file, new EventPlacement { Shift = (0.0, shift, 0.0) }, Volume, active).Add(ref stream, 0, new SimulatedEvent());
        label.ShouldBe(new EventLabel { Category = EventCategory.NcPi0, Region = region, Neutrino = new EventNeutrino(14, 0.8, 0), InputNumber = 5_000_000_000 });
    }

    [Fact]
    public void Without_a_neutrino_nothing_is_claimed()
    {
        using GeneratedEventFile file = GeneratedEventFile.Parse("test", Encoding.UTF8.GetBytes("3 1\n1 13 0 0 0 0 0 0 1 1.1 0.1 100 0 100 0\n"));
        RandomStream stream = new(2, RandomStage.Transport, 0);
        EventLabel label = new EventFileSource(file, new EventPlacement(), Volume, Volume).Add(ref stream, 0, new SimulatedEvent());
        label.ShouldBe(EventLabel.Unknown with { InputNumber = 3 });
    }

    [Theory]
    [InlineData("0 1\n1 11 0 0 0 0 0 0 0.2 0.2000007 0.000511 100 0 300 0\n", null)]
    [InlineData("0 3\n1 221 0 0 0 0 0 0 0.3 0.6247 0.548 1 0 3 0\n1 0 0 0 0 0 0 0 0.3 1.5 0 1 0 3 0\n1 14 0 0 0 0 0 0 0.3 0.3 0 1 0 3 0\n", "test: not followed: 0 (1), 221 (1); never seen: 14 (1); energies that disagree with momentum and mass, which count: 1")]
    [InlineData("E 0 1\n1 11 0 0 0 0 0 0 0.2 0.2000007 0.000511\n1 0 3 0\n", "test: positions are taken in mm (--length-unit cm if they are in cm)")]
    public void One_line_says_what_is_not_followed(string text, string? expected)
    {
        using GeneratedEventFile file = GeneratedEventFile.Parse("test", Encoding.UTF8.GetBytes(text));
        EventFileNotice.Of(file).ShouldBe(expected);
    }

    private static ref RandomStream Random => ref random;

    private static RandomStream random = new(1, RandomStage.Transport, 0);

    private static SimulatedEvent Read(string particles, EventPlacement placement, out double weight)
    {
        using GeneratedEventFile file = GeneratedEventFile.Parse("test", Encoding.UTF8.GetBytes($"1 {particles.Count(static c => c == '\n')}\n{particles}"));
        SimulatedEvent simulated = new();
        RandomStream stream = new(2, RandomStage.Transport, 0);
        weight = new EventFileSource(file, placement, Volume, Volume).Add(ref stream, 0, simulated).Weight;
        return simulated;
    }
}
