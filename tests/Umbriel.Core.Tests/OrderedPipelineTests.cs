namespace Umbriel.Core.Tests;

public class OrderedPipelineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Results_come_in_order_and_workers_do_not_share(int threads)
    {
        int workers = 0;
        int[] results = [.. OrderedPipeline.Run<int, int>(
            Enumerable.Range(0, 500),
            () =>
            {
                Interlocked.Increment(ref workers);
                int busy = 0;
                return i =>
                {
                    Interlocked.Increment(ref busy).ShouldBe(1);
                    Thread.SpinWait(37 * (i % 11));
                    Interlocked.Decrement(ref busy);
                    return i * i;
                };
            },
            threads,
            TestContext.Current.CancellationToken)];
        results.ShouldBe(Enumerable.Range(0, 500).Select(static i => i * i));
        workers.ShouldBeInRange(1, threads);
    }

    [Fact]
    public void A_failure_comes_after_the_results_before_it()
    {
        List<int> seen = [];
        Should.Throw<UserErrorException>(() =>
        {
            foreach (int result in OrderedPipeline.Run<int, int>(Enumerable.Range(0, 100), () => i => i == 17 ? throw new UserErrorException("17") : i, 2, default))
            {
                seen.Add(result);
            }
        }).Message.ShouldBe("17");
        seen.ShouldBe(Enumerable.Range(0, 17));
        seen.Clear();
        Should.Throw<UserErrorException>(() =>
        {
            foreach (int result in OrderedPipeline.Run<int, int>(Enumerable.Range(0, 100).Select(static i => i == 23 ? throw new UserErrorException("23") : i), () => static i => i, 2, default))
            {
                seen.Add(result);
            }
        }).Message.ShouldBe("23");
        seen.ShouldBe(Enumerable.Range(0, 23));
        Should.Throw<UserErrorException>(() => OrderedPipeline.Run<int, int>([1], static () => throw new UserErrorException("none"), 1, default).ToArray()).Message.ShouldBe("none");
    }

    [Fact]
    public void Few_items_are_held_and_an_end_stops_everything()
    {
        int fed = 0;
        IEnumerable<int> Items()
        {
            while (true)
            {
                yield return Interlocked.Increment(ref fed);
            }
        }

        OrderedPipeline.Run<int, int>(Items(), () => static i => i, 2, default).Take(100).ShouldBe(Enumerable.Range(1, 100));
        fed.ShouldBeInRange(100, 120);
        int after = fed;
        Thread.Sleep(50);
        fed.ShouldBe(after);

        using CancellationTokenSource cancellation = new();
        Should.Throw<OperationCanceledException>(() =>
        {
            foreach (int result in OrderedPipeline.Run<int, int>(Items(), () => static i => i, 2, cancellation.Token))
            {
                if (result > after + 50)
                {
                    cancellation.Cancel();
                }
            }
        });
    }

    [Fact]
    public void Cancelled_from_elsewhere_it_never_looks_complete()
    {
        for (int attempt = 0; attempt < 50; attempt++)
        {
            using CancellationTokenSource cancellation = new();
            Thread other = new(() =>
            {
                Thread.SpinWait(20_000 * (attempt % 7));
                cancellation.Cancel();
            });
            other.Start();
            Should.Throw<OperationCanceledException>(() =>
            {
                foreach (int _ in OrderedPipeline.Run<int, int>(Endless(), () => static i => i, 2, cancellation.Token))
                {
                    Thread.SpinWait(500);
                }
            });
            other.Join();
        }

        static IEnumerable<int> Endless()
        {
            while (true)
            {
                yield return 1;
            }
        }
    }
}
