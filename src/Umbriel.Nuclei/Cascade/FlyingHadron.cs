using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>A hadron on its way through the nucleus.</summary>
/// <param name="Kind">What it is to the cascade.</param>
/// <param name="Pdg">PDG code.</param>
/// <param name="Momentum">Four-momentum outside, GeV.</param>
/// <param name="Position">From the centre, fm.</param>
/// <param name="Free">Path without collisions that is left, fm.</param>
/// <param name="Parent">See <see cref="HadronFate.Parent"/>.</param>
internal readonly record struct FlyingHadron(HadronKind Kind, int Pdg, FourVector Momentum, SpaceVector Position, double Free, int Parent);

/// <summary>Hadrons to follow; the latest comes first. On memory of the caller's.</summary>
internal ref struct FlyingStack(Span<FlyingHadron> memory)
{
    /// <summary>More than the nucleons of iron, the hadrons of an event and two pions for each nucleon met.</summary>
    public const int Capacity = 256;

    private readonly Span<FlyingHadron> memory = memory;
    private int count = 0;

    /// <summary>Adds one.</summary>
    public void Push(in FlyingHadron hadron)
    {
        Debug.Assert(double.IsFinite(hadron.Momentum.E));
        memory[count++] = hadron;
    }

    /// <summary>Takes the latest; false if there is none.</summary>
    public bool TryPop(out FlyingHadron hadron)
    {
        hadron = count > 0 ? memory[count - 1] : default;
        return count-- > 0 || (count = 0) > 0;
    }
}
