using System.Buffers;
using System.Runtime.InteropServices;
using Umbriel.Beam;
using Umbriel.Core;
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
    /// <summary>Distance of a node's logarithm from the straight line between its neighbours that calls for more nodes; the cubic errs by less than half of it.</summary>
    private const double Bend = 0.01;

    /// <summary>Decay lengths of the fastest N between soil and detector beyond which the soil is left out: e^−60 of its pairs arrive.</summary>
    private const double Unreachable = 60.0;

    private const double NarrowestLog10 = 0.1;

    /// <summary>Number of the first pair from the soil: none is shared with those from the liquid.</summary>
    private const ulong SoilNumbers = 1UL << 40;

    /// <summary>Pairs that say how many are selected.</summary>
    private const int Pilot = 1024;

    private readonly DarkSectorParameters parameters;
    private readonly Sample[] samples;
    private readonly double referenceVertexSquared;
    private readonly int bins;

    /// <summary>Prepares the pairs.</summary>
    /// <param name="parameters">Model; its mixing serves as a reference only.</param>
    /// <param name="settings">Exposure, regimes, detector.</param>
    /// <param name="beam">The beam.</param>
    /// <param name="selection">What becomes of a pair.</param>
    /// <param name="counts">How many pairs.</param>
    public YieldCalculator(
        DarkSectorParameters parameters,
        GenerationSettings settings,
        BeamData beam,
        IPairSelection selection,
        PairCounts counts)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(counts);
        const double ReferenceU2 = 1e-8;
        this.parameters = parameters;
        DarkSectorParameters reference = parameters.WithMixingSquared(ReferenceU2);
        referenceVertexSquared = Square(Couplings.From(reference).ProductionVertex);
        bins = selection.BinCount;
        int soil = SoilReaches(reference, settings, beam) ? counts.Soil : 0;
        samples =
        [
            Liquid(reference, settings, beam, selection, counts),
            Sample.Of(PairEnsemble.FromSoil(reference, settings, beam, soil), selection, SoilNumbers),
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

    /// <summary>Pairs from the liquid: doubled until enough of them are selected, as a first few say.</summary>
    private static Sample Liquid(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam, IPairSelection selection, PairCounts counts)
    {
        int wanted = counts.Liquid;
        if (counts.Effective > 0)
        {
            Sample pilot = Sample.Of(PairEnsemble.FromLiquid(parameters, settings, beam, Pilot), selection, 0);
            double effective = Math.Max(1.0, pilot.Effective) * counts.Liquid / Pilot;
            for (; effective < counts.Effective && wanted < counts.Most; effective *= 2.0)
            {
                wanted *= 2;
            }
        }

        return Sample.Of(PairEnsemble.FromLiquid(parameters, settings, beam, wanted), selection, 0);
    }

    /// <summary>Whether N lives long enough, at any |U|², to come from the soil. In the single scenario it does for a small enough one.</summary>
    private static bool SoilReaches(DarkSectorParameters parameters, GenerationSettings settings, BeamData beam)
    {
        if (parameters.Scenario == Scenario.Single)
        {
            return true;
        }

        DetectorGeometry geometry = settings.Detector;
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
        /// <summary>Kish's effective number of selected pairs for N that decay at once.</summary>
        public double Effective
        {
            get
            {
                double[] weights = new double[Pairs.Count];
                Pairs.Weights(1e-9, weights);
                int bins = Pairs.Count == 0 ? 1 : Probabilities.Length / Pairs.Count;
                for (int i = 0; i < weights.Length; i++)
                {
                    weights[i] *= Probabilities.AsSpan(i * bins, bins).ToArray().Sum();
                }

                return EffectiveSampleSize.Kish(weights);
            }
        }

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
