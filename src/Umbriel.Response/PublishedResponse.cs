using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.HepData;
using Umbriel.Response.Published;

namespace Umbriel.Response;

/// <summary>
/// From true pairs in the TPC to the selected spectra: the fitted efficiency per topology, the smearing fixed on the
/// published example signal, and the published score shape of that one point for every model (no other is published).
/// </summary>
public sealed class PublishedResponse
{
    private readonly EfficiencyMap efficiency;
    private readonly double[] scoreShape;
    private readonly MigrationMatrix energyMatrix;
    private readonly MigrationMatrix angleMatrix;
    private readonly int scoreBins;

    /// <summary>Puts the parts together.</summary>
    public PublishedResponse(PublishedData data, EfficiencyMap efficiency, EnergySmearing energy, AngleSmearing angle)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(energy);
        ArgumentNullException.ThrowIfNull(angle);
        this.efficiency = efficiency;
        EnergySmearing = energy;
        AngleSmearing = angle;
        energyMatrix = energy.Matrix(data.Energy.Edges);
        angleMatrix = angle.Matrix(data.Angle.Edges);
        double sum = data.Score.ExampleSignal.Sum();
        scoreShape = [.. data.Score.ExampleSignal.Select(s => s / sum)];
        scoreBins = scoreShape.Length;
    }

    /// <summary>Energy response in use.</summary>
    public EnergySmearing EnergySmearing { get; }

    /// <summary>Angular response in use.</summary>
    public AngleSmearing AngleSmearing { get; }

    /// <summary>The efficiency per topology.</summary>
    public EfficiencyMap Efficiency => efficiency;

    /// <summary>An empty signal with this response's binning.</summary>
    public SelectedSignal Empty() => new(scoreBins, energyMatrix.Bins, angleMatrix.Bins);

    /// <summary>Selects a batch.</summary>
    public SelectedSignal Fold(TruthEventBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        SelectedSignal signal = Empty();
        for (int i = 0; i < batch.Count; i++)
        {
            double weight = batch.Weight[i];
            signal.DecaysInTpc += weight;
            PairKinematics pair = PairKinematics.Of(batch.Electron[i], batch.Positron[i]);
            (double one, double track, double two) = efficiency.Evaluate(pair);
            double selected = weight * (one + track + two);
            if (!(selected > 0.0))
            {
                continue;
            }

            signal.Variance += selected * selected;
            signal.ByTopology[Topologies.Index(Topology.OneShower)] += weight * one;
            signal.ByTopology[Topologies.Index(Topology.OneShowerOneTrack)] += weight * track;
            signal.ByTopology[Topologies.Index(Topology.TwoShowers)] += weight * two;
            energyMatrix.Fold(pair.Energy, selected, signal.Energy);
            angleMatrix.Fold(pair.Theta, weight * one, signal.Angle);
            angleMatrix.Fold(pair.LeadingTheta, weight * (track + two), signal.Angle);
        }

        for (int b = 0; b < scoreBins; b++)
        {
            signal.Score[b] = signal.Total * scoreShape[b];
        }

        return signal;
    }

    /// <summary>Probability of a pair to end in each bin of a distribution.</summary>
    /// <param name="pair">The true pair.</param>
    /// <param name="variable">Which distribution.</param>
    /// <param name="bins">Receives one probability per bin; must have the distribution's length.</param>
    public void Probabilities(in PairKinematics pair, FitVariable variable, double[] bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        Array.Clear(bins);
        (double one, double track, double two) = efficiency.Evaluate(pair);
        switch (variable)
        {
            case FitVariable.Energy:
                energyMatrix.Fold(pair.Energy, one + track + two, bins);
                break;
            case FitVariable.Angle:
                angleMatrix.Fold(pair.Theta, one, bins);
                angleMatrix.Fold(pair.LeadingTheta, track + two, bins);
                break;
            case FitVariable.Rate:
                bins[0] = one + track + two;
                break;
            default:
                for (int b = 0; b < scoreBins; b++)
                {
                    bins[b] = (one + track + two) * scoreShape[b];
                }

                break;
        }
    }

    /// <summary>Number of bins of a distribution.</summary>
    public int BinCount(FitVariable variable) => variable switch
    {
        FitVariable.Energy => energyMatrix.Bins,
        FitVariable.Angle => angleMatrix.Bins,
        FitVariable.Rate => 1,
        _ => scoreBins,
    };
}
