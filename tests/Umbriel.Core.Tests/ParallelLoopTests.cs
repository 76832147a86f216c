namespace Umbriel.Core.Tests;

public sealed class ParallelLoopTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(1000, 1)]
    [InlineData(1000, 7)]
    public void EveryIndexIsCalledOnce(int count, int threads)
    {
        int[] calls = new int[count];
        ParallelLoop.For(count, threads, i => Interlocked.Increment(ref calls[i]), default);
        calls.ShouldAllBe(static c => c == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void WhatIsThrownComesOutAsItWasAndTheFirstByIndex(int threads)
    {
        // 3 is begun before 4 and fails after it.
        using ManualResetEventSlim failed = new();
        int begun = 0;
        UserErrorException thrown = Should.Throw<UserErrorException>(() => ParallelLoop.For(1000, threads, i =>
        {
            Interlocked.Increment(ref begun);
            switch (i)
            {
                case 3:
                    failed.Wait(threads == 1 ? 0 : 10_000, CancellationToken.None);
                    throw new UserErrorException("three");
                case 4:
                    failed.Set();
                    throw new UserErrorException("four");
                default:
                    break;
            }
        }, default));
        thrown.Message.ShouldBe("three");
        begun.ShouldBeLessThan(threads == 1 ? 5 : 1000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void CancelledItStopsBeforeTheNextCall(int threads)
    {
        using CancellationTokenSource cancellation = new();
        int begun = 0;
        Should.Throw<OperationCanceledException>(() => ParallelLoop.For(100_000, threads, _ =>
        {
            if (Interlocked.Increment(ref begun) == 10)
            {
                cancellation.Cancel();
            }
        }, cancellation.Token));
        begun.ShouldBeInRange(10, 10 + threads);
    }
}
