using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Umbriel.Detector.Simulation;

/// <summary>
/// The work of a run, shared by equal threads. Each takes what is most urgent: hand finished chunks to journal and file, deflate a
/// chunk, append the next event to the open chunks, or simulate another event. Appending and writing are done by one thread
/// at a time and in the order of events; the rest in any order. At most 4 events a thread are held.
/// Not an <see cref="Core.OrderedPipeline"/>: an event gives no or many chunks, which are deflated by the same threads and written in an order of their
/// own, results lie in slots that are used again, and when cancelled, what was begun still goes to the journal.
/// </summary>
internal sealed class RunPipeline
{
    private const int EventsPerThread = 4;

    private readonly DetectorSimulation simulation;
    private readonly RunJournal journal;
    private readonly SimulationFile.ChunkSink file;
    private readonly RunState state;
    private readonly RunOptions options;
    private readonly Slot[] slots;
    private readonly object gate = new();
    private readonly Queue<Item> toDeflate = new();
    private readonly Queue<Item> toWrite = new();
    private long next;
    private long lastCheckpoint = Stopwatch.GetTimestamp();
    private int busy;
    private bool appending;
    private bool writing;
    private bool closed;
    private Exception? failure;

    public RunPipeline(DetectorSimulation simulation, RunJournal journal, SimulationFile.ChunkSink file, RunState state, RunOptions options)
    {
        (this.simulation, this.journal, this.file, this.state, this.options) = (simulation, journal, file, state, options);
        next = state.Done;
        slots = [.. Enumerable.Range(0, EventsPerThread * options.Threads).Select(static _ => new Slot())];
    }

    private enum Step
    {
        None,
        Write,
        Deflate,
        Append,
        Close,
        Simulate,
    }

    /// <summary>Works until everything is in journal and file.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was done is in the journal.</exception>
    public void Run()
    {
        Thread[] others = [.. Enumerable.Range(1, options.Threads - 1).Select(_ => new Thread(Work))];
        Array.ForEach(others, static thread => thread.Start());
        Work();
        Array.ForEach(others, static thread => thread.Join());
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (state.Done < options.Count)
        {
            options.Cancellation.ThrowIfCancellationRequested();
        }
    }

    private void Work()
    {
        while (Take(out Step step, out Item? item, out long index))
        {
            try
            {
                Do(step, item, index);
            }
            catch (Exception e)
            {
                lock (gate)
                {
                    failure ??= e;
                }
            }

            lock (gate)
            {
                busy--;
                appending &= step is not (Step.Append or Step.Close);
                writing &= step != Step.Write;
                if (step == Step.Deflate)
                {
                    item!.IsReady = true;
                }
                else if (step == Step.Simulate)
                {
                    slots[index % slots.Length].IsReady = true;
                }

                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Waits for something to do; false at the end.</summary>
    private bool Take(out Step step, out Item? item, out long index)
    {
        lock (gate)
        {
            while (failure is null)
            {
                step = Choose(out item, out index);
                if (step != Step.None)
                {
                    busy++;
                    return true;
                }

                if (busy == 0)
                {
                    break;
                }

                Monitor.Wait(gate);
            }

            (step, item, index) = (Step.None, null, 0);
            return false;
        }
    }

    private Step Choose(out Item? item, out long index)
    {
        (item, index) = (null, 0);
        if (!writing && toWrite.TryPeek(out Item? first) && first.IsReady)
        {
            writing = true;
            item = toWrite.Dequeue();
            return Step.Write;
        }

        if (toDeflate.TryDequeue(out item))
        {
            return Step.Deflate;
        }

        if (!appending && state.Done < next && slots[state.Done % slots.Length].IsReady)
        {
            appending = true;
            index = state.Done;
            slots[index % slots.Length].IsReady = false;
            return Step.Append;
        }

        bool stopping = options.Cancellation.IsCancellationRequested;
        if (!stopping && next < options.Count && next < state.Done + slots.Length)
        {
            index = next++;
            return Step.Simulate;
        }

        if (!appending && !closed && state.Done == next && (stopping || next == options.Count))
        {
            appending = closed = true;
            return Step.Close;
        }

        return Step.None;
    }

    private void Do(Step step, Item? item, long index)
    {
        switch (step)
        {
            case Step.Write:
                item!.Write(journal, file);
                break;
            case Step.Deflate:
                item!.Deflate();
                break;
            case Step.Append:
                Append(slots[index % slots.Length]);
                break;
            case Step.Close:
                Close();
                break;
            default:
                Slot slot = slots[index % slots.Length];
                simulation.Simulate(index, slot.Result);
                slot.Packed.Pack(slot.Result);
                break;
        }
    }

    /// <summary>Runs on one thread at a time. The slot is free for another event once <see cref="RunState.Done"/> has grown.</summary>
    private void Append(Slot slot)
    {
        state.Open.Append(slot.Result, slot.Packed, chunk => Enqueue(new Item(chunk)));
        state.Totals.Add(slot.Result);
        lock (gate)
        {
            state.Done++;
        }

        if (Stopwatch.GetElapsedTime(lastCheckpoint) >= options.CheckpointEvery)
        {
            lastCheckpoint = Stopwatch.GetTimestamp();
            Enqueue(new Item(state.Copy(), last: false));
        }

        options.Progress?.Report(1);
    }

    private void Close()
    {
        bool last = state.Done == options.Count;
        if (last)
        {
            state.Open.Finish(chunk => Enqueue(new Item(chunk)));
        }

        if (state.Done > 0)
        {
            Enqueue(new Item(state.Copy(), last));
        }
    }

    private void Enqueue(Item item)
    {
        lock (gate)
        {
            toDeflate.Enqueue(item);
            toWrite.Enqueue(item);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Place of an event.</summary>
    private sealed class Slot
    {
        public EventResult Result { get; } = new();

        public PackedEvent Packed { get; } = new();

        public bool IsReady { get; set; }
    }

    /// <summary>A record of the journal: a chunk or a checkpoint.</summary>
    private sealed class Item
    {
        private readonly ColumnChunk? chunk;
        private readonly bool last;
        private byte[] state = [];

        public Item(ColumnChunk chunk) => this.chunk = chunk;

        public Item(byte[] state, bool last) => (this.state, this.last) = (state, last);

        public bool IsReady { get; set; }

        public void Deflate()
        {
            if (chunk is null)
            {
                state = RunState.Deflate(state);
            }
            else
            {
                chunk.Filter();
            }
        }

        public void Write(RunJournal journal, SimulationFile.ChunkSink file)
        {
            if (chunk is null)
            {
                journal.Checkpoint(state, last);
            }
            else
            {
                journal.Append(chunk);
                file(chunk.Column.Index, chunk.Rows, chunk.Filtered.GetBuffer().AsSpan(0, (int)chunk.Filtered.Length));
                chunk.Release();
            }
        }
    }
}
