using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>
/// Each of the nine knobs moves its observable as docs/detector-cards.md says: factors are worked from the formulas there. Signals are
/// without noise and ten times a minimum-ionising track's, so that rounding to counts leaves 0.1%.
/// </summary>
public sealed class VariationTests
{
    private const double Middle = 518.4;
    private const double Drift = 256.35;

    private static readonly DetectorCard Unrounded = Cards.Quiet with
    {
        Readout = Cards.Quiet.Readout with { Bits = 14 },
        Planes = [.. Cards.Quiet.Planes.Select(static p => p with { Pedestal = 8000.0 })],
    };

    [Theory]
    [InlineData(0.125)]
    [InlineData(0.5)]
    [InlineData(0.875)]
    public void Wire_x(double u)
    {
        Deposit[] track = Along(u * Drift, 0.0, Middle, 0.0, 0.0, 30.0);
        for (int plane = 0; plane < 3; plane++)
        {
            Ratio(new() { WireX = 0.2 }, track, plane).ShouldBe(1.0 + (0.2 * ((2.0 * u) - 1.0)), 0.003);
        }
    }

    [Theory]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(116.0, 0.0, -1.0)]
    [InlineData(58.25, 0.0, 0.0)]
    [InlineData(0.0, 259.2, 0.0)]
    public void Wire_yz(double y, double z, double cosines)
    {
        // H = 233, L = 1036.8: cos(2πy/H) cos(2πz/L) from the middle.
        Ratio(new() { WireYZ = 0.2 }, Along(100.0, y, Middle + z - 1.5, 0.0, 0.0, 3.0), 2).ShouldBe(1.0 + (0.2 * cosines), 0.003);
    }

    [Theory]
    [InlineData(0.0, 0.0, 1.0, -0.2)]
    [InlineData(1.0, 0.0, 0.0, 0.2)]
    [InlineData(1.0, 0.0, 1.0, 0.0)]
    public void Wire_theta_xz(double dx, double dy, double dz, double change)
    {
        // Collection wires are vertical: the pitch is along z, θ = atan |dx/dz|, the factor 1 + k (4θ/π − 1).
        Ratio(new() { WireThetaXZ = 0.2 }, Along(100.0, 0.0, Middle, 1.8 * dx, 1.8 * dy, 1.8 * dz), 2).ShouldBe(1.0 + change, 0.003);
    }

    [Theory]
    [InlineData(0.0, 0.0, 1.0, -0.2)]
    [InlineData(0.0, 1.0, 0.0, 0.2)]
    [InlineData(0.0, 1.0, 1.0, 0.0)]
    public void Wire_theta_yz(double dx, double dy, double dz, double change) =>
        Ratio(new() { WireThetaYZ = 0.2 }, Along(100.0, 0.0, Middle, 1.8 * dx, 1.8 * dy, 1.8 * dz), 2).ShouldBe(1.0 + change, 0.003);

    [Theory]
    [InlineData(0.75)]
    [InlineData(1.3)]
    public void Light_yield(double knob) => Light(new() { LightYield = knob }, 100.0).ShouldBe(knob, 1e-9);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Light_attenuation(double u) => Light(new() { LightAttenuation = 0.4 }, u * Drift).ShouldBe(Math.Exp(-0.4 * u), 1e-4);

    [Theory]
    [InlineData(0.7)]
    [InlineData(2.0)]
    public void Rayleigh_scattering(double knob)
    {
        // d = 160 cm, λ = 60 cm: 3d/4λ = 2.
        Light(new() { Rayleigh = knob }, 160.0).ShouldBe(3.0 / (1.0 + (2.0 / knob)), 1e-3);
    }

    [Fact]
    public void Space_charge()
    {
        // Middle, u = 1/2: the distance shrinks by 2 cm, 2/0.1098 µs = 36.4 samples earlier. At w = 0.9, v = 0: Δz = −15 sin²(π/4) 0.9⁹ = −2.906 cm,
        // 9.69 wires. Both times the knob.
        foreach (double knob in new[] { 0.5, 1.0 })
        {
            DetectorVariations knobs = new() { SpaceCharge = knob };
            Deposit[] middle = Along(0.5 * Drift, 0.0, Middle, 0.0, 0.0, 0.3);
            (Centre(knobs, middle).Tick - Centre(new(), middle).Tick).ShouldBe(-36.43 * knob, 0.3);
            Deposit[] end = Along(0.5 * Drift, 0.0, Middle + (0.9 * 518.4), 0.0, 0.0, 0.3);
            (Centre(knobs, end).Wire - Centre(new(), end).Wire).ShouldBe(-9.69 * knob, 0.1);
        }
    }

    [Fact]
    public void Recombination()
    {
        // Modified box at 2.1 MeV/cm: ξ = 0.212 × 2.1/(1.396 × 0.2739) = 1.1643, ln(0.93 + ξ)/ξ = 0.6349; with 1.1 ξ 0.6194: 0.9756. Light gains what charge loses: (1.21 − 0.6194)/(1.21 − 0.6349).
        DetectorVariations knobs = new() { Recombination = 1.1 };
        Ratio(knobs, Along(100.0, 0.0, Middle, 0.0, 0.0, 30.0), 2).ShouldBe(0.9756, 0.002);
        Light(knobs, 100.0).ShouldBe(0.5906 / 0.5751, 0.001);
    }

    [Fact]
    public void Neutral_values_do_not_change_a_bit()
    {
        SimulatedEvent simulated = Cards.Event(ParticleKind.Electron, Cards.Shower(500, 0.2));
        string text = Cards.MicroBooNE.ToCanonicalText();
        string without = string.Join('\n', File.ReadAllLines(Path.Combine(Repository.Root, "cards", "detectors", "microboone.yaml")).Where(static line => !line.StartsWith("variations", StringComparison.Ordinal)));
        DetectorCard bare = Cards.Parse(without);
        bare.ToCanonicalText().ShouldBe(text);
        (string Signals, double Light) nominal = All(bare);
        All(Cards.MicroBooNE).ShouldBe(nominal);

        // Knobs as small as can be take the way of active ones.
        DetectorVariations active = new() { WireX = double.Epsilon, WireYZ = double.Epsilon, WireThetaXZ = double.Epsilon, WireThetaYZ = double.Epsilon, LightAttenuation = double.Epsilon };
        All(bare with { Variations = active }).ShouldBe(nominal);

        (string, double) All(DetectorCard card)
        {
            WireSignals signals = Cards.Simulate(card, simulated);
            List<Flash> flashes = [];
            new FlashMaker(new DetectorResponse(card)).Make(simulated, 1, 0, flashes);
            return (string.Join('\n', signals.Regions) + string.Join(',', signals.Buffer.ToArray()), flashes[0].Expected);
        }
    }

    private static Deposit[] Along(double x, double y, double z, double dx, double dy, double dz)
    {
        double length = Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
        return [.. Cards.Track((x, y, z), (x + dx, y + dy, z + dz), (int)Math.Max(1.0, Math.Round(length / 0.3)))];
    }

    private static double Ratio(DetectorVariations knobs, Deposit[] track, int plane)
    {
        return Size(knobs) / Size(new());

        // The integral of induction is nothing; the sum of sizes scales as well.
        double Size(DetectorVariations variations)
        {
            WireSignals signals = Cards.Simulate(Unrounded with { Variations = variations }, Cards.Event(ParticleKind.MuonMinus, Enumerable.Repeat(track, 10).SelectMany(static t => t)));
            double sum = 0.0;
            foreach (WireRegion region in signals.Regions.Where(r => r.Plane == plane))
            {
                foreach (short sample in signals.Samples(region))
                {
                    sum += plane == 2 ? sample : Math.Abs((int)sample);
                }
            }

            return sum;
        }
    }

    private static double Light(DetectorVariations knobs, double distance)
    {
        return Expected(knobs) / Expected(new());

        double Expected(DetectorVariations variations)
        {
            List<Flash> flashes = [];
            new FlashMaker(new DetectorResponse(Cards.MicroBooNE with { Variations = variations })).Make(Cards.Event(ParticleKind.MuonMinus, Along(distance, 0.0, Middle, 0.0, 0.0, 3.0)), 1, 0, flashes);
            return flashes[0].Expected;
        }
    }

    private static (double Wire, double Tick) Centre(DetectorVariations knobs, Deposit[] deposits)
    {
        ReadoutSimulator simulator = new(new DetectorResponse(Cards.Quiet with { Variations = knobs }));
        simulator.Add(Cards.Event(ParticleKind.MuonMinus, deposits));
        ChargeGrid grid = simulator.Grid(2);
        double sum = 0.0;
        double wires = 0.0;
        double ticks = 0.0;
        int pages = grid.Sort();
        for (int rank = 0; rank < pages; rank++)
        {
            ReadOnlySpan<long> page = grid.Page(rank, out int wire, out int first);
            for (int i = 0; i < page.Length; i++)
            {
                sum += page[i];
                wires += (double)page[i] * wire;
                ticks += (double)page[i] * (first + i);
            }
        }

        return (wires / sum, ticks / sum);
    }
}
