using System.Text.Json;
using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Totals;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;
using Umbriel.Generation.Sites;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Sites;

/// <summary>Interactions of one kind of neutrino, of one category, in one region.</summary>
/// <param name="Category">What leaves the nucleus, as <see cref="EventClassifier"/> has it.</param>
/// <param name="Region">Where.</param>
/// <param name="Neutrino">PDG code of the neutrino.</param>
/// <param name="Events">Expected number.</param>
/// <param name="RelativeError">Of it, from the number of events that were generated; 0 where there was none.</param>
public sealed record InteractionRate(EventCategory Category, EventRegion Region, int Neutrino, double Events, double RelativeError);

/// <summary>
/// The interactions expected in a detector's liquid at an exposure, as they are printed. The flux is that at the detector's
/// centre for the whole vessel: its ends see 4% more and less (2 · 5.2 m / 468 m and so on), which cancels in the sum to 0.1%.
/// </summary>
/// <param name="Pot">Exposure, protons on target.</param>
/// <param name="Rows">By region, category and neutrino; those without events left out.</param>
public sealed record InteractionRates(double Pot, IReadOnlyList<InteractionRate> Rows)
{
    private static readonly int[] Neutrinos = [14, -14, 12, -12];

    private static readonly (EventOrigin Origin, EventRegion Region)[] Regions = [(EventOrigin.Tpc, EventRegion.Tpc), (EventOrigin.Cryostat, EventRegion.Cryostat)];

    /// <summary>Number of samples that <see cref="Compute"/> generates, for progress.</summary>
    public static int Samples(DetectorGeometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        return geometry.Liquid.Count * Neutrinos.Length * Strata().Count();
    }

    /// <summary>Generates events of each process and neutrino apart, so that rare ones have as many, and counts what leaves the nucleus.</summary>
    /// <param name="flux">At the detector.</param>
    /// <param name="geometry">The detector.</param>
    /// <param name="pot">Exposure, protons on target.</param>
    /// <param name="events">Events of each sample: process, current, neutrino and nuclide.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="progress">Told of every event.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static InteractionRates Compute(NeutrinoFlux flux, DetectorGeometry geometry, double pot, long events, ulong seed, int threads, IProgress<long> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(flux);
        ArgumentNullException.ThrowIfNull(geometry);
        int categories = EventTokens.Categories.Count;
        double[,,] sums = new double[Regions.Length, categories, Neutrinos.Length];
        double[,,] variances = new double[Regions.Length, categories, Neutrinos.Length];
        foreach ((Target target, double fraction) in geometry.Liquid)
        {
            Nucleus nucleus = Nucleus.Find(target.Name);
            InteractionCascade cascade = new(nucleus.Nucleons > 1 ? new NuclearCascade(nucleus, new CascadeParameters()) : null, seed);
            for (int n = 0; n < Neutrinos.Length; n++)
            {
                FluxSpectrum spectrum = new(flux, Neutrinos[n]);
                foreach ((string process, string? current) in Strata())
                {
                    ISampledInteraction[] possible = [.. StandardProcess.Create(process, current, nucleus, Neutrinos[n], new InteractionParameters()).Where(interaction => CrossSection.Averaged(interaction, spectrum) > 0.0)];
                    if (possible.Length == 0)
                    {
                        progress.Report(events);
                        continue;
                    }

                    InteractionGenerator generator = new(possible, spectrum, seed, threads, cancellation);
                    InteractionTally tally = InteractionTally.Count(generator, cascade, events, [(categories, Category)], threads, progress, cancellation)[0];
                    for (int r = 0; r < Regions.Length; r++)
                    {
                        double nuclei = geometry.NumberDensity(Regions[r].Origin, target, fraction) * geometry.Volume(Regions[r].Origin);
                        double all = spectrum.Integral * pot * nuclei * generator.CrossSection;
                        for (int c = 0; c < categories; c++)
                        {
                            sums[r, c, n] += all * tally.Share(c);
                            variances[r, c, n] += all * all * tally.Variance(c);
                        }
                    }
                }
            }
        }

        List<InteractionRate> rows = [];
        for (int r = 0; r < Regions.Length; r++)
        {
            for (int c = 0; c < categories; c++)
            {
                for (int n = 0; n < Neutrinos.Length; n++)
                {
                    if (sums[r, c, n] > 0.0)
                    {
                        rows.Add(new InteractionRate((EventCategory)c, Regions[r].Region, Neutrinos[n], sums[r, c, n], Math.Sqrt(variances[r, c, n]) / sums[r, c, n]));
                    }
                }
            }
        }

        return new InteractionRates(pot, rows);
    }

    /// <summary>What an event is, from what left its nucleus.</summary>
    internal static EventCategory CategoryOf(InteractionEvent made, CascadeEvent left)
    {
        FinalState final = new();
        final.Add(made.LeptonPdg, 1, made.Lepton.E);
        foreach (EmittedParticle particle in left.Emitted)
        {
            final.Add(particle.Pdg, 1, particle.Momentum.E);
        }

        int target = made.Process == InteractionProcess.Electron ? 11 : made.Nucleus!.Pdg;
        return EventClassifier.Classify(new EventNeutrino(made.Neutrino, made.Energy, 0), InteractionCode.Of(made.Process, made.Current), target, final);
    }

    /// <summary>Writes the rows as items of an array that is open: category, region, neutrino_pdg, events and relative_error.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (InteractionRate row in Rows)
        {
            writer.WriteStartObject();
            writer.WriteString("category", row.Category.Token());
            writer.WriteString("region", EventTokens.Regions[(int)row.Region]);
            writer.WriteNumber("neutrino_pdg", row.Neutrino);
            writer.WriteNumber("events", row.Events);
            writer.WriteNumber("relative_error", row.RelativeError);
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes them as a table with the exposure above it.</summary>
    public void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"Interactions at {Show.Brief(Pot)} protons on target");
        TextTable table = new("category", "region", "neutrino", "events", "relative error");
        foreach (InteractionRate row in Rows)
        {
            table.Add(row.Category.Token(), EventTokens.Regions[(int)row.Region], Show.Number(row.Neutrino), Show.Brief(row.Events), Show.Brief(row.RelativeError));
        }

        table.Write(output);
    }

    private static int Category(InteractionEvent made, CascadeEvent left) => (int)CategoryOf(made, left);

    private static IEnumerable<(string Process, string? Current)> Strata() =>
        StandardProcess.Names.Where(name => name != "total").SelectMany(name => name == "nu-e" ? new (string, string?)[] { (name, null) } : [(name, "cc"), (name, "nc")]);
}
