using System.Buffers;
using System.Runtime.InteropServices;
using Umbriel.Beam;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Geometry;

namespace Umbriel.Response;

/// <summary>
/// Computes the selected signal of one mass point as a function of |U|², scattering in the vessel and the soil together.
/// One set of pairs serves all couplings, so that curves are smooth: the mixing changes their number and N's lifetime.
/// </summary>
public sealed class YieldCalculator
{
    /// <summary>Distance of a node's logarithm from the straight line between its neighbours that calls for more nodes; the cubic errs by a quarter of it at most.</summary>
    private const double Bend = 0.02;

    /// <summary>Decay lengths of the fastest N between soil and detector beyond which the soil is left out: e^−60 of its pairs arrive.</summary>
    private const double Unreachable = 60.0;

    private const double NarrowestLog10 = 0.1;

    private readonly DarkSectorParameters parameters;
    private readonly Sample[] samples;
    private readonly double referenceVertexSquared;
    private readonly int bins;

    /// <summary>Prepares the pairs.</summary>
    /// <param name="parameters">Model; its mixing serves as a reference only.</param>
    /// <param name="settings">Exposure, regimes, detector.</param>
    /// <param name="beam">The beam.</param>
    /// <param name="selection">What becomes of a pair.</param>
    /// <param name="liquidPairs">Pairs from the vessel's liquid.</param>
    /// <param name="soilPairs">Pairs from the soil.</param>
    public YieldCalculator(
        DarkSectorParameters parameters,
        GenerationSettings settings,
        BeamData beam,
        IPairSelection selection,
        int liquidPairs,
        int soilPairs)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(selection);
        const double ReferenceU2 = 1e-8;
        this.parameters = parameters;
        DarkSectorParameters reference = parameters.WithMixingSquared(ReferenceU2);
        referenceVertexSquared = Square(Couplings.From(reference).ProductionVertex);
        bins = selection.BinCount;
        samples =
        [
            Sample.Of(PairEnsemble.FromLiquid(reference, settings, beam, liquidPairs), selection, 0),
            Sample.Of(PairEnsemble.FromSoil(reference, settings, beam, SoilReaches(reference, settings, beam) ? soilPairs : 0), selection, (ulong)liquidPairs),
        ];
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
        foreach ((PairEnsemble pairs, double[] probabilities) in samples)
        {
            double[] weights = ArrayPool<double>.Shared.Rent(pairs.Count);
            pairs.Weights(widths.CtauParentCm, weights);
            for (int i = 0; i < pairs.Count; i++)
            {
                double weight = scale * weights[i];
                for (int b = 0; b < bins; b++)
                {
                    signal[b] += weight * probabilities[(i * bins) + b];
                }
            }

            ArrayPool<double>.Shared.Return(weights);
        }

        return signal;
    }

    /// <summary>Whether N lives long enough, at any |U|², to come from the soil. In the single scenario it does for a small enough one.</summary>
    private static bool SoilReaches(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam)
    {
        if (parameters.Scenario == Scenario.Single)
        {
            return true;
        }

        DetectorGeometry geometry = DetectorGeometry.For(settings.Geometry, settings.Experiment);
        double longest = settings.NeutrinoFlavours.Max(beam.Flux.MaximumEnergy) / parameters.ParentMass * DecayWidths.Compute(parameters.WithMixingSquared(0.0)).CtauParentCm;
        return geometry.Soil.Reach(geometry.Active.Bounds.ZLow).Start < Unreachable * longest;
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

    /// <summary>The pairs that can be selected, with their probabilities per bin.</summary>
    private sealed record Sample(PairEnsemble Pairs, double[] Probabilities)
    {
        public static Sample Of(PairEnsemble pairs, IPairSelection selection, ulong first)
        {
            double[] one = new double[selection.BinCount];
            List<int> selected = [];
            List<double> probabilities = [];
            for (int i = 0; i < pairs.Count; i++)
            {
                selection.Probabilities(first + (ulong)i, pairs.Electron[i], pairs.Positron[i], one);
                if (one.AsSpan().ContainsAnyExcept(0.0))
                {
                    selected.Add(i);
                    probabilities.AddRange(one);
                }
            }

            return new Sample(pairs.Only(CollectionsMarshal.AsSpan(selected)), [.. probabilities]);
        }
    }
}
