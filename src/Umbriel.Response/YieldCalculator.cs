using Umbriel.Beam;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Interchange.Cards;

namespace Umbriel.Response;

/// <summary>
/// Computes the selected signal of one mass point as a function of |U|², scattering in TPC, cryostat and soil together.
/// One set of pairs serves all couplings, so that curves are smooth: the mixing changes their number and N's lifetime.
/// </summary>
public sealed class YieldCalculator
{
    private const double Bend = 0.003;
    private const double NarrowestLog10 = 0.1;

    private readonly DarkSectorParameters parameters;
    private readonly PairEnsemble[] ensembles;
    private readonly double[][] probabilities;
    private readonly double referenceVertexSquared;
    private readonly int bins;

    /// <summary>Prepares the pairs.</summary>
    /// <param name="parameters">Model; its mixing serves as a reference only.</param>
    /// <param name="settings">Exposure, regimes, geometry.</param>
    /// <param name="beam">The beam.</param>
    /// <param name="response">Selection.</param>
    /// <param name="variable">Which spectrum is wanted.</param>
    /// <param name="events">Pairs from argon, and as many from soil.</param>
    public YieldCalculator(
        DarkSectorParameters parameters,
        GenerationSettings settings,
        BeamData beam,
        PublishedResponse response,
        FitVariable variable,
        int events)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(response);
        const double ReferenceU2 = 1e-8;
        this.parameters = parameters;
        DarkSectorParameters reference = parameters.WithMixingSquared(ReferenceU2);
        ensembles = [PairEnsemble.FromArgon(reference, settings, beam, events), PairEnsemble.FromSoil(reference, settings, beam, events)];
        referenceVertexSquared = Square(Couplings.From(reference).ProductionVertex);
        bins = response.BinCount(variable);
        probabilities = [.. ensembles.Select(e => Select(e, response, variable, bins))];
    }

    /// <summary>The signal between two couplings, computed where its logarithm bends.</summary>
    public YieldCurve Curve(double lowU2, double highU2)
    {
        List<(double LogU2, double[] LogSignal)> nodes = [];
        (double LogU2, double[] LogSignal) first = Node(Math.Log(lowU2));
        (double LogU2, double[] LogSignal) last = Node(Math.Log(highU2));
        nodes.Add(first);
        Refine(nodes, first, last);
        nodes.Add(last);
        return new YieldCurve([.. nodes.Select(n => n.LogU2)], [.. nodes.Select(n => n.LogSignal)]);
    }

    /// <summary>Expected events per bin at |U|².</summary>
    public double[] Compute(double u2)
    {
        DarkSectorParameters point = parameters.WithMixingSquared(u2);
        DecayWidths widths = DecayWidths.Compute(point);
        double scale = widths.BrEE * Square(Couplings.From(point).ProductionVertex) / referenceVertexSquared;
        double[] signal = new double[bins];
        for (int e = 0; e < ensembles.Length; e++)
        {
            double[] weights = new double[ensembles[e].Count];
            ensembles[e].Weights(widths.CtauParentCm, weights);
            for (int i = 0; i < weights.Length; i++)
            {
                for (int b = 0; b < bins; b++)
                {
                    signal[b] += scale * weights[i] * probabilities[e][(i * bins) + b];
                }
            }
        }

        return signal;
    }

    private static double[] Select(PairEnsemble ensemble, PublishedResponse response, FitVariable variable, int bins)
    {
        double[] all = new double[ensemble.Count * bins];
        double[] one = new double[bins];
        for (int i = 0; i < ensemble.Count; i++)
        {
            response.Probabilities(PairKinematics.Of(ensemble.Electron[i], ensemble.Positron[i]), variable, one);
            one.CopyTo(all, i * bins);
        }

        return all;
    }

    private void Refine(List<(double LogU2, double[] LogSignal)> nodes, (double LogU2, double[] LogSignal) low, (double LogU2, double[] LogSignal) high)
    {
        (double LogU2, double[] LogSignal) node = Node(0.5 * (low.LogU2 + high.LogU2));
        bool bends = false;
        for (int b = 0; b < bins; b++)
        {
            bends |= Math.Abs(node.LogSignal[b] - (0.5 * (low.LogSignal[b] + high.LogSignal[b]))) > Bend;
        }

        bends &= high.LogU2 - low.LogU2 > NarrowestLog10 * Math.Log(10.0);
        if (bends)
        {
            Refine(nodes, low, node);
        }

        nodes.Add(node);
        if (bends)
        {
            Refine(nodes, node, high);
        }
    }

    private (double LogU2, double[] LogSignal) Node(double logU2) =>
        (logU2, [.. Compute(Math.Exp(logU2)).Select(v => Math.Log(v))]);

    private static double Square(double v) => v * v;
}
