using System.Globalization;
using System.Text;
using Umbriel.Figures;
using Umbriel.Learning;
using Umbriel.Studies.Training;

namespace Umbriel.Reconstruction.Tests.Veto;

/// <summary>Writes validation/veto.md and its figures and holds them against the code.</summary>
[Trait("Category", "Validation")]
public sealed class VetoPageTests
{
    /// <summary>Share of single photons above the cut.</summary>
    private const double FalseRate = 0.1;

    private const int Photons = 300;
    private const int Pions = 400;
    private const int Protons = 300;
    private const int Pairs = 60;

    private static readonly double[] PhotonEnergies = [10.0, 20.0, 30.0, 40.0, 60.0, 80.0, 100.0, 150.0, 200.0];
    private static readonly double[] Distances = [0.0, 2.0, 5.0, 10.0, 20.0, 30.0, 50.0, 80.0, 150.0];
    private static readonly double[] ProtonEnergies = [10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0];
    private static readonly double[] Conversions = [0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 40.0, 100.0];

    [Fact]
    public void The_page_agrees()
    {
        (IReadOnlyList<VetoTrial> photons, IReadOnlyList<VetoTrial> alone) = VetoTrial.Photons(41, Photons);
        IReadOnlyList<VetoTrial> pions = [.. VetoTrial.Pions(42, Pions).Where(static t => t.Visible > 0.5)];
        VetoTrial[] soft = [.. pions.Where(static t => t.EnergyMeV is >= 10.0 and < 200.0)];
        Cut second = new(photons);
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Missing second photons and proton stubs

            Written by the test `VetoPageTests` (`UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Reconstruction.Tests`).

            MicroBooNE with noise and dead wires, no cosmic rays; vertices at least 30 cm within the active volume, all directions; seeds apart from those of the training
            (`data/reconstruction/README.md`). π0 of 50 to 800 MeV/c; single photons have the energies of their harder photons. The primary shower is the particle of most charge.
            A cut on the event's score lets {FalseRate:P0} of single photons pass. *Found*: share of events above it when all that is not in the primary shower is looked at; *particle*: share in which
            the particle finder made a particle of it (more than half of its charge) that would count by itself; *leftovers*: share found, with a cut of its own, when the hits of
            all particles are set aside, among events in which it is no particle. Errors of a share p of n events are √(p(1 − p)/n).

            ## Second photon of a π0

            {photons.Count} single photons, {pions.Count} π0 whose other photon leaves more than half of its energy in the active volume. 10 to 200 MeV: found {Share(soft, second.Found):F3}, particle {Share(soft, static t => t.IsParticle):F3},
            leftovers {Share([.. soft.Where(static t => !t.IsParticle)], second.Left):F3} of {soft.Count(static t => !t.IsParticle)}. Area under the curve of π0 against photons: {Area(soft, photons):F3}.

            ![Efficiency against energy](veto-energy.svg)

            | energy of the other photon, MeV | events | found | particle | no particle | leftovers |
            |---|---|---|---|---|---|

            """);
        Table(page, pions, second, PhotonEnergies, static t => t.EnergyMeV);
        page.Append("""

            Other photons of 10 to 200 MeV by the distance from the vertex to their first electron or positron with a tenth of their energy:

            ![Efficiency against distance](veto-distance.svg)

            | distance, cm | events | found | particle | no particle | leftovers |
            |---|---|---|---|---|---|

            """);
        Table(page, soft, second, Distances, static t => t.Distance);

        IReadOnlyList<VetoTrial> protons = VetoTrial.Stubs(VetoPrimary.Photon, (0.01, 0.06), 43, Protons);
        IReadOnlyList<VetoTrial> pairs = VetoTrial.Stubs(VetoPrimary.Pair, (0.01, 0.06), 44, Pairs);
        Cut stub = new(alone);
        page.Append(CultureInfo.InvariantCulture, $"""

            ## Stub of a proton behind a photon

            {protons.Count} photons with a proton of 10 to 60 MeV from the same vertex. Found {Share(protons, stub.Found):F3}, particle {Share(protons, static t => t.IsParticle):F3}; area under the curve {Area(protons, alone):F3}. A proton that
            touches the shower is part of it and not found: e+e− pairs with such a proton, {Share(pairs, stub.Found):F3} of {pairs.Count}.

            | kinetic energy, MeV | events | found | particle | no particle | leftovers |
            |---|---|---|---|---|---|

            """);
        Table(page, protons, stub, ProtonEnergies, static t => t.EnergyMeV);
        page.Append("""

            By the distance from the vertex to the photon's first electron or positron with a tenth of its energy:

            | distance, cm | events | found | particle | no particle | leftovers |
            |---|---|---|---|---|---|

            """);
        Table(page, protons, stub, Conversions, static t => t.Distance);
        string path = Repository.PathOf("validation/veto.md");
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page.ToString());
            Draw("veto-energy", "Energy of the other photon, kinetic energy of the proton (MeV)", "set key bottom right",
                [("other photon of a π^0", Curve(pions, second, PhotonEnergies, static t => t.EnergyMeV)), ("proton behind a photon", Curve(protons, stub, ProtonEnergies, static t => t.EnergyMeV))]);
            Draw("veto-distance", "Distance from the vertex: other photon, photon beside the proton (cm)", "set key bottom right\nset logscale x\nset xrange [0.7:150]",
                [("other photon of a π^0", Curve(soft, second, Distances, static t => t.Distance)), ("proton behind a photon", Curve(protons, stub, Conversions, static t => t.Distance))]);
        }

        PageComparison.ShouldAgree(File.ReadAllText(path), page.ToString(), relative: 0.15, absolute: 0.05);
    }

    private static void Table(StringBuilder page, IReadOnlyList<VetoTrial> trials, Cut cut, double[] edges, Func<VetoTrial, double> of)
    {
        for (int k = 0; k + 1 < edges.Length; k++)
        {
            VetoTrial[] own = [.. trials.Where(t => of(t) >= edges[k] && of(t) < edges[k + 1])];
            VetoTrial[] rest = [.. own.Where(static t => !t.IsParticle)];
            page.Append(CultureInfo.InvariantCulture, $"| {edges[k]:F0} to {edges[k + 1]:F0} | {own.Length} | {Share(own, cut.Found):F3} | {Share(own, static t => t.IsParticle):F3} | {rest.Length} | {(rest.Length > 0 ? $"{Share(rest, cut.Left):F3}" : "")} |\n");
        }
    }

    private static double Share(IReadOnlyList<VetoTrial> trials, Func<VetoTrial, bool> selected) => (double)trials.Count(selected) / Math.Max(1, trials.Count);

    private static double Area(IReadOnlyList<VetoTrial> wanted, IReadOnlyList<VetoTrial> others) => AreaUnderCurve.Of([.. wanted.Select(static t => (float)t.Score)], [.. others.Select(static t => (float)t.Score)]);

    /// <summary>Middle, half-width, share and its error in each bin that has events.</summary>
    private static string[] Curve(IReadOnlyList<VetoTrial> trials, Cut cut, double[] edges, Func<VetoTrial, double> of) =>
    [
        .. Enumerable.Range(0, edges.Length - 1).Select(k => (Low: edges[k], High: edges[k + 1], Own: trials.Where(t => of(t) >= edges[k] && of(t) < edges[k + 1]).ToArray())).Where(static b => b.Own.Length > 0)
            .Select(b => (b.Low, b.High, Share: Share(b.Own, cut.Found), b.Own.Length))
            .Select(static b => string.Create(CultureInfo.InvariantCulture, $"{0.5 * (b.Low + b.High):F2},{0.5 * (b.High - b.Low):F2},{b.Share:F4},{Math.Sqrt(b.Share * (1.0 - b.Share) / b.Length):F4}")),
    ];

    private static void Draw(string name, string label, string more, (string Title, string[] Rows)[] curves)
    {
        int rows = curves.Max(static c => c.Rows.Length);
        string csv = string.Join('\n', Enumerable.Range(0, rows).Select(i => string.Join(',', curves.Select(c => i < c.Rows.Length ? c.Rows[i] : ",,,")))) + "\n";
        string settings = $"set xlabel '{label}'\nset ylabel 'Efficiency at 10% of single photons'\nset yrange [0:1.05]\nset border 15 lw 0.7\nset tics front nomirror in scale 0.9,0.45\n{more}\n";
        string[] colours = ["#0072B2", "#c8102e"];
        string plot = string.Join(", \\\n  ", curves.Select((c, i) => $"'{name}.csv' using {(4 * i) + 1}:{(4 * i) + 3}:{(4 * i) + 2}:{(4 * i) + 4} with xyerrorbars pt 7 ps 0.4 lw 1.2 lc rgb '{colours[i]}' title '{c.Title}'"));
        string directory = Directory.CreateTempSubdirectory("umbriel-veto").FullName;
        FigureFiles files = GnuplotFigure.Render(new FigureDescription(name, 120, 80, csv, settings, $"plot {plot}"), directory);
        File.Copy(files.Svg, Repository.PathOf($"validation/{name}.svg"), overwrite: true);
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>Scores that a share of single photons exceeds.</summary>
    private sealed class Cut
    {
        private readonly double score;
        private readonly double leftScore;

        public Cut(IReadOnlyList<VetoTrial> photons)
        {
            score = photons.Select(static t => t.Score).OrderDescending().ElementAt((int)(FalseRate * photons.Count));
            leftScore = photons.Select(static t => t.LeftScore).OrderDescending().ElementAt((int)(FalseRate * photons.Count));
        }

        public bool Found(VetoTrial trial) => trial.Score > score;

        public bool Left(VetoTrial trial) => trial.LeftScore > leftScore;
    }
}
