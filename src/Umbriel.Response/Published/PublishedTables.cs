namespace Umbriel.Response.Published;

/// <summary>One published distribution of the selected events.</summary>
/// <param name="Name">The variable's header.</param>
/// <param name="Units">Its units (MeV, Deg or none).</param>
/// <param name="Edges">Bin edges, one more than bins.</param>
/// <param name="Data">Observed events.</param>
/// <param name="Background">Constrained prediction, events.</param>
/// <param name="BackgroundError">Its drawn error, events.</param>
/// <param name="ExampleSignal">The letter's example signal (m4 = 106 MeV, m_Z' = 30 MeV, |U|² = 2e-10), events.</param>
/// <param name="BackgroundReading">1σ reading uncertainty of <paramref name="Background"/>, 0 where the table gives none.</param>
/// <param name="ExampleSignalReading">The same of <paramref name="ExampleSignal"/>.</param>
public sealed record PublishedSpectrum(
    string Name,
    string Units,
    IReadOnlyList<double> Edges,
    IReadOnlyList<double> Data,
    IReadOnlyList<double> Background,
    IReadOnlyList<double> BackgroundError,
    IReadOnlyList<double> ExampleSignal,
    IReadOnlyList<double> BackgroundReading,
    IReadOnlyList<double> ExampleSignalReading);

/// <summary>A published efficiency against one true variable, by topology; pairs uniform in the TPC.</summary>
/// <param name="Name">The variable's header.</param>
/// <param name="Edges">Bin edges: GeV for the energy, degrees for angles, none for the asymmetry.</param>
/// <param name="Total">All topologies together.</param>
/// <param name="OneShowerNoTrack">1 shower + 0 tracks.</param>
/// <param name="OneShowerOneTrack">1 shower + 1 track.</param>
/// <param name="TwoShowersNoTrack">2 showers + 0 tracks.</param>
/// <param name="TotalReading">1σ reading uncertainty of <paramref name="Total"/>, 0 where the table gives none.</param>
public sealed record EfficiencyMarginal(
    string Name,
    IReadOnlyList<double> Edges,
    IReadOnlyList<double> Total,
    IReadOnlyList<double> OneShowerNoTrack,
    IReadOnlyList<double> OneShowerOneTrack,
    IReadOnlyList<double> TwoShowersNoTrack,
    IReadOnlyList<double> TotalReading);

/// <summary>A π⁰ sideband against reconstructed π⁰ momentum (GeV/c).</summary>
/// <param name="Name">The variable's header.</param>
/// <param name="Edges">Bin edges, GeV/c.</param>
/// <param name="Data">Observed events.</param>
/// <param name="Prediction">Predicted events.</param>
/// <param name="PredictionError">Drawn error of the prediction, events.</param>
public sealed record PublishedSideband(
    string Name,
    IReadOnlyList<double> Edges,
    IReadOnlyList<double> Data,
    IReadOnlyList<double> Prediction,
    IReadOnlyList<double> PredictionError);
