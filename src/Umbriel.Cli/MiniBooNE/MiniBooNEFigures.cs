using Umbriel.Cli.Search;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Figures;
using Umbriel.Inference;
using Umbriel.Interchange.Cards;
using Umbriel.MiniBooNE;

namespace Umbriel.Cli.MiniBooNE;

/// <summary>MiniBooNE's regions and spectra as plain data.</summary>
internal static class MiniBooNEFigures
{
    /// <summary>What a figure cannot show, in natural logarithms.</summary>
    private const double Invisible = 2e-3;

    /// <summary>One figure a scenario of the regions of one data set.</summary>
    public static LimitFigureData[] Regions(MiniBooNEInputs inputs, IReadOnlyList<MiniBooNEPlane> planes) =>
    [
        .. planes.GroupBy(p => (p.Scenario, p.Fit)).Select(group => SearchFigures.Plane(
            inputs.Card,
            group.Key.Scenario,
            $"regions_{SearchTables.Word(group.Key.Scenario)}_{DataSet(group.Key.Fit)}",
            [],
            [.. group.Select(Region)],
            $", {DataSetTitle(group.Key.Fit)}")),
    ];

    /// <summary>The region of a plane, with its best fit.</summary>
    public static PreferredRegion Region(MiniBooNEPlane plane) => new(
        plane.MZPrime,
        SearchFigures.Curves([.. plane.ChiSquare.Region(MiniBooNEPlane.Drawn).Select(c => OutlineSimplifier.Simplify(c, Invisible))]),
        plane.ChiSquare.BestFit is { Mass: { } mass } best ? new PlanePoint(mass, best.U2) : null);

    /// <summary>Data, backgrounds and signal of a model point: quasi-elastic energy in both polarities, visible energy and angle.</summary>
    /// <param name="inputs">Data and settings.</param>
    /// <param name="name">Stem of the figures' names.</param>
    /// <param name="point">The model point.</param>
    /// <param name="note">What the point is, in <see cref="MarkedText"/>.</param>
    public static StackedSpectrumFigureData[] Spectra(MiniBooNEInputs inputs, string name, DarkSectorParameters point, string note)
    {
        MiniBooNEObservables observables = MiniBooNEObservables.Load(UmbrielHome.DataPath());
        MiniBooNERelease release = inputs.Releases[0];
        Spectrum visible = observables.VisibleEnergy;
        Spectrum angle = observables.CosTheta;
        ElectronLikeSelection selection = new(
            inputs.Reconstruction, release.EnergyEdges.ToArray(), inputs.Card.Generation.Seed, Edges(visible), Edges(angle), MiniBooNEObservables.FigureEnergyLimit);
        MiniBooNEPrediction prediction = new(inputs.Beams, selection, inputs.Generation);
        double[] fhc = prediction.Of(point, BeamMode.Fhc).Compute(point.MixingSquared);
        double[] rhc = prediction.Of(point, BeamMode.Rhc).Compute(point.MixingSquared);
        int energyBins = selection.EnergyBins;
        int angleStart = selection.SelectedBins + visible.Binning.BinCount;
        return
        [
            Energy(BeamMode.Fhc, fhc),
            Energy(BeamMode.Rhc, rhc),
            Figure("visible_energy", "Visible energy [GeV]", visible, Scaled(fhc[selection.SelectedBins..angleStart], observables.ProtonsOnTarget), "neutrino mode, 18.75×10^{20} POT", new SpectrumUnit("MeV", 1e-3)),
            Figure("angle", "cos *θ*", angle, Scaled(fhc[angleStart..], observables.ProtonsOnTarget), "neutrino mode, 18.75×10^{20} POT", null),
        ];

        StackedSpectrumFigureData Energy(BeamMode mode, double[] signal)
        {
            ModeSample sample = release.Samples(mode)[0];
            string beam = mode == BeamMode.Fhc ? "neutrino" : "antineutrino";
            return Figure(
                $"energy_{BeamModes.Name(mode)}", "*E*_{*ν*}^{QE} [GeV]", MiniBooNEObservables.NeutrinoEnergy(release, mode), Scaled(signal[..energyBins], sample.ProtonsOnTarget),
                $"{beam} mode, {sample.ProtonsOnTarget / 1e20:F2}×10^{{20}} POT", new SpectrumUnit("MeV", 1e-3));
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

    /// <summary>Masses, couplings and nothing else, in <see cref="MarkedText"/>.</summary>
    public static string PointTitle(DarkSectorParameters point)
    {
        bool single = point.Scenario == Scenario.Single;
        string masses = single ? $"*m*_{{4}} = {1e3 * point.M4:G3} MeV" : $"*m*_{{4}}, *m*_{{5}} = {1e3 * point.M4:G3}, {1e3 * point.M5:G3} MeV";
        double exponent = Math.Floor(Math.Log10(point.MixingSquared));
        string mixing = $"{point.MixingSquared / Math.Pow(10.0, exponent):F1}×10^{{{(exponent < 0.0 ? "−" : "")}{Math.Abs(exponent)}}}";
        return $"{masses}, *m*_{{Z′}} = {1e3 * point.MZPrime:G4} MeV,\n|*U*_{{*μ*{(single ? 4 : 5)}}}|^{{2}} = {mixing}";
    }

    /// <summary>Release and polarity for file names.</summary>
    public static string DataSet(MiniBooNEFit fit) => $"{MiniBooNEDataReleases.Name(fit.Release.Which)}_{BeamModes.Name(fit.Mode)}";

    /// <summary>Release and polarity for readers.</summary>
    public static string DataSetTitle(MiniBooNEFit fit)
    {
        string mode = fit.Mode switch { BeamMode.Fhc => "neutrino mode", BeamMode.Rhc => "antineutrino mode", _ => "both modes" };
        return $"MiniBooNE {MiniBooNEDataReleases.Name(fit.Release.Which)}, {mode}";
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
