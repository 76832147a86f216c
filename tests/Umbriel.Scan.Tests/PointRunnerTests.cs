using Umbriel.Core;

namespace Umbriel.Scan.Tests;

public sealed class PointRunnerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string[] keys = [.. Enumerable.Range(0, 50).Select(i => ContentHash.OfText($"{i}"))];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void ResultsComeInOrderForAnyNumberOfThreads(int threads)
    {
        double[][] results = Run(threads, i => [i, 1.0 / i]);
        results.Select(result => result[0]).ShouldBe(Enumerable.Range(0, 50).Select(i => (double)i));
    }

    [Fact]
    public void AnInterruptedRunResumesWhereItWas()
    {
        using CancellationTokenSource stop = new();
        int computed = 0;
        Should.Throw<OperationCanceledException>(() => Run(1, i =>
        {
            if (++computed == 20)
            {
                stop.Cancel();
            }

            return [Math.Sqrt(i)];
        }, stop.Token));
        computed.ShouldBe(20);

        int again = 0;
        double[][] resumed = Run(1, i =>
        {
            again++;
            return [Math.Sqrt(i)];
        });
        again.ShouldBe(30);
        resumed.Select(result => result[0]).ShouldBe(Enumerable.Range(0, 50).Select(i => Math.Sqrt(i)));
    }

    [Fact]
    public void AFailureIsThrownAsItWas()
    {
        InvalidOperationException thrown = Should.Throw<InvalidOperationException>(() => Run(4, i => i == 7 ? throw new InvalidOperationException("seven") : [i]));
        thrown.Message.ShouldBe("seven");
    }

    [Fact]
    public void NoPointsAreNoWork() =>
        PointRunner.Run([], _ => throw new InvalidOperationException(), new PointCache(folder.Path), 4, new Counter(), CancellationToken.None).ShouldBeEmpty();

    [Fact]
    public void ProgressCountsEveryPointOnce()
    {
        Counter counter = new();
        PointRunner.Run(keys, i => [i], new PointCache(folder.Path), 3, counter, CancellationToken.None);
        counter.Total.ShouldBe(50);
    }

    private double[][] Run(int threads, Func<int, double[]> compute, CancellationToken cancellation = default) =>
        PointRunner.Run(keys, compute, new PointCache(folder["cache"]), threads, new Counter(), cancellation);

    private sealed class Counter : IProgress<long>
    {
        private long total;

        public long Total => total;

        public void Report(long value) => Interlocked.Add(ref total, value);
    }
}
