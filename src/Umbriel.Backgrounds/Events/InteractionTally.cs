using Umbriel.Backgrounds.Totals;
using Umbriel.Core;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Events;

/// <summary>How many events of a sample are of each class, with their weights. Immutable.</summary>
public sealed class InteractionTally
{
    private const int BlockLength = 1000;

    private readonly double[] sums;
    private readonly double[] squares;
    private readonly double total;

    private InteractionTally(double[] sums, double[] squares) => (this.sums, this.squares, total) = (sums, squares, sums.Sum());

    /// <summary>Generates events and asks for the class of each.</summary>
    /// <param name="generator">Makes the interactions.</param>
    /// <param name="cascade">Takes their hadrons out of the nucleus.</param>
    /// <param name="events">How many, at least 1.</param>
    /// <param name="questions">For each the number of classes and which of them an event is in; safe to call from several threads.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="progress">Told of every event.</param>
    /// <param name="cancellation">Stops between blocks of events.</param>
    /// <returns>The answer to each question.</returns>
    public static InteractionTally[] Count(
        InteractionGenerator generator,
        InteractionCascade cascade,
        long events,
        IReadOnlyList<(int Classes, Func<InteractionEvent, CascadeEvent, int> Class)> questions,
        int threads,
        IProgress<long> progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(cascade);
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        int blocks = checked((int)((events + BlockLength - 1) / BlockLength));
        double[][][] sums = new double[blocks][][];
        double[][][] squares = new double[blocks][][];
        ParallelLoop.For(
            blocks,
            threads,
            block =>
            {
                sums[block] = [.. questions.Select(question => new double[question.Classes])];
                squares[block] = [.. questions.Select(question => new double[question.Classes])];
                InteractionEvent made = new();
                CascadeEvent left = new();
                long end = Math.Min(events, (block + 1L) * BlockLength);
                for (long index = (long)block * BlockLength; index < end; index++)
                {
                    generator.Generate((ulong)index, made);
                    cascade.Run((ulong)index, made, left);
                    for (int q = 0; q < questions.Count; q++)
                    {
                        int answer = questions[q].Class(made, left);
                        sums[block][q][answer] += made.Weight;
                        squares[block][q][answer] += made.Weight * made.Weight;
                    }
                }

                progress.Report(end - ((long)block * BlockLength));
            },
            cancellation);
        return [.. questions.Select((question, q) => new InteractionTally(Added(sums, q, question.Classes), Added(squares, q, question.Classes)))];
    }

    /// <summary>Share of the cross section in a class.</summary>
    public double Share(int of) => sums[of] / total;

    /// <summary>Variance of that share from the number of events.</summary>
    public double Variance(int of) => squares[of] * (1.0 - Share(of)) / (total * total);

    private static double[] Added(double[][][] blocks, int question, int classes) => [.. Enumerable.Range(0, classes).Select(i => blocks.Sum(block => block[question][i]))];
}
