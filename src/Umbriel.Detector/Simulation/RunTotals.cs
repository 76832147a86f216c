namespace Umbriel.Detector.Simulation;

/// <summary>Sums over the events of a run, in their order. Energies in GeV.</summary>
public sealed class RunTotals
{
    private readonly double[] energies = new double[8];
    private readonly long[] counts = new long[5];

    /// <summary>Events.</summary>
    public long Events => counts[0];

    /// <summary>Wire regions.</summary>
    public long Regions => counts[1];

    /// <summary>Samples of all regions.</summary>
    public long Samples => counts[2];

    /// <summary>Photo-electrons of all flashes.</summary>
    public long PhotoElectrons => counts[3];

    /// <summary>Cosmic muons.</summary>
    public long Cosmics => counts[4];

    /// <summary>Sum of the weights.</summary>
    public double Weights => energies[0];

    /// <summary>Kinetic energy of all primaries.</summary>
    public double Given => energies[1];

    /// <summary>Energy from rest masses and nuclear binding.</summary>
    public double Released => energies[2];

    /// <summary>Energy left in the liquid.</summary>
    public double Deposited => energies[3];

    /// <summary>The part of it in the active volume.</summary>
    public double Visible => energies[4];

    /// <summary>Energy that left the liquid.</summary>
    public double Escaped => energies[5];

    /// <summary>Energy of neutrinos, nuclear binding and what is not followed.</summary>
    public double Lost => energies[6];

    /// <summary>The part of <see cref="Lost"/> that particles took which no transport follows, but for neutrinos and the dark sector.</summary>
    public double NotFollowed => energies[7];

    /// <summary>Adds an event.</summary>
    internal void Add(EventResult result)
    {
        counts[0]++;
        counts[1] += result.Signals.Regions.Count;
        counts[2] += result.Signals.SampleCount;
        counts[3] += result.Flashes.Sum(static flash => (long)flash.PhotoElectrons);
        counts[4] += result.Cosmics;
        energies[0] += result.Label.Weight;
        energies[1] += result.Given;
        energies[2] += result.Simulated.Released;
        energies[3] += result.Deposited;
        energies[4] += result.Visible;
        energies[5] += result.Simulated.Escaped;
        energies[6] += result.Simulated.Lost;
        energies[7] += result.Simulated.NotFollowed;
    }

    /// <summary>Keeps everything.</summary>
    internal void Write(BinaryWriter writer)
    {
        Array.ForEach(counts, writer.Write);
        Array.ForEach(energies, writer.Write);
    }

    /// <summary>Takes up what <see cref="Write"/> kept.</summary>
    internal void Read(BinaryReader reader)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = reader.ReadInt64();
        }

        for (int i = 0; i < energies.Length; i++)
        {
            energies[i] = reader.ReadDouble();
        }
    }
}
