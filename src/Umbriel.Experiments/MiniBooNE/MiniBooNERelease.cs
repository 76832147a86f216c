using Umbriel.Inference;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// One of MiniBooNE's public releases: electron-like and muon events of both horn polarities with the fractional
/// covariances of signal, background and muon events. Immutable. Origin: data/miniboone/README.md.
/// </summary>
public sealed class MiniBooNERelease
{
    /// <summary>Bins of the quasi-elastic neutrino energy for electron-like events.</summary>
    public const int NueBins = 11;

    /// <summary>Bins for muon-neutrino quasi-elastic events; their edges are not part of the release.</summary>
    public const int NumuBins = 8;

    /// <summary>Rows of the covariance for one polarity: signal, electron-like background, muon events.</summary>
    public const int RowsPerMode = (2 * NueBins) + NumuBins;

    private readonly FractionalCovariance[] covariances;
    private readonly double[] edges;
    private readonly double[] referenceEdges;

    internal MiniBooNERelease(MiniBooNEDataRelease release, double[] edges, double[] referenceEdges, ModeSample fhc, ModeSample rhc, FractionalCovariance[] covariances)
    {
        Which = release;
        this.edges = edges;
        this.referenceEdges = referenceEdges;
        Fhc = fhc;
        Rhc = rhc;
        this.covariances = covariances;
    }

    /// <summary>Which release this is.</summary>
    public MiniBooNEDataRelease Which { get; }

    /// <summary>Edges of the electron-like bins in quasi-elastic neutrino energy, GeV, ascending: 12 values from 0.2 to 3.</summary>
    public ReadOnlySpan<double> EnergyEdges => edges;

    /// <summary>
    /// Edges, GeV, with which the code of arXiv:2308.02543 fills its signal: 1.3 instead of 1.25 between the ninth and the
    /// tenth bin. For comparisons with that paper only.
    /// </summary>
    public ReadOnlySpan<double> ReferenceSignalEdges => referenceEdges;

    /// <summary>Neutrino mode.</summary>
    public ModeSample Fhc { get; }

    /// <summary>Antineutrino mode: 11.27e20 protons on target, the same in both releases.</summary>
    public ModeSample Rhc { get; }

    /// <summary>Reads a release.</summary>
    /// <param name="dataDirectory">Umbriel's data folder.</param>
    /// <param name="release">Which one.</param>
    /// <exception cref="Core.UserErrorException">A file is missing, damaged, or does not fit the others.</exception>
    public static MiniBooNERelease Load(string dataDirectory, MiniBooNEDataRelease release) => ReleaseReader.Read(dataDirectory, release);

    /// <summary>The files of a release.</summary>
    public static IReadOnlyList<string> FilesIn(string dataDirectory, MiniBooNEDataRelease release) => ReleaseReader.FilesIn(dataDirectory, release);

    /// <summary>The samples of a mode: one, or neutrino mode and antineutrino mode.</summary>
    public IReadOnlyList<ModeSample> Samples(BeamMode mode) => mode switch
    {
        BeamMode.Fhc => [Fhc],
        BeamMode.Rhc => [Rhc],
        _ => [Fhc, Rhc],
    };

    /// <summary>
    /// The fractional covariance of a mode: for each polarity the rows of signal, background and muon events. Background
    /// and muon rows contain the statistics of the prediction; signal rows do not.
    /// </summary>
    public FractionalCovariance Covariance(BeamMode mode) => covariances[(int)mode];
}
