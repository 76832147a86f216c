using Umbriel.Core;
using Umbriel.Response;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// MiniBooNE's electron-like selection of pairs. Every pair is smeared a fixed number of times with numbers that hang on
/// its own number, hence the same for every coupling, mass and data set: predictions are smooth in all of them.
/// Bins: quasi-elastic energy, one bin for selected events outside its range, then optionally visible energy and angle.
/// </summary>
public sealed class ElectronLikeSelection : IPairSelection
{
    /// <summary>Smearings per pair.</summary>
    public const int Smearings = 8;

    private readonly ElectronLikeReconstruction reconstruction;
    private readonly double[] energyEdges;
    private readonly double[] visibleEdges;
    private readonly double[] angleEdges;
    private readonly SmearingNumbers numbers;
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
        numbers = new SmearingNumbers(seed, Smearings);
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
        LeptonSmearing one = new(electron);
        LeptonSmearing two = new(positron);
        double transverse = Math.Sqrt(((electron.X * electron.X) + (electron.Y * electron.Y)) * ((positron.X * positron.X) + (positron.Y * positron.Y)));
        double cosAzimuth = transverse > 0.0 ? Math.Clamp(((electron.X * positron.X) + (electron.Y * positron.Y)) / transverse, -1.0, 1.0) : 1.0;
        int first = (int)((pair * 0x9E3779B97F4A7C15) >> (64 - SmearingNumbers.LogBlocks)) * Smearings;
        for (int i = first; i < first + Smearings; i++)
        {
            ReadOnlySpan<double> z = numbers.At(i);
            SmearedLepton a = one.At(z[0], z[1], z[2]);
            SmearedLepton b = two.At(z[3], z[4], z[5]);
            double cosOpening = Math.Clamp((a.SinTheta * b.SinTheta * cosAzimuth) + (a.CosTheta * b.CosTheta), -1.0, 1.0);
            if (reconstruction.TryReconstruct(a, b, cosOpening, out ElectronLikeEvent seen))
            {
                Fill(seen, seen.Weight / Smearings, bins);
            }
        }
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
