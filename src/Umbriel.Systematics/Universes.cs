using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>
/// Varied universes of signal and background ("multisim"): with deviations d_k of the stacked bins from a reference,
/// C = Σ_k d_k d_kᵀ / N, N = K about the central value and K - 1 about the mean (<see cref="UniverseReference"/>). One
/// universe varies signal and background together, so that their common part is in C. The signal's deviations are kept
/// relative to the central signal they were computed with, and those of another signal are taken to be the same in
/// relation: exact for one shape, an approximation for others.
/// </summary>
public sealed class Universes : ISystematicSource
{
    private readonly StackedShift[] shifts;
    private readonly double weight;

    /// <summary>Takes the universes.</summary>
    /// <param name="name">Word of the source.</param>
    /// <param name="description">What is varied.</param>
    /// <param name="central">The unvaried prediction, with the signal that the universes vary.</param>
    /// <param name="varied">The K universes: one or more about the central value, two or more about the mean.</param>
    /// <param name="reference">What deviations are taken from.</param>
    /// <exception cref="ArgumentException">
    /// There are too few universes, one has other bins, or signal in a bin where there is none to be relative to, or a
    /// count is not finite.
    /// </exception>
    public Universes(string name, string description, StackedPrediction central, IReadOnlyList<StackedPrediction> varied, UniverseReference reference)
    {
        ArgumentNullException.ThrowIfNull(central);
        ArgumentNullException.ThrowIfNull(varied);
        int fewest = reference == UniverseReference.Mean ? 2 : 1;
        if (varied.Count < fewest)
        {
            throw new ArgumentException($"{varied.Count} universes; expected {fewest} or more", nameof(varied));
        }

        Name = name;
        Description = description;
        StackedPrediction from = reference == UniverseReference.Mean ? Mean(varied) : central;
        shifts = [.. varied.Select((universe, k) => Shift(universe, from, central, k))];
        weight = 1.0 / (varied.Count - (reference == UniverseReference.Mean ? 1 : 0));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The universes have other bins.</exception>
    public StackedCovariance Covariance(Spectrum background) => StackedCovariance.FromShifts(background.Binning, Name, shifts, weight);

    private static StackedPrediction Mean(IReadOnlyList<StackedPrediction> varied)
    {
        double[] Average(Func<StackedPrediction, double[]> part) =>
            [.. Enumerable.Range(0, part(varied[0]).Length).Select(i => varied.Average(universe => part(universe)[i]))];
        return new StackedPrediction(Average(u => u.Signal), Average(u => u.Background));
    }

    private StackedShift Shift(StackedPrediction universe, StackedPrediction from, StackedPrediction central, int number)
    {
        int bins = central.Signal.Length;
        if (central.Background.Length != bins || universe.Signal.Length != bins || universe.Background.Length != bins)
        {
            throw new ArgumentException($"universe {number + 1} has other bins than the central value", nameof(universe));
        }

        double[] signal = new double[bins];
        double[] background = new double[bins];
        for (int i = 0; i < bins; i++)
        {
            double deviation = universe.Signal[i] - from.Signal[i];
            signal[i] = deviation == 0.0 ? 0.0 : deviation / central.Signal[i];
            background[i] = universe.Background[i] - from.Background[i];
            if (!double.IsFinite(signal[i]) || !double.IsFinite(background[i]))
            {
                throw new ArgumentException(
                    $"{Name}: universe {number + 1}, bin {i + 1}: found signal {universe.Signal[i]} (central {central.Signal[i]}) and background {universe.Background[i]}; "
                    + "expected finite counts, and no signal where the central value has none",
                    nameof(universe));
            }
        }

        return new StackedShift(signal, background);
    }
}
