using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>
/// The statistics of the simulation behind a prediction: every bin of signal and background varies alone,
/// F_ii = σ_i² with σ relative to the signal, C_ii = σ_i² in events². The published matrix contains it for the background
/// already: it does not go beside a source made from that.
/// </summary>
public sealed class MonteCarloStatistics : ISystematicSource
{
    private readonly double[] signal;
    private readonly double[] background;

    /// <summary>Takes the errors.</summary>
    /// <param name="signal">Relative error of each bin's signal, √(Σw²)/Σw; zeros if it is exact.</param>
    /// <param name="background">Error of each bin's background, √(Σw²), events; zeros if it is exact.</param>
    public MonteCarloStatistics(ReadOnlySpan<double> signal, ReadOnlySpan<double> background)
    {
        this.signal = signal.ToArray();
        this.background = background.ToArray();
    }

    /// <inheritdoc/>
    public string Name => "mc-statistics";

    /// <inheritdoc/>
    public string Description => "statistics of the simulated signal and background";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one error per bin.</exception>
    public StackedCovariance Covariance(Spectrum background)
    {
        int bins = background.Binning.BinCount;
        if (signal.Length != bins || this.background.Length != bins)
        {
            throw new ArgumentException($"{signal.Length} and {this.background.Length} errors for {bins} bins", nameof(background));
        }

        List<StackedShift> shifts = [];
        for (int i = 0; i < bins; i++)
        {
            shifts.Add(new StackedShift(Alone(signal[i], i, bins), new double[bins]));
            shifts.Add(new StackedShift(new double[bins], Alone(this.background[i], i, bins)));
        }

        return StackedCovariance.FromShifts(background.Binning, Name, shifts);
    }

    private static double[] Alone(double error, int bin, int bins)
    {
        double[] shift = new double[bins];
        shift[bin] = error;
        return shift;
    }
}
