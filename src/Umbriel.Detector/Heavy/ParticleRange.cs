namespace Umbriel.Detector.Heavy;

/// <summary>
/// Mean range and mean loss of a muon, charged pion or proton in liquid argon in the continuous-slowing-down approximation:
/// the tables that transport uses, without its cut on knock-on electrons. Immutable; threads share it.
/// </summary>
public sealed class ParticleRange
{
    private readonly RangeTable table;

    /// <summary>Tabulates.</summary>
    /// <param name="kind">A charged particle heavier than the electron.</param>
    /// <param name="density">Density of the liquid, g/cm³.</param>
    public ParticleRange(ParticleKind kind, double density)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(density);
        if (ParticleProperties.Charge(kind) == 0 || kind is ParticleKind.Electron or ParticleKind.Positron)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a charged particle heavier than the electron.");
        }

        table = new RangeTable(t => density * HeavyParticleTransport.MassStoppingPower(kind, t));
    }

    /// <summary>Range, cm.</summary>
    /// <param name="energy">Kinetic energy, GeV.</param>
    public double Range(double energy) => table.Range(energy);

    /// <summary>Kinetic energy of a particle that stops after a length, GeV.</summary>
    /// <param name="range">Length, cm, above 0.</param>
    public double Energy(double range) => table.Energy(range);

    /// <summary>Mean dE/dx over a step whose middle is at a residual range, MeV/cm.</summary>
    /// <param name="residualRange">From the middle of the step to where the particle stops, cm.</param>
    /// <param name="step">Length of the step, cm; cut off where the particle stops.</param>
    public double MeanLoss(double residualRange, double step)
    {
        double before = residualRange + (0.5 * step);
        double after = residualRange - (0.5 * step);
        return 1000.0 * (table.Energy(before) - (after > 0.0 ? table.Energy(after) : 0.0)) / (before - Math.Max(0.0, after));
    }
}
