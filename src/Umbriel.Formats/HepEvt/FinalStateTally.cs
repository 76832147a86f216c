namespace Umbriel.Formats.HepEvt;

/// <summary>The final-state particles of a whole file, counted by code, and those whose numbers contradict each other.</summary>
public sealed class FinalStateTally
{
    /// <summary>Relative tolerance of E against √(p² + m²): generators write few digits, and masses of their own.</summary>
    private const double Tolerance = 1e-3;

    private readonly SortedDictionary<int, long> codes = [];

    /// <summary>Number of particles by PDG code.</summary>
    public IReadOnlyDictionary<int, long> Codes => codes;

    /// <summary>Particles whose energy differs from √(p² + m²) by more than 0.1% and 1 MeV.</summary>
    public long Contradictions { get; private set; }

    /// <summary>Counts an event.</summary>
    internal void Add(GeneratedEvent generated)
    {
        foreach (GeneratedParticle p in generated.Particles)
        {
            codes[p.Pdg] = codes.GetValueOrDefault(p.Pdg) + 1;
            double energy = Math.Sqrt((p.Px * p.Px) + (p.Py * p.Py) + (p.Pz * p.Pz) + (p.Mass * p.Mass));
            Contradictions += Math.Abs(p.Energy - energy) > 0.001 + (Tolerance * energy) ? 1 : 0;
        }
    }
}
