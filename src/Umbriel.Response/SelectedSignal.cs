using Umbriel.Response.Published;

namespace Umbriel.Response;

/// <summary>Expected signal after the selection, in events.</summary>
public sealed class SelectedSignal
{
    /// <summary>An empty signal with the given numbers of bins.</summary>
    public SelectedSignal(int scoreBins, int energyBins, int angleBins)
    {
        Score = new double[scoreBins];
        Energy = new double[energyBins];
        Angle = new double[angleBins];
    }

    /// <summary>Pairs born in the TPC, selected or not.</summary>
    public double DecaysInTpc { get; internal set; }

    /// <summary>Sum of squared weights of the selected pairs: the variance of <see cref="Total"/> from finite statistics.</summary>
    public double Variance { get; internal set; }

    /// <summary>Selected events by topology, in the order of <see cref="Topologies.Selected"/>.</summary>
    public double[] ByTopology { get; } = new double[Topologies.Count];

    /// <summary>Selected events of all topologies.</summary>
    public double Total => ByTopology[0] + ByTopology[1] + ByTopology[2];

    /// <summary>In bins of the NC π0 score.</summary>
    public double[] Score { get; }

    /// <summary>In bins of reconstructed energy; events outside the bins are lost.</summary>
    public double[] Energy { get; }

    /// <summary>In bins of the reconstructed angle of the primary shower; events outside the bins are lost.</summary>
    public double[] Angle { get; }

    /// <summary>In bins of one distribution.</summary>
    public double[] Bins(FitVariable variable) => variable switch
    {
        FitVariable.Energy => Energy,
        FitVariable.Angle => Angle,
        FitVariable.Rate => [Total],
        _ => Score,
    };

    /// <summary>Adds another contribution.</summary>
    public void Add(SelectedSignal other)
    {
        ArgumentNullException.ThrowIfNull(other);
        DecaysInTpc += other.DecaysInTpc;
        Variance += other.Variance;
        AddTo(ByTopology, other.ByTopology);
        AddTo(Score, other.Score);
        AddTo(Energy, other.Energy);
        AddTo(Angle, other.Angle);
    }

    private static void AddTo(double[] sum, double[] other)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += other[i];
        }
    }
}
