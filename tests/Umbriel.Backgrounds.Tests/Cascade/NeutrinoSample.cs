using System.Globalization;
using Umbriel.Core;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Cascade;

/// <summary>Topologies after the cascade of events of one topology before.</summary>
/// <param name="Before">Its name.</param>
/// <param name="Shares">No pion, one π0, π+, π−, more pions.</param>
/// <param name="Protons">Protons above 50 MeV an event.</param>
internal sealed record Migration(string Before, double[] Shares, double Protons)
{
    /// <summary>Of the shares.</summary>
    public double Sum => Shares.Sum();
}

/// <summary>NuWro's neutral-current events before the cascade: validation/reference/neutrino-cascade.</summary>
internal static class NeutrinoSample
{
    private const int Repeats = 5;

    private static readonly string[] Names = ["0pi", "1pi0", "1pi+", "1pi-", "multi"];

    /// <summary>Rows of NuWro's own table.</summary>
    public static string[][] NuWro { get; } = [.. Lines("nuwro_nc_migration.csv").Skip(1).Select(l => l.Split(','))];

    /// <summary>Runs every event from several places; also the share of single π0 that leave without a collision.</summary>
    public static (Migration[] Migrations, double Untouched) Run()
    {
        NuclearCascade cascade = new(Nucleus.Find("Ar40"), new CascadeParameters());
        CascadeEvent one = new();
        double[,] counts = new double[5, 5];
        double[] protons = new double[5];
        double untouched = 0.0;
        double[][] rows = [.. Lines("nuwro_nc_before.csv").Skip(1).Select(l => l.Split(',').Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray())];
        foreach (IGrouping<double, double[]> hadrons in rows.GroupBy(r => r[0]))
        {
            int[] codes = [.. hadrons.Select(h => (int)h[1])];
            int before = Topology(codes);
            for (int repeat = 0; repeat < Repeats; repeat++)
            {
                RandomStream random = new(44, RandomStage.Transport, ((ulong)hadrons.Key * Repeats) + (ulong)repeat);
                Begin(ref random, cascade, one, hadrons, codes);
                cascade.Run(ref random, one);
                List<int> emitted = [];
                foreach (EmittedParticle particle in one.Emitted)
                {
                    emitted.Add(particle.Pdg);
                    protons[before] += particle.Pdg == 2212 && particle.Momentum.E > PhysicalConstants.MassProton + 0.05 ? 1.0 : 0.0;
                }

                counts[before, Topology([.. emitted])]++;
                if (before == 1)
                {
                    bool collided = false;
                    foreach (HadronFate fate in one.Fates)
                    {
                        collided |= fate is { Kind: HadronKind.PionZero, Parent: < 0, Collided: true };
                    }

                    untouched += collided ? 0.0 : 1.0;
                }
            }
        }

        double[] sums = [.. Enumerable.Range(0, 5).Select(b => Enumerable.Range(0, 5).Sum(a => counts[b, a]))];
        return ([.. Enumerable.Range(1, 4).Select(b => new Migration(Names[b], [.. Enumerable.Range(0, 5).Select(a => counts[b, a] / sums[b])], protons[b] / sums[b]))], untouched / sums[1]);
    }

    private static void Begin(ref RandomStream random, NuclearCascade cascade, CascadeEvent one, IEnumerable<double[]> hadrons, int[] codes)
    {
        int charge = codes.Sum(c => c is 2212 or 211 ? 1 : c == -211 ? -1 : 0);
        int baryons = codes.Count(c => c is 2212 or 2112);
        int protons = cascade.Nucleus.Protons - charge;
        int neutrons = cascade.Nucleus.Neutrons - (baryons - charge);
        SpaceVector place = Direction.Isotropic(ref random) * cascade.Nucleus.SampleRadius(ref random);
        one.Begin(protons, neutrons, new FourVector(cascade.GroundMass(protons, neutrons) + 0.01, 0.0, 0.0, 0.0));
        foreach (double[] h in hadrons)
        {
            double mass = HadronKinds.Of((int)h[1]) is var kind && kind != HadronKind.Other ? kind.Mass() : 0.0;
            one.Add(new CascadeHadron((int)h[1], new FourVector(Math.Sqrt((mass * mass) + (1e-6 * ((h[2] * h[2]) + (h[3] * h[3]) + (h[4] * h[4])))), 1e-3 * h[2], 1e-3 * h[3], 1e-3 * h[4]), place));
        }
    }

    private static int Topology(int[] codes)
    {
        int pions = codes.Count(c => HadronKinds.Of(c).IsPion());
        return pions == 0 ? 0 : pions > 1 ? 4 : codes.Contains(111) ? 1 : codes.Contains(211) ? 2 : 3;
    }

    private static string[] Lines(string file) =>
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "validation", "reference", "neutrino-cascade", file)).Where(line => line.Length > 0 && line[0] != '#')];
}
