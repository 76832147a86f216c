using Umbriel.Beam;

namespace Umbriel.Backgrounds.Totals;

/// <summary>The spectrum of one kind of neutrino in a flux, for averages over it: constant within the published bins, as the collaboration's histograms are.</summary>
public sealed class FluxSpectrum
{
    private readonly double[] edges;
    private readonly double[] cumulative;

    /// <summary>Takes one kind from a flux.</summary>
    /// <param name="flux">The flux.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <exception cref="ArgumentException">The flux has none of it.</exception>
    public FluxSpectrum(NeutrinoFlux flux, int neutrino)
    {
        ArgumentNullException.ThrowIfNull(flux);
        Neutrino = neutrino;
        edges = [.. flux.Edges];
        cumulative = new double[edges.Length];
        double moment = 0.0;
        for (int i = 1; i < edges.Length; i++)
        {
            double centre = flux.Energies[i - 1];
            double content = (edges[i] - edges[i - 1]) * flux.Evaluate(neutrino, centre);
            cumulative[i] = cumulative[i - 1] + content;
            moment += centre * content;
        }

        if (!(cumulative[^1] > 0.0))
        {
            throw new ArgumentException($"no neutrinos of code {neutrino}", nameof(flux));
        }

        MeanEnergy = moment / cumulative[^1];
    }

    /// <summary>PDG code of the neutrino.</summary>
    public int Neutrino { get; }

    /// <summary>Neutrinos / cm² / POT of all energies.</summary>
    public double Integral => cumulative[^1];

    /// <summary>Mean energy, GeV.</summary>
    public double MeanEnergy { get; }

    /// <summary>The energy, GeV, below which a share of the neutrinos is.</summary>
    /// <param name="share">0 to 1.</param>
    public double EnergyAt(double share)
    {
        double content = share * cumulative[^1];
        int after = Array.BinarySearch(cumulative, content);
        after = Math.Clamp(after < 0 ? ~after : after, 1, cumulative.Length - 1);
        double bin = cumulative[after] - cumulative[after - 1];
        double within = bin > 0.0 ? Math.Clamp((content - cumulative[after - 1]) / bin, 0.0, 1.0) : 0.5;
        return edges[after - 1] + (within * (edges[after] - edges[after - 1]));
    }
}
