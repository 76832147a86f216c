using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Figures;
using Umbriel.Inference;

namespace Umbriel.Reports.MiniBooNE;

/// <summary>MiniBooNE's data and backgrounds with the signal of a model point: quasi-elastic energy in both polarities, visible energy and angle.</summary>
internal sealed class MiniBooNESpectra
{
    private readonly MiniBooNERelease release;
    private readonly MiniBooNEObservables observables;
    private readonly ElectronLikeSelection selection;
    private readonly MiniBooNEPrediction prediction;

    public MiniBooNESpectra(Card card, MiniBooNEInputs inputs)
    {
        string data = UmbrielHome.DataPath();
        Files = MiniBooNEObservables.FilesIn(data);
        observables = MiniBooNEObservables.Load(data);
        release = inputs.Releases[0];
        selection = new ElectronLikeSelection(
            inputs.Reconstruction,
            release.EnergyEdges.ToArray(),
            card.Generation.Seed,
            Edges(observables.VisibleEnergy),
            Edges(observables.CosTheta),
            MiniBooNEObservables.FigureEnergyLimit);
        prediction = new MiniBooNEPrediction(inputs.Beams, selection, inputs.Generation);
    }

    /// <summary>Files read here.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The figures of a point.</summary>
    /// <param name="name">Stem of their names.</param>
    /// <param name="point">The model point.</param>
    public StackedSpectrumFigureData[] Figures(string name, DarkSectorParameters point)
    {
        string note = PointText.Title(point);
        Spectrum visible = observables.VisibleEnergy;
        Spectrum angle = observables.CosTheta;
        double[] fhc = prediction.Of(point, BeamMode.Fhc).Compute(point.MixingSquared);
        double[] rhc = prediction.Of(point, BeamMode.Rhc).Compute(point.MixingSquared);
        int energyBins = selection.EnergyBins;
        int angleStart = selection.SelectedBins + visible.Binning.BinCount;
        return
        [
            Energy(BeamMode.Fhc, fhc),
            Energy(BeamMode.Rhc, rhc),
            Figure("visible_energy", "Visible energy [GeV]", visible, Scaled(fhc[selection.SelectedBins..angleStart], observables.ProtonsOnTarget), $"neutrino mode, {PointText.Exposure(observables.ProtonsOnTarget)}", new SpectrumUnit("MeV", 1e-3)),
            Figure("angle", "cos *θ*", angle, Scaled(fhc[angleStart..], observables.ProtonsOnTarget), $"neutrino mode, {PointText.Exposure(observables.ProtonsOnTarget)}", null),
        ];

        StackedSpectrumFigureData Energy(BeamMode mode, double[] signal)
        {
            ModeSample sample = release.Samples(mode)[0];
            string beam = mode == BeamMode.Fhc ? "neutrino" : "antineutrino";
            return Figure(
                $"energy_{BeamModes.Name(mode)}", "*E*_{*ν*}^{QE} [GeV]", MiniBooNEObservables.NeutrinoEnergy(release, mode), Scaled(signal[..energyBins], sample.ProtonsOnTarget),
                $"{beam} mode, {PointText.Exposure(sample.ProtonsOnTarget)}", new SpectrumUnit("MeV", 1e-3));
        }

        StackedSpectrumFigureData Figure(string stem, string title, Spectrum spectrum, double[] signal, string exposure, SpectrumUnit? unit) => new(
            $"{name}_{stem}",
            title,
            Edges(spectrum),
            [.. spectrum.Data],
            [.. spectrum.Subchannels.Select(s => new StackedBackground(BackgroundTitle(s.Name), [.. s.Counts]))],
            signal,
            note,
            null,
            $"MiniBooNE, {exposure}",
            unit);
    }

    private static double[] Edges(Spectrum spectrum) => [.. spectrum.Binning.Channels[0].Edges];

    private static double[] Scaled(double[] signal, double pot) => [.. signal.Select(s => s * pot / MiniBooNEPrediction.Pot)];

    private static string BackgroundTitle(string name) => name switch
    {
        "intrinsic nue" => "*ν*_{*e*} of the beam",
        "pi0" => "NC *π*^{0}",
        "delta" => "*Δ* → *Nγ*",
        "numu" => "*ν*_{*μ*}",
        _ => name,
    };
}
