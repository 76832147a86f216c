using Umbriel.Core;

namespace Umbriel.Response;

/// <summary>Pairs of the letter's example signal in the TPC, at its exposure; the smearing is fitted on them.</summary>
internal sealed class ExampleSignal
{
    private readonly PairKinematics[] pairs;
    private readonly double[] weights;

    public ExampleSignal(TruthEventBatch batch)
    {
        weights = batch.Weight;
        pairs = new PairKinematics[batch.Count];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = PairKinematics.Of(batch.Electron[i], batch.Positron[i]);
        }
    }

    /// <summary>Selected events.</summary>
    public double Selected(EfficiencyMap map)
    {
        double sum = 0.0;
        for (int i = 0; i < pairs.Length; i++)
        {
            (double one, double track, double two) = map.Evaluate(pairs[i]);
            sum += weights[i] * (one + track + two);
        }

        return sum;
    }

    /// <summary>Selected events in fine bins of the true energy and of the primary shower's true angle.</summary>
    public (double[] Energies, double[] Angles) Spectra(EfficiencyMap map)
    {
        double[] energies = new double[EnergySmearing.FineCount];
        double[] angles = new double[AngleSmearing.FineCount];
        for (int i = 0; i < pairs.Length; i++)
        {
            (double one, double track, double two) = map.Evaluate(pairs[i]);
            Fill(energies, pairs[i].Energy / EnergySmearing.FineWidth, weights[i] * (one + track + two));
            Fill(angles, pairs[i].Theta / AngleSmearing.FineWidth, weights[i] * one);
            Fill(angles, pairs[i].LeadingTheta / AngleSmearing.FineWidth, weights[i] * (track + two));
        }

        return (energies, angles);
    }

    private static void Fill(double[] fine, double position, double weight) =>
        fine[Math.Clamp((int)position, 0, fine.Length - 1)] += weight;
}
