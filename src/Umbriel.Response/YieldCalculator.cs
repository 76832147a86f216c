using System.Buffers;
using System.Runtime.InteropServices;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Core.Numerics;
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

    /// <summary>Proper decay length, cm, of N that decay where they are made, and of N that fly through everything.</summary>
    private const double AtOnce = 1e-9;

    private const double Never = 1e12;

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
        Source liquid = new(number => PairEnsemble.FromLiquid(reference, settings, beam, number), selection, 0, AtOnce);
        samples = [liquid.Enough(counts.Liquid, counts, counts.Effective > 0 ? liquid.Take(Pilot) : null)];
        if (SoilReaches(reference, settings, beam))
        {
            Source soil = new(number => PairEnsemble.FromSoil(reference, settings, beam, number), selection, SoilNumbers, Never);
            Sample first = soil.Take(Math.Min(Pilot, counts.Soil));
            samples = [.. samples, MostEvents(first) > PairCounts.Negligible ? soil.Enough(counts.Soil, counts, first) : first];
        }
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
    public double[] Compute(double u2) => Compute(samples, u2);

    private double[] Compute(ReadOnlySpan<Sample> from, double u2)
    {
        DarkSectorParameters point = parameters.WithMixingSquared(u2);
        DecayWidths widths = DecayWidths.Compute(point);
        double scale = widths.BrEE * Square(Couplings.From(point).ProductionVertex) / referenceVertexSquared;
        double[] signal = new double[bins];
        foreach ((PairEnsemble pairs, double[][] probabilities) in from)
        {
            double[] weights = ArrayPool<double>.Shared.Rent(pairs.Count);
            pairs.Weights(widths.CtauParentCm, weights);
            for (int b = 0; b < bins; b++)
            {
                signal[b] += scale * ScalarProduct.Of(weights.AsSpan(0, pairs.Count), probabilities[b]);
            }

            ArrayPool<double>.Shared.Return(weights);
        }

        return signal;
    }

    /// <summary>The most events that pairs give at any |U|² up to one.</summary>
    private double MostEvents(Sample pairs)
    {
        double most = 0.0;
        for (double u2 = 1.0; u2 > 1e-16; u2 *= 0.25)
        {
            most = Math.Max(most, Compute([pairs], u2).Sum());
        }

        return most;
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

    /// <summary>Where pairs come from, and what becomes of them.</summary>
    /// <param name="Make">Makes a number of pairs, the same ones first.</param>
    /// <param name="Selection">What becomes of them.</param>
    /// <param name="First">Number of the first.</param>
    /// <param name="Ctau">Proper decay length of N, cm, at which their effective number counts.</param>
    private sealed record Source(Func<int, PairEnsemble> Make, IPairSelection Selection, ulong First, double Ctau)
    {
        public Sample Take(int number) => Sample.Of(Make(number), Selection, First);

        /// <summary>A number of pairs, doubled until enough of them are selected, as the first <see cref="Pilot"/> say; these may be left out where any number will do.</summary>
        public Sample Enough(int number, PairCounts counts, Sample? pilot)
        {
            if (counts.Effective > 0 && pilot is not null)
            {
                double effective = Math.Max(1.0, pilot.Effective(Ctau)) * number / Pilot;
                for (; effective < counts.Effective && number < counts.Most; effective *= 2.0)
                {
                    number *= 2;
                }
            }

            return Take(number);
        }
    }

    /// <summary>The pairs that can be selected, with their probabilities per bin and pair.</summary>
    private sealed record Sample(PairEnsemble Pairs, double[][] Probabilities)
    {
        /// <summary>Kish's effective number of selected pairs of N with this proper decay length, cm.</summary>
        public double Effective(double ctau)
        {
            double[] weights = new double[Pairs.Count];
            Pairs.Weights(ctau, weights);
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] *= Probabilities.Sum(bin => bin[i]);
            }

            return EffectiveSampleSize.Kish(weights);
        }

        public static Sample Of(PairEnsemble pairs, IPairSelection selection, ulong first)
        {
            double[] one = new double[selection.BinCount];
            List<int> selected = [];
            List<double>[] probabilities = [.. one.Select(_ => new List<double>())];
            for (int i = 0; i < pairs.Count; i++)
            {
                if (!pairs.Counts(i))
                {
                    continue;
                }

                selection.Probabilities(first + (ulong)i, pairs.Electron[i], pairs.Positron[i], one);
                if (one.AsSpan().ContainsAnyExcept(0.0))
                {
                    selected.Add(i);
                    for (int b = 0; b < one.Length; b++)
                    {
                        probabilities[b].Add(one[b]);
                    }
                }
            }

            return new Sample(pairs.Only(CollectionsMarshal.AsSpan(selected)), [.. probabilities.Select(bin => bin.ToArray())]);
        }
    }
}
