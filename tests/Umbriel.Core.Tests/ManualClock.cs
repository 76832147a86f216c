namespace Umbriel.Core.Tests;

/// <summary>A clock that moves when told; its one timer fires as time passes.</summary>
internal sealed class ManualClock : TimeProvider, IDisposable
{
    private TimeSpan now;
    private ManualTimer? timer;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        timer = new ManualTimer(() => callback(state), now + dueTime, period);

    public void Dispose() => timer?.Dispose();

    public void Advance(TimeSpan step)
    {
        TimeSpan end = now + step;
        while (timer is { } active && active.Next <= end)
        {
            now = active.Next;
            active.Fire();
        }

        now = end;
    }

    private sealed class ManualTimer(Action callback, TimeSpan due, TimeSpan period) : ITimer
    {
        public TimeSpan Next { get; private set; } = due;

        public void Fire()
        {
            Next += period;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod) => throw new NotSupportedException();

        public void Dispose() => Next = TimeSpan.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
