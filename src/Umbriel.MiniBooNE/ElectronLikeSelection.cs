using Umbriel.Core;
using Umbriel.Response;

namespace Umbriel.MiniBooNE;

/// <summary>
/// MiniBooNE's electron-like selection of pairs. Every pair is smeared a fixed number of times with random numbers that
/// hang on its own number, hence the same for every coupling, mass and data set: predictions are smooth in all of them.
/// Bins: quasi-elastic energy, one bin for selected events outside its range, then optionally visible energy and angle.
/// </summary>
public sealed class ElectronLikeSelection : IPairSelection
{
    /// <summary>Smearings per pair.</summary>
    public const int Smearings = 2;

    private readonly ElectronLikeReconstruction reconstruction;
    private readonly double[] energyEdges;
    private readonly double[] visibleEdges;
    private readonly double[] angleEdges;
    private readonly ulong seed;
    private readonly double energyLimit;

    /// <summary>Sets up the bins.</summary>
    /// <param name="reconstruction">Cut and efficiency.</param>
    /// <param name="energyEdges">Edges in quasi-elastic energy, GeV.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="visibleEdges">Edges in visible energy, GeV; empty for none.</param>
    /// <param name="angleEdges">Edges in cos θ; empty for none. The last one belongs to its bin.</param>
    /// <param name="energyLimit">Quasi-elastic energy, GeV, up to which events enter the bins of visible energy and angle.</param>
    public ElectronLikeSelection(
        ElectronLikeReconstruction reconstruction,
        IReadOnlyList<double> energyEdges,
        ulong seed,
        IReadOnlyList<double>? visibleEdges = null,
        IReadOnlyList<double>? angleEdges = null,
        double energyLimit = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(reconstruction);
        ArgumentNullException.ThrowIfNull(energyEdges);
        this.reconstruction = reconstruction;
        this.energyEdges = [.. energyEdges];
        this.visibleEdges = [.. visibleEdges ?? []];
        this.angleEdges = [.. angleEdges ?? []];
        this.seed = seed;
        this.energyLimit = energyLimit;
    }

    /// <summary>Bins of quasi-elastic energy.</summary>
    public int EnergyBins => energyEdges.Length - 1;

    /// <summary>Bins of quasi-elastic energy and the one for events outside: their sum is the selected signal.</summary>
    public int SelectedBins => energyEdges.Length;

    /// <inheritdoc/>
    public int BinCount => SelectedBins + Math.Max(0, visibleEdges.Length - 1) + Math.Max(0, angleEdges.Length - 1);

    /// <inheritdoc/>
    public void Probabilities(ulong pair, in FourVector electron, in FourVector positron, double[] bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        Array.Clear(bins);
        RandomStream random = new(seed, RandomStage.MiniBooNESmearing, pair);
        for (int i = 0; i < Smearings; i++)
        {
            Smear(ref random, electron, out FourVector one);
            Smear(ref random, positron, out FourVector other);
            if (reconstruction.TryReconstruct(one, other, out ElectronLikeEvent seen))
            {
                Fill(seen, seen.Weight / Smearings, bins);
            }
        }
    }

    private static void Smear(ref RandomStream random, in FourVector lepton, out FourVector smeared)
    {
        // Two independent normals of Box and Muller.
        double radius = Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble()));
        (double sin, double cos) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
        LeptonSmearing.Smear(lepton, radius * cos, radius * sin, random.NextDouble(), out smeared);
    }

    private void Fill(in ElectronLikeEvent seen, double weight, double[] bins)
    {
        int energy = BinOf(energyEdges, seen.EnuQE);
        bins[energy >= 0 ? energy : EnergyBins] += weight;
        if (energy < 0 || seen.EnuQE >= energyLimit)
        {
            return;
        }

        int offset = SelectedBins;
        if (visibleEdges.Length > 0)
        {
            AddAt(bins, offset, BinOf(visibleEdges, seen.Evis), weight);
            offset += visibleEdges.Length - 1;
        }

        if (angleEdges.Length > 0)
        {
            AddAt(bins, offset, BinOf(angleEdges, Math.Min(seen.CosTheta, Math.BitDecrement(angleEdges[^1]))), weight);
        }
    }

    private static void AddAt(double[] bins, int offset, int bin, double weight)
    {
        if (bin >= 0)
        {
            bins[offset + bin] += weight;
        }
    }

    /// <summary>The bin of a value, or −1 outside all of them, not a number included.</summary>
    private static int BinOf(double[] edges, double value)
    {
        if (!(value >= edges[0] && value < edges[^1]))
        {
            return -1;
        }

        int i = Array.BinarySearch(edges, value);
        return i >= 0 ? i : ~i - 1;
    }
}
