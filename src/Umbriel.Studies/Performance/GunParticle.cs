using Umbriel.Detector;

namespace Umbriel.Studies.Performance;

/// <summary>A kind of particle with its kinetic energies, GeV.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Low">Lowest energy.</param>
/// <param name="High">Highest energy.</param>
/// <param name="Fixed">Energies that events take in turn, instead of log-uniform ones from the lowest to the highest.</param>
public sealed record GunParticle(ParticleKind Kind, double Low, double High, IReadOnlyList<double>? Fixed = null)
{
    /// <summary>One that takes energies in turn.</summary>
    public static GunParticle InTurn(ParticleKind kind, params IReadOnlyList<double> energies)
    {
        ArgumentNullException.ThrowIfNull(energies);
        return new GunParticle(kind, energies.Min(), energies.Max(), energies);
    }
}
