using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Detector;
using Umbriel.Reconstruction;

namespace Umbriel.Studies.Performance;

/// <summary>The numbers that a reconstruction is asked for, from the samples that were run. Immutable.</summary>
public sealed class PerformanceReport
{
    private const double SmallOpening = 8.0;

    /// <summary>Bins, GeV, of energies that are not fixed.</summary>
    private static readonly double[] Bins = [0.04, 0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.5];

    private static readonly double[] Fixed = [0.1, 0.3, 0.5, 0.8];

    /// <summary>Works them out.</summary>
    /// <param name="results">The samples.</param>
    public PerformanceReport(IReadOnlyList<SampleResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        Results = results;
        Tracks = TrackSeparation.Of(results);
        Prongs = [.. results.SelectMany(Rows)];
        Pions = Sample("pi0") is { } pions ? PionNumbers.Of(pions) : null;
        LossAlone = Sample("electrons") is { } e && Sample("photons") is { } g ? PhotonRejection.Of(e, g, withDistance: false) : null;
        LossAndDistance = Sample("electron-proton") is { } ep && Sample("photon-proton") is { } gp ? PhotonRejection.Of(ep, gp, withDistance: true) : null;
        Numbers = [.. All()];
    }

    /// <summary>The samples.</summary>
    public IReadOnlyList<SampleResult> Results { get; }

    /// <summary>Tracks against showers.</summary>
    public TrackSeparation Tracks { get; }

    /// <summary>True particles of single-particle samples by energy.</summary>
    public IReadOnlyList<ProngNumbers> Prongs { get; }

    /// <summary>π0, if that sample was run.</summary>
    public PionNumbers? Pions { get; }

    /// <summary>Photons against electrons alone.</summary>
    public PhotonRejection? LossAlone { get; }

    /// <summary>Photons against electrons beside a proton.</summary>
    public PhotonRejection? LossAndDistance { get; }

    /// <summary>The numbers with their limits.</summary>
    public IReadOnlyList<PerformanceNumber> Numbers { get; }

    /// <summary>A sample, if it was run.</summary>
    public SampleResult? Sample(string name) => Results.FirstOrDefault(r => r.Sample.Name == name);

    private static IEnumerable<ProngNumbers> Rows(SampleResult result) => result.Sample.Name switch
    {
        "electrons" => Fixed.Select(e => ProngNumbers.Of(result, ParticleKind.Electron, e, e)),
        "photons" => Fixed.Select(e => ProngNumbers.Of(result, ParticleKind.Photon, e, e)),
        "muons" => Bins.Zip(Bins.Skip(1)).Where(static b => b.First >= 0.05).Select(b => ProngNumbers.Of(result, ParticleKind.MuonMinus, b.First, b.Second)),
        "protons" => Bins.Zip(Bins.Skip(1)).Where(static b => b.Second <= 0.4).Select(b => ProngNumbers.Of(result, ParticleKind.Proton, b.First, b.Second)),
        _ => [],
    };

    private IEnumerable<PerformanceNumber> All()
    {
        foreach ((string name, string title) in new[] { ("electrons", "electrons of 100 to 800 MeV"), ("photons", "photons of 100 to 800 MeV"), ("muons", "muons of 50 to 500 MeV"), ("protons", "protons of 40 to 400 MeV") })
        {
            yield return new($"found: {title}", 0.95, null, Sample(name) is { } s ? Estimate.Share([.. s.Visible()], static p => p.IsFound) : null);
        }

        yield return new("area under the curve, tracks against showers", 0.98, null, Tracks.Area);
        foreach (string name in new[] { "electrons", "photons" })
        {
            ProngNumbers? at = Prongs.FirstOrDefault(p => p.Sample == name && p.Low == 0.3);
            yield return new($"energy resolution at 300 MeV, {name}", null, 0.12, at?.Resolution);
            yield return new($"energy bias at 300 MeV, {name}", -0.02, 0.02, at?.Bias);
            yield return new($"direction at 300 MeV, 68%, {name} [°]", null, 4.0, at?.Angle);
            yield return new($"start along at 300 MeV, 68%, {name} [cm]", null, 1.5, at?.Along);
            yield return new($"start across at 300 MeV, 68%, {name} [cm]", null, 0.6, at?.Across);
        }

        yield return new("π0: both photons found, of contained decays", 0.55, null, Pions?.BothFound);
        yield return new("π0: mass peak [GeV]", 0.97 * PhysicalConstants.MassNeutralPion, 1.03 * PhysicalConstants.MassNeutralPion, Pions?.Peak?.Mean);
        yield return new("π0: width of the mass over its peak", null, 0.15, Pions?.Peak is { } peak ? new Estimate(peak.Width.Value / peak.Mean.Value, peak.Width.Error / peak.Mean.Value, peak.Width.Count) : null);
        yield return new("photons rejected at 80% of electrons, dE/dx alone", null, null, LossAlone?.Photons);
        yield return new("photons rejected at 80% of electrons, dE/dx and conversion distance", 0.8, null, LossAndDistance?.Photons);
        yield return new("electrons kept by these cuts", null, null, LossAndDistance?.Electrons);
        EventObservation[]? pairs = Sample("pairs")?.Events.ToArray();
        yield return new("pairs below 8° of opening: one shower alone", 0.5, null, pairs is null ? null : Estimate.Share([.. pairs.Where(static e => e.Opening < SmallOpening)], static e => e.Topology == Topology.OneShower));
        yield return new("pairs beyond 8° of opening: two objects or more", 0.5, null, pairs is null ? null : Estimate.Share([.. pairs.Where(static e => e.Opening >= SmallOpening)], static e => e.Objects > 1));
    }
}
